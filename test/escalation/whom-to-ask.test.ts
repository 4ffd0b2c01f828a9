import { expect, test } from 'vitest';
import { whomToAsk } from '../../src/escalation/whom-to-ask.ts';

const person = (agent: string, team: string | null = null, state: 'online' | 'away' = 'online') => ({
  agent,
  name: agent.toUpperCase(),
  team,
  state,
});
const place = { team: null, agent: null, offered: null, meantFor: null };
const policy = { capacity: 2, teams: { billing: { overflow: 'returns' } } };
const held = (agent: string) => ({ ...place, agent });

test.each([
  ['those of the team, those of no team, then the overflow', { team: 'billing' }, [], ['b', 'x', 'r']],
  [
    'whom it is meant for comes first, whatever their team',
    { team: 'billing', meantFor: 'S' },
    [],
    ['s', 'b', 'x', 'r'],
  ],
  ['who has least comes first among equals', {}, [held('b'), held('r')], ['s', 'x', 'b', 'r']],
  ['nobody is asked for more than they may have', {}, [held('b'), held('b')], ['r', 's', 'x']],
  ['nobody is asked for two at once', {}, [{ ...place, offered: 'x' }], ['b', 'r', 's']],
] as const)('%s', (...[, change, handoffs, ids]) => {
  const present = [
    person('x'),
    person('b', 'billing'),
    person('r', 'returns'),
    person('s', 'sales'),
    person('z', null, 'away'),
  ];
  expect(whomToAsk({ handoffs, present, policy }, { ...place, ...change })).toEqual(ids);
});
