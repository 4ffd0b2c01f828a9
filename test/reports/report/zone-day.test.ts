import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, dayAfter, startOfDay } from '../../../src/reports/report/zone-day.ts';

const hours = (from: string, zone: string): number =>
  (startOfDay(dayAfter(from), zone) - startOfDay(from, zone)) / 3_600_000;

describe('a day of the business', () => {
  it.each([
    ['2026-03-02', 'Europe/Berlin', '2026-03-01T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-03-02', 'America/New_York', '2026-03-02T05:00:00.000Z'],
    ['2026-03-02', 'Asia/Kolkata', '2026-03-01T18:30:00.000Z'],
    ['2026-03-02', 'Pacific/Kiritimati', '2026-03-01T10:00:00.000Z'],
    ['2026-03-02', 'UTC', '2026-03-02T00:00:00.000Z'],
  ])('%s in %s begins at %s', (date, zone, instant) => {
    expect(new Date(startOfDay(date, zone)).toISOString()).toBe(instant);
  });

  it('has 23 or 25 hours when the clocks change', () => {
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
    expect(hours('2026-03-30', 'Europe/Berlin')).toBe(24);
  });

  it('begins after the gap where midnight itself is skipped', () => {
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(hours('2018-11-04', 'America/Sao_Paulo')).toBe(23);
  });

  it('holds each of its instants', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), zones, (at, zone) => {
        const date = dateAt(at, zone);
        return startOfDay(date, zone) <= at && at < startOfDay(dayAfter(date), zone);
      }),
      { numRuns: 100 },
    );
  });
});
