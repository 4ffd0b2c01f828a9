/**
 * The report as CSV (RFC 4180): a row a group, or one for the whole, with the numbers of the JSON under their dotted names. What was not measured is
 * an empty cell, and its `kind` says why.
 */
import { outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import { noData } from '../../measurement/statistics/rate.ts';
import type { Comparison } from '../report/comparing/comparison.ts';
import type { BurdenFigure, Figures, Report } from '../report/report.ts';
import { type Cell, flatten } from './flatten.ts';

/** @returns lines ended by CRLF, the names first */
export function renderCsv(report: Report): string {
  const whole = { key: 'all', label: 'all', ...report };
  const rows = (report.by === null ? [whole] : report.groups).map((group) => rowOf(report, group));
  const [first = rowOf(report, whole)] = rows;
  const lines = [first.map(([name]) => name), ...rows.map((row) => row.map(([, value]) => value))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** @property against only of groups */
type Row = Figures & { readonly key: string; readonly label: string; readonly against?: Comparison };

/** Every row has the same names, whatever was measured. */
function rowOf({ from, to, zone, asOf, by, versions }: Report, row: Row): readonly Cell[] {
  const { key, label, outcomeShares, resolution, burdens, satisfaction, ...figures } = pick(row);
  return flatten({
    ...{ by: by ?? '', key, label, from, to, zone, asOf, versions },
    ...figures,
    resolution: { ...resolution, pointInterval: resolution.pointInterval ?? { low: null, high: null } },
    outcomeShares: Object.fromEntries(outcomeStates.map((state) => [state, outcomeShares[state] ?? noData])),
    satisfaction: surveys(satisfaction),
    burdens: Object.fromEntries(places.map((place, index) => [place, burdenOf(burdens[index])])),
  });
}

/** A group has nothing but figures; the whole report has more. */
function pick(row: Row): Row {
  const { key, label, cases, outcomes, outcomeShares, resolution, durable, containment, goodExperience } = row;
  const { effort, satisfaction, escalation, burdens, promises, initiated, sentiment, expectations, against } = row;
  const first = { key, label, cases, outcomes, outcomeShares, resolution, durable, containment, goodExperience };
  const then = { effort, satisfaction, escalation, burdens, promises, initiated, sentiment, expectations };
  return { ...first, ...then, ...(against && { against }) };
}

function surveys({ csat, ces, solved, expectation, ...rest }: Figures['satisfaction']): object {
  const of = ({ bound, ...survey }: Figures['satisfaction']['csat']): object => ({
    ...survey,
    bound: { low: bound?.[0] ?? null, high: bound?.[1] ?? null },
  });
  return { csat: of(csat), ces: of(ces), solved: of(solved), expectation: of(expectation), ...rest };
}

/** The heaviest burdens, which is what a row has room for; all of them are in the JSON. */
const places = ['1', '2', '3'] as const;

function burdenOf(burden: BurdenFigure | undefined): object {
  const { signal = null, owner = null, step = null, cases = null, pointsPer100Cases = noData } = burden ?? {};
  return { signal, owner, file: step?.file ?? null, line: step?.line ?? null, cases, pointsPer100Cases };
}

/** Quoted where needed. Spreadsheets run what begins like a formula: such text gets an apostrophe before it. */
function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
