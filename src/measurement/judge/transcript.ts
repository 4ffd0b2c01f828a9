/**
 * A conversation of any bot, as it was written down: the one form every format is read into.
 */
import type { Instant } from '../../events/instant.ts';

export const speakers = ['bot', 'customer', 'agent', 'system'] as const;
export type Speaker = (typeof speakers)[number];

/**
 * @property act label of what was done: the act of a bot, the intent of a customer
 * @property entities types of values found
 * @property at never before that of the turn before it; `undefined` where nobody wrote it down
 * @property name who of several: tells one agent from another
 */
export type TranscriptTurn = {
  readonly who: Speaker;
  readonly act?: string;
  readonly text?: string;
  readonly entities: readonly string[];
  readonly at?: Instant;
  readonly name?: string;
};

/**
 * @property id as its file names it, else the number of its line or of itself, from 1
 * @property line where it begins in its file, from 1; `endLine` where it ends
 * @property channel it took place on; `transcript` where nobody wrote it down
 */
export type Transcript = {
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
  readonly channel: string;
  readonly turns: readonly TranscriptTurn[];
};
