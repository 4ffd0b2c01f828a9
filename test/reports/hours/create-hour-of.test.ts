import { expect, test } from 'vitest';
import { createHourOf } from '../../../src/reports/hours/create-hour-of.ts';

test.each([
  ['Europe/Berlin', '2026-01-05T09:59:59.999Z', '2026-01-05T09:00:00.000Z'],
  ['Europe/Berlin', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z'],
  ['Asia/Kolkata', '2026-01-05T09:29:00.000Z', '2026-01-05T08:30:00.000Z'],
  ['Asia/Kolkata', '2026-01-05T09:31:00.000Z', '2026-01-05T09:30:00.000Z'],
  ['Asia/Kathmandu', '2026-01-05T09:14:59.999Z', '2026-01-05T08:15:00.000Z'],
  ['America/New_York', '1969-12-31T23:59:59.500Z', '1969-12-31T23:00:00.000Z'],
])('in %s an hour begins where the clocks show a full one: at %s it began at %s', (zone, at, start) => {
  expect(new Date(createHourOf(zone)(Date.parse(at))).toISOString()).toBe(start);
});

test('the hour that comes twice when clocks are set back is two hours', () => {
  const hourOf = createHourOf('Europe/Berlin');
  const [first, second] = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T01:30:00Z')];
  expect(hourOf(second) - hourOf(first)).toBe(3_600_000);
});
