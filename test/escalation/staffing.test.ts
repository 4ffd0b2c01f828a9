import { expect, test } from 'vitest';
import { staffingOf } from '../../src/escalation/staffing.ts';

const online = { team: null, state: 'online' } as const;
const waits = (team: string | null) => ({ team, agent: null });

test('with nobody at the desk, or everybody away, nobody can be asked for', () => {
  expect(staffingOf([waits(null)], [])).toEqual({});
  expect(staffingOf([], [{ ...online, state: 'away' }])).toEqual({});
});

test('the place in line counts those who wait for the same people, not those who are talked with', () => {
  const handoffs = [waits(null), waits('returns'), waits('billing'), { team: 'returns', agent: 'a' }];
  const present = [{ ...online, team: 'returns' }];
  expect(staffingOf(handoffs, present)).toEqual({
    '': { position: 4, waitSeconds: null },
    returns: { position: 3, waitSeconds: null },
  });
});

test('who belongs to no team takes whatever comes', () => {
  expect(Object.keys(staffingOf([waits('billing')], [online]))).toEqual(['', '*', 'billing']);
});
