import type { Facts } from '../../../measurement/facts.ts';
import type { Life } from '../living/living.ts';

type Place = Pick<Facts, 'case' | 'conversations' | 'startedAt'>;

/**
 * Hidden cost by case: whatever was spent in one of its conversations since it began, and before another began there. What is spent before a conversation's
 * first case counts with it.
 */
export function spentOn(facts: readonly Place[], lives: readonly Pick<Life, 'spent'>[]): ReadonlyMap<string, number> {
  const cases = Map.groupBy(
    facts
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .flatMap((one) => one.conversations.map((conversation) => ({ conversation, one }))),
    ({ conversation }) => conversation,
  );
  const sums = new Map<string, number>();
  for (const { conversation, at, cost } of lives.flatMap(({ spent }) => spent)) {
    const among = cases.get(conversation) ?? [];
    const found = (among.findLast(({ one }) => one.startedAt <= at) ?? among[0])?.one;
    if (found) sums.set(found.case, (sums.get(found.case) ?? 0) + cost);
  }
  return sums;
}
