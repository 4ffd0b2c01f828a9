import type { JudgeEvent } from './mapping/judge-events.ts';

/**
 * Something a turn was, by a rule or derived.
 *
 * @property index of the turn, from 0
 * @property line of the rule in its file
 */
export type Found = { readonly index: number; readonly event: JudgeEvent | 'thanks'; readonly line: number };
