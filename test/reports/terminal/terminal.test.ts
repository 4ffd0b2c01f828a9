import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { viewCase } from '../../../src/reports/case/view-case.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { bar, columns } from '../../../src/reports/terminal/blocks.ts';
import { renderReceipt } from '../../../src/reports/terminal/render-receipt.ts';
import { renderReport } from '../../../src/reports/terminal/render-report.ts';
import { start } from '../../measurement/story.ts';
import { conversation, factsFrom, type Kind, manyFacts } from '../many-cases.ts';

const mix: readonly Kind[] = ['easy', 'easy', 'bumpy', 'failed', 'left', 'open', 'mute'];

function shown(facts: readonly Facts[], colour = false): string {
  const query = {
    from: '2026-03-01',
    to: '2026-09-01',
    zone: 'Europe/Berlin',
    asOf: start,
    filters: {},
    by: null,
    seed: 1,
  };
  return renderReport(buildReport(facts, query, published), { width: 100, colour });
}

describe('the report in a terminal', () => {
  const text = shown(manyFacts(140, mix));

  it('says first whether customers were helped, with its uncertainty', () => {
    expect(text).toMatch(/^Experience report {2}2026-03-01 to 2026-09-01/);
    expect(text).toMatch(/140 cases: 120 with a conversation, 20 without a word from the customer/);
    expect(text).toMatch(/Good experience +40 % \(\d+–\d+\)/);
    expect(text).toMatch(/Solved for sure +40 % \(\d+–\d+\)/);
  });

  it('shows each outcome that occurs with its count, interval and bar', () => {
    expect(text).toMatch(/solved, customer said so +40 {2}40 % \(\d+–\d+\) +█+/);
    expect(text).not.toContain('solved by a person');
  });

  it('shows the distribution of effort in block characters', () => {
    expect(text).toMatch(/[▁▂▃▄▅▆▇█]{5}/);
    expect(text).toMatch(/low 40 {2}moderate 20 {2}high 0 {2}broken off 40/);
  });

  it('names the step to fix by file and line', () => {
    expect(text).toMatch(/not understood +\d+\.\d \(\d+\.\d–\d+\.\d\) +20 cases {2}billing/);
    expect(text).toContain('dialogs/refund.yaml:12  refund › ask-order');
  });

  it('fits its width, and one screen of forty-five lines', () => {
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(100);
    expect(lines.length).toBeLessThanOrEqual(46);
  });

  it('says what is missing in words, never as 0 %', () => {
    const empty = shown([]);
    expect(empty).toMatch(/Good experience +no data/);
    expect(empty).not.toMatch(/\b0 %/);
    expect(empty).toContain('0 cases');
  });

  it('shows the cases themselves while they are too few for figures', () => {
    const few = shown(factsFrom(conversation('bumpy', 3)));
    expect(few).toMatch(/Good experience +too few \(1 of 10\)/);
    expect(few).toMatch(/effort 50\.8 +solved, assumed from silence +refund\.wanted +c0003\/1/);
  });

  it('is the same text with colour, once the colour is taken out', () => {
    const coloured = shown(manyFacts(140, mix), true);
    expect(coloured).toContain('\u001b[1m');
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text);
  });
});

describe('the receipt of a case', () => {
  const receipt = (kind: Kind): string =>
    factsFrom(conversation(kind, 3))
      .map((one) => renderReceipt(viewCase(published, one, []), 6, { width: 100, colour: false }))
      .join('');

  it('shows the arithmetic of every point, with turn and place', () => {
    const text = receipt('bumpy');
    expect(text).toContain('Effort 50.8 (moderate)');
    expect(text).toMatch(/4\.00 {2}not understood +2 × 2 +turn 1, 2/);
    expect(text).toContain('dialogs/refund.yaml:12  refund › ask-order  (billing)');
    expect(text).toContain('100 · (1 − e^(−4.25/6)) = 50.8');
  });

  it('shows the evidence, and that a broken-off case is a lower bound', () => {
    const text = receipt('failed');
    expect(text).toContain('at least: the case was broken off');
    expect(text).toMatch(/Outcome: handed over, not solved \(final; solved with probability 0\.\d\d\)/);
    expect(text).toMatch(/turn 1 +against {2}nobody took over {2}\[handoff\]/);
  });

  it('has no effort for a customer who never spoke', () => {
    expect(receipt('mute')).toContain('no effort: the customer never spoke');
  });
});

describe('bars', () => {
  it('are as long as the share, to an eighth of a cell', () => {
    expect(bar(0.5, 4)).toBe('██');
    expect(bar(1 / 64, 8)).toBe('▏');
    expect(bar(0, 8)).toBe('');
    expect(bar(0.0001, 8)).toBe('▏');
    expect(bar(2, 3)).toBe('███');
  });

  it('stand as high as the value, the largest full', () => {
    expect(columns([0, 1, 2], 1)).toEqual([[' ', '▄', '█']]);
    expect(columns([2, 4], 2)).toEqual([
      [' ', '█'],
      ['█', '█'],
    ]);
    expect(columns([0, 0], 1)).toEqual([[' ', ' ']]);
  });
});
