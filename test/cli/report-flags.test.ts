import { describe, expect, it } from 'vitest';
import { readFlags } from '../../src/cli/report-flags.ts';

describe('what a report is asked for', () => {
  it('takes days, a dimension to group by, and filters', () => {
    expect(readFlags({ from: '2026-03-01', to: '2026-04-01', by: 'entry', channel: 'web' })).toEqual({
      from: '2026-03-01',
      to: '2026-04-01',
      by: 'entry',
      filters: { channel: 'web' },
    });
    expect(readFlags({})).toEqual({ from: null, to: null, by: null, filters: {} });
  });

  it.each([
    ['2026-02-30', /'2026-02-30' is not a date/],
    ['2026-13-01', /is not a date/],
    ['yesterday', /write --from as 2026-11-30/],
    ['2026-3-1', /is not a date/],
    ['', /is not a date/],
  ])('refuses the day %j', (from, message) => {
    expect(() => readFlags({ from })).toThrow(expect.objectContaining({ code: 'USAGE' }));
    expect(told(() => readFlags({ from }))).toMatch(message);
  });

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
  ])('refuses a span without a day, from %s to %s', (from, to) => {
    expect(told(() => readFlags({ from, to }))).toMatch(/nothing lies between .*--to is the day after the last/s);
  });

  it('names the nearest dimension, or all of them', () => {
    expect(told(() => readFlags({ by: 'chanel' }))).toContain("did you mean 'channel'?");
    expect(told(() => readFlags({ colour: 'red' }))).toContain('use one of: touchpoint, channel, entry');
  });
});

function told(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${'fix' in error ? String(error.fix) : ''}` : '';
  }
  return '';
}
