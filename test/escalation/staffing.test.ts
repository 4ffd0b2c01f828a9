import { expect, test } from 'vitest';
import { type Policy, plainPolicy } from '../../src/escalation/policy.ts';
import { type Office, staffingOf } from '../../src/escalation/staffing.ts';
import { expectedOf } from '../../src/events/desk/staffing.ts';

const ana = { agent: 'a', team: null, state: 'online' } as const;
const waits = (team: string | null) => ({ team, agent: null });

const staffed = (office: Partial<Office>) =>
  staffingOf({
    handoffs: [],
    present: [ana],
    policy: plainPolicy,
    at: 0,
    paces: { accept: [], handle: [] },
    ...office,
  });

test('with nobody at the desk, or everybody away, nobody can be asked for', () => {
  expect(staffed({ handoffs: [waits(null)], present: [] })).toEqual({});
  expect(staffed({ present: [{ ...ana, state: 'away' }] })).toEqual({});
});

test('the place in line counts those who wait for the same people, not those who are talked with', () => {
  const handoffs = [waits(null), waits('returns'), waits('billing'), { team: 'returns', agent: 'a' }];
  expect(staffed({ handoffs, present: [{ ...ana, team: 'returns' }] })).toEqual({
    '': { position: 4, waitSeconds: null },
    returns: { position: 3, waitSeconds: null },
  });
});

test('who belongs to no team takes whatever comes', () => {
  expect(Object.keys(staffed({ handoffs: [waits('billing')] }))).toEqual(['', '*', 'billing']);
});

test('a team that does not work at this hour is not there, unless another takes over for it', () => {
  const isOpen: Policy['isOpen'] = (team) => team !== 'billing';
  const present = [
    { ...ana, team: 'billing' },
    { ...ana, agent: 'b', team: 'returns' },
  ];
  const closed: Policy = { ...plainPolicy, teams: { billing: {} }, isOpen };
  const there = (office: Partial<Office>) => expectedOf(staffed(office), 'billing') !== undefined;
  expect(there({ present, policy: closed })).toBe(false);
  expect(there({ present: [ana], policy: closed })).toBe(false);
  expect(there({ present: [ana], policy: { ...closed, isOpen: () => true } })).toBe(true);
  const overflowing: Policy = { ...closed, teams: { billing: { overflow: 'returns' } } };
  expect(there({ present, policy: overflowing })).toBe(true);
});

test('whoever finds somebody free is told what taking up lately took, others how long until one is', () => {
  const paces = { accept: [5, 5, 5, 5, 5], handle: [600, 600, 600, 600, 600] };
  const policy: Policy = { ...plainPolicy, capacity: 2 };
  const held = { team: null, agent: 'a' };
  const waitOf = (office: Partial<Office>) => staffed({ policy, paces, ...office })['']?.waitSeconds;
  expect(waitOf({ handoffs: [held] })).toBe(60);
  // next in line for two places, of which one is free every five minutes
  expect(waitOf({ handoffs: [held, held] })).toBe(360);
  expect(waitOf({ handoffs: [held, held], paces: { ...paces, handle: [600] } })).toBeNull();
});
