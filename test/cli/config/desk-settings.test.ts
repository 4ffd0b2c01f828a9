import { expect, test } from 'vitest';
import { configSchema } from '../../../src/cli/config/config.ts';
import { deskSettings } from '../../../src/cli/config/desk-settings.ts';

const settings = deskSettings(
  configSchema.parse({
    zone: 'Europe/Berlin',
    desk: {
      capacity: 2,
      teams: { billing: { hours: { mon: '09:00-17:00', holidays: ['2026-01-12'] } }, returns: { overflow: 'billing' } },
      priorities: [{ waited: '5m', priority: 3 }],
    },
  }),
);
const { policy } = settings;

test('a team works in its own hours, in the zone of the business and not on its holidays; others whenever they are there', () => {
  const monday = (utcHour: number, day = 5) => Date.UTC(2026, 0, day, utcHour);
  expect([7, 8, 15, 16].map((hour) => policy.isOpen('billing', monday(hour)))).toEqual([false, true, true, false]);
  expect(policy.isOpen('billing', monday(9, 12))).toBe(false);
  // in summer the same hour of the day is an hour earlier
  expect(policy.isOpen('billing', Date.UTC(2026, 6, 6, 7))).toBe(true);
  expect([policy.isOpen('returns', monday(3)), policy.isOpen(null, monday(3))]).toEqual([true, true]);
});

test('lengths of time are milliseconds, and nothing said is no limit', () => {
  expect(policy.priorities).toEqual([{ waitedMs: 300_000, priority: 3 }]);
  expect([policy.capacity, deskSettings(configSchema.parse({})).policy.capacity]).toEqual([2, null]);
});
