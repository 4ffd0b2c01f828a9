import { expect, test } from 'vitest';
import { inOrder } from '../../src/escalation/in-order.ts';
import { plainPolicy } from '../../src/escalation/policy.ts';

const waits = (id: string, since: number, change: { readonly team?: string; readonly reason?: string } = {}) => ({
  id,
  team: null,
  reason: 'asked-for',
  since,
  ...change,
});
const idsIn = (priorities: (typeof plainPolicy)['priorities'], at = 100) =>
  inOrder({ ...plainPolicy, priorities }, waiting, at).map(({ id }) => id);
const waiting = [
  waits('second', 2),
  waits('first', 1),
  waits('stuck', 4, { reason: 'payment-stuck' }),
  waits('billing', 3, { team: 'billing' }),
];

test('who asked first is first', () => {
  expect(idsIn([])).toEqual(['first', 'second', 'billing', 'stuck']);
});

test('the first rule that fits counts: by team, by reason, by how long somebody has waited', () => {
  const urgent = { reason: 'payment-stuck', priority: 10 };
  expect(idsIn([urgent, { team: 'billing', priority: 5 }])).toEqual(['stuck', 'billing', 'first', 'second']);
  expect(idsIn([{ waitedMs: 98, priority: 20 }, urgent])).toEqual(['first', 'second', 'stuck', 'billing']);
  expect(idsIn([{ priority: -1, reason: 'asked-for', team: 'billing' }])).toEqual([
    'first',
    'second',
    'stuck',
    'billing',
  ]);
});
