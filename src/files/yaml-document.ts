import type { Problem } from '../errors/problem.ts';
import type { Where } from '../errors/where.ts';

/** Way from the root of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/**
 * One YAML document with the place of everything in it.
 *
 * Places of what does not exist are those of the nearest thing around it that does.
 */
export type YamlDocument = {
  readonly file: string;
  /** plain JSON-like value; `undefined` when the document is empty or too broken to have one */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** where a value stands; of a block of several lines its first line */
  place(path: Path): Where;
  /** where the key of a value stands; of a list's item the item itself */
  placeOfKey(path: Path): Where;
  /** where the characters `start` to `end` (exclusive) of a text stand, through quotes, escapes and folded lines */
  placeWithin(path: Path, start: number, end: number): Where;
};
