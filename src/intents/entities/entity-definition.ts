import type { Where } from '../../errors/where.ts';

/** An entity of the bot's files: what its values look like. Plain data. */
export type EntityDefinition = PatternEntity | ListEntity;

/** @property pattern source of a checked regular expression; matched ignoring case, the value is the text it fits */
export type PatternEntity = {
  readonly kind: 'pattern';
  readonly name: string;
  readonly locale: string;
  readonly where: Where;
  readonly pattern: string;
};

/** @property values by key, which is the value; the key is a synonym of itself, `_` and `-` standing for spaces */
export type ListEntity = {
  readonly kind: 'list';
  readonly name: string;
  readonly locale: string;
  readonly where: Where;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** whether small typos are forgiven */
  readonly fuzzy: boolean;
};
