import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { effortOf } from '../../../src/measurement/effort/effort-of.ts';
import type { Burden } from '../../../src/measurement/effort/tally.ts';

function burden(signal: Burden['signal'], turn: number, more: Partial<Burden> = {}): Burden {
  return { signal, turn, owner: 'bot', step: null, probable: false, count: 1, ...more };
}

describe('effort of burdens found elsewhere', () => {
  it('is 0 without any', () => {
    expect(effortOf(published, [])).toMatchObject({ effort: 0, low: 0, high: 0, band: 'low', points: 0, rows: [] });
  });

  it('follows the formula, and shows the turns', () => {
    const found = effortOf(published, [burden('no_match', 3), burden('no_match', 7), burden('bot_failure', 9)]);
    expect(found).toMatchObject({ points: 7, effort: 68.9, band: 'high' });
    expect(found.rows[0]).toMatchObject({ signal: 'no_match', count: 2, points: 4, turns: [3, 7] });
  });

  it('counts what is likely by its probability, not at all in low, and as one in high', () => {
    const found = effortOf(published, [burden('rephrase', 2, { probable: true, count: 0.6 })]);
    expect(found).toMatchObject({ points: 0.9, low: 0, effort: 13.9, high: 22.1 });
  });
});
