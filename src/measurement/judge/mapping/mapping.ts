import type { JsonPath } from '../../../files/json-path.ts';
import type { Speaker } from '../transcript.ts';
import type { JudgeEvent } from './judge-events.ts';
import type { TurnTest } from './turn-test.ts';

/**
 * What is looked for in the turns of a bot.
 *
 * @property file it stands in; @property name short one, for reports
 * @property locale language of the texts, for stop words
 */
export type Rules = {
  readonly file: string;
  readonly name: string;
  readonly locale: string;
  readonly rules: readonly Rule[];
  readonly derive: Derive;
};

/** @property line where it stands: what a burden it finds points at */
export type Rule = { readonly test: TurnTest; readonly event: JudgeEvent; readonly line: number };

/** What is found without rules: the same act or text of the bot again, a wish said again in other words, thanks. */
export type Derive = {
  readonly reprompt: 'act' | 'text' | false;
  readonly rephrase: 'text' | false;
  readonly thanks: boolean;
  readonly line: number;
};

/** Where the parts of a conversation stand in the data. */
export type Layout = {
  readonly id: JsonPath | undefined;
  readonly turns: JsonPath;
  readonly turn: { readonly [part in TurnPart]?: JsonPath } & { readonly who: JsonPath };
  readonly roles: ReadonlyMap<string, Speaker>;
  /** seconds or milliseconds, from the start of the conversation or from 1970; or ISO 8601 */
  readonly unit: 's' | 'ms' | 'iso';
};

export type TurnPart = 'who' | 'act' | 'entities' | 'text' | 'time' | 'name';
