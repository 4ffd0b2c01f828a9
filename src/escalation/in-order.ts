import type { Instant } from '../events/instant.ts';
import type { Policy } from './policy.ts';

type Waiting = { readonly team: string | null; readonly reason: string; readonly since: Instant };

/** Whose turn it is first: by priority, and among equals by when they asked. A place is kept by whoever comes back to it. */
export function inOrder<T extends Waiting>(policy: Policy, waiting: readonly T[], at: Instant): readonly T[] {
  return waiting
    .map((one) => ({ one, priority: priorityOf(policy, one, at) }))
    .toSorted((a, b) => b.priority - a.priority || a.one.since - b.one.since)
    .map(({ one }) => one);
}

/** 0 where nothing fits. */
export function priorityOf({ priorities }: Policy, { team, reason, since }: Waiting, at: Instant): number {
  const fits = priorities.find(
    (rule) =>
      (rule.team === undefined || rule.team === team) &&
      (rule.reason === undefined || rule.reason === reason) &&
      (rule.waitedMs === undefined || at - since >= rule.waitedMs),
  );
  return fits?.priority ?? 0;
}
