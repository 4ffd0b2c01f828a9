/** Every surface shows the same figures: those of the JSON. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderCsv } from '../../src/reports/csv/render-csv.ts';
import { renderPage } from '../../src/reports/page/render-page.ts';
import type { Figures, Report } from '../../src/reports/report/report.ts';
import { renderReport } from '../../src/reports/terminal/render-report.ts';
import { amount, percent } from '../../src/reports/words.ts';
import { readCsv } from './csv/read-csv.ts';
import { reportOf } from './sample-reports.ts';

const worlds: readonly (readonly [string, Report])[] = [
  ['many cases', reportOf(140)],
  ['many cases by channel', reportOf(140, { by: 'channel' })],
  ['few cases by dialog', reportOf(9, { by: 'dialog' })],
  ['no cases', reportOf(0)],
];

/** What stands in the JSON under a dotted name; `undefined` where nothing does. */
function at(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part === null ? null : Object(part)[name]), json);
}

describe.each(worlds)('of %s', (_, report) => {
  const json: unknown = JSON.parse(JSON.stringify(report));

  it('the page holds the values of the JSON beside the words for them', () => {
    const page = renderPage(report, 'shop');
    const found = [...page.matchAll(/<data data-figure="([^"]+)" value="([^"]+)">([^<]+)</g)];
    expect(found.length).toBeGreaterThan(25);
    for (const [, path = '', value = '', words] of found) {
      const figure: unknown = JSON.parse(value.replaceAll('&quot;', '"'));
      expect(figure, path).toEqual(at(json, path));
      expect(words).toBe(said(at(report, path)));
    }
  });

  it('a row of the CSV holds every number of its group', () => {
    const rows = readCsv(renderCsv(report));
    const groups: readonly unknown[] = report.by === null ? [report] : report.groups;
    expect(rows).toHaveLength(groups.length);
    for (const [index, row] of rows.entries()) {
      const group = groups[index];
      for (const [name, cell] of Object.entries(row)) expect(cell, name).toBe(cellOf(group, report, name));
      const missing = numbersIn(group).filter((name) => !(name in row));
      expect(missing).toEqual([]);
    }
  });

  it('the terminal says the headlines and outcomes of the JSON', () => {
    const text = renderReport(report, { width: 100, colour: false });
    const { goodExperience, resolution, durable, containment, effort, outcomeShares } = report;
    const shares = [goodExperience, resolution.confirmed, resolution.assumedShare, containment.rate, containment.gap];
    for (const rate of [...shares, durable.rate, ...Object.values(outcomeShares)])
      expect(text).toContain(percent(rate));
    expect(text).toContain(amount(effort.median));
    if (effort.median.kind === 'estimate')
      expect(text).toContain(`one in ten above ${amount(effort.p90)}, high in ${percent(effort.highShare)}`);
    const lines = text.replaceAll(/ +/g, ' ');
    for (const { label, cases, goodExperience: good, effort: hard } of report.groups)
      expect(lines).toContain(`${label} ${cases.engaged} ${percent(good)} ${amount(hard.median)}`);
  });

  it('the terminal says the counts, outcomes, efforts and burdens of the JSON', () => {
    const text = renderReport(report, { width: 100, colour: false }).replaceAll(/ +/g, ' ');
    const { cases, outcomes, escalation, burdens, outcomeShares } = report;
    expect(text).toContain(`${cases.all} case`);
    expect(text).toContain(`${cases.open} still open, ${cases.provisional} may still change, ${cases.final} final`);
    if (escalation.asked > 0) expect(text).toContain(`, in vain in ${escalation.askedAndNotGot}`);
    for (const [state, share] of Object.entries(outcomeShares)) {
      const [, count = 0] = Object.entries(outcomes).find(([name]) => name === state) ?? [];
      expect(text).toContain(` ${count} ${percent(share)}`);
    }
    for (const { cases: n, pointsPer100Cases, owner } of burdens.slice(0, 6))
      expect(text).toContain(`${amount(pointsPer100Cases)} ${n} case${n === 1 ? '' : 's'} ${owner}`);
    for (const n of cases.engaged === 0 ? [] : report.effort.histogram.filter((one) => one > 0))
      expect(text).toContain(` ${n.toLocaleString('en')}`);
  });
});

const figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), value: z.number(), low: z.number(), high: z.number(), n: z.number() }),
  z.object({ kind: z.literal('estimate'), value: z.number(), low: z.number(), high: z.number(), n: z.number() }),
  z.object({ kind: z.literal('too_few'), n: z.number() }),
  z.object({ kind: z.literal('no_data'), n: z.literal(0) }),
]);

function said(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en');
  const read = figure.parse(value);
  return read.kind === 'estimate' ? amount(read) : percent(read);
}

function cellOf(group: unknown, report: Report, name: string): string {
  const own: Readonly<Record<string, unknown>> = { key: 'all', label: 'all', ...Object(group) };
  const burden = /^burdens\.(\d)\.(.+)$/.exec(name);
  if (burden) return text(burdenCell(at(own, `burdens.${Number(burden[1]) - 1}`), burden[2] ?? ''));
  if (/^outcomeShares\.\w+\.kind$/.test(name)) return text(at(own, name) ?? 'no_data');
  if (/^outcomeShares\.\w+\.n$/.test(name)) return text(at(own, name) ?? 0);
  if (name.includes('.bound.')) return '';
  if (name.startsWith('resolution.pointInterval.') && at(own, 'resolution.pointInterval') === null) return '';
  return text(at((name.split('.')[0] ?? '') in own ? own : report, name));
}

function burdenCell(burden: unknown, field: string): unknown {
  if (field === 'file' || field === 'line') return burden === undefined ? '' : at(burden, `step.${field}`);
  if (burden !== undefined) return at(burden, field);
  return field.endsWith('.kind') ? 'no_data' : field.endsWith('.n') ? 0 : '';
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The names of all numbers of a group but those of its lists, which are as long as they are. */
function numbersIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  const lists: readonly (
    | keyof Figures
    | 'groups'
    | 'latest'
    | 'trust'
    | 'trend'
    | 'dialogs'
    | 'customers'
    | 'seed'
    | 'experiments'
  )[] = ['burdens', 'groups', 'latest', 'trust', 'trend', 'dialogs', 'customers', 'seed', 'experiments'];
  return Object.entries(value).flatMap(([name, part]) =>
    lists.some((list) => list === name) ? [] : numbersIn(part, path === '' ? name : `${path}.${name}`),
  );
}
