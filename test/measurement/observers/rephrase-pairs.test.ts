import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { detectRephrase } from '../../../src/measurement/observers/detect-rephrase.ts';

type Pair = { readonly locale: string; readonly same: boolean; readonly first: string; readonly second: string };

const pairs: readonly Pair[] = readFileSync(new URL('rephrase-pairs.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, locale = '', mark = '', first = '', second = ''] = /^(\w\w) ([+-]) (.+) \| (.+)$/.exec(line) ?? [];
    return { locale, same: mark === '+', first, second };
  });

/** From the words alone: no intent is known of either. */
function isFound({ locale, first, second }: Pair): boolean {
  const unsure = { intent: null, score: 0 };
  const recent = [{ turn: 1, text: first, settled: false, ...unsure }];
  const said = { turn: 2, text: second, ...unsure };
  return detectRephrase({ recent, said, threshold: 0.5, locale, isAnswer: false }) !== undefined;
}

function judge(of: readonly Pair[]): { readonly precision: number; readonly recall: number } {
  const found = of.filter(isFound);
  const right = found.filter(({ same }) => same).length;
  const rounded = (share: number): number => Math.round(100 * share) / 100;
  return { precision: rounded(right / found.length), recall: rounded(right / of.filter(({ same }) => same).length) };
}

describe('the rephrase detector on labelled pairs', () => {
  it('is judged on at least 300, of both kinds in each language', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    for (const group of Map.groupBy(pairs, ({ locale }) => locale).values())
      expect(group.filter(({ same }) => same).length / group.length).toBeCloseTo(0.5, 1);
    expect(new Set(pairs.map(({ first, second }) => `${first}|${second}`)).size).toBe(pairs.length);
  });

  it.each([
    ['en', 0.97, 0.94],
    ['de', 0.93, 0.9],
    ['es', 1, 1],
  ])('has the precision and recall that are published: %s %d %d', (locale, precision, recall) => {
    expect(judge(pairs.filter((pair) => pair.locale === locale))).toEqual({ precision, recall });
    expect(published.references.rephrase.precision[locale]).toBe(precision);
  });
});
