/**
 * Whether what a customer wants now is an issue they had before. Measurement §1: the same family of intents, no key of one type that differs, within the
 * window; a repeatable intent (opening hours) only on an equal key within a day, or where they say that it is still not solved.
 */
import type { Instant } from '../../../events/instant.ts';
import type { Issue } from '../../state.ts';
import { differ, shareKey } from './key-of.ts';

/** What is wanted now. @property saysStillNot the customer says that it is still not so */
export type Wish = {
  readonly family: string;
  readonly keys: readonly string[];
  readonly repeatable: boolean;
  readonly saysStillNot: boolean;
  readonly at: Instant;
};

const dayMs = 86_400_000;

/** @returns by what they are known to be the same; `undefined` where they are not */
export function sameIssue(issue: Issue, wish: Wish): 'intent' | 'key' | 'said' | undefined {
  const { name } = issue;
  if (!name || name.family !== wish.family || differ(issue.keys, wish.keys)) return undefined;
  const afterMs = wish.at - issue.customerAt;
  if (afterMs >= name.windowMs) return undefined;
  const isEqual = shareKey(issue.keys, wish.keys);
  if (wish.repeatable) return wish.saysStillNot ? 'said' : isEqual && afterMs < dayMs ? 'key' : undefined;
  return isEqual ? 'key' : wish.saysStillNot ? 'said' : 'intent';
}
