import type { Measures } from '../../measurement/constants/measures.ts';
import { recomputeReport } from '../../reports/measures/recompute-report.ts';
import type { Report } from '../../reports/report/report.ts';
import { amount, percent } from '../../reports/words.ts';
import { openStore } from '../../storage/open-store.ts';
import { seed } from '../report-json.ts';

export type Both = { readonly before: Measures; readonly next: Measures; readonly zone: string };

/** The headlines of everything that is stored, under the measures of before and the next ones. Rejects as the store does. */
export async function compareOver(location: string, { before, next, zone }: Both): Promise<string> {
  const store = await openStore(location, { readOnly: true });
  const query = { from: null, to: null, zone, asOf: Date.parse(next.published ?? ''), filters: {}, by: null, seed };
  try {
    const was = await recomputeReport({ store, measures: before }, query);
    const is = await recomputeReport({ store, measures: next }, query);
    const head = `${''.padEnd(label)}${`number ${before.number}`.padEnd(width)}number ${next.number}`;
    return [head, ...rows.map(([name, said]) => `${name.padEnd(label)}${said(was).padEnd(width)}${said(is)}`)].join(
      '\n',
    );
  } finally {
    await store.close();
  }
}

const label = 20;
const width = 24;

const rows: readonly (readonly [string, (report: Report) => string])[] = [
  ['Cases', ({ cases }) => String(cases.all)],
  ['Good experience', ({ goodExperience }) => percent(goodExperience)],
  ['Solved for sure', ({ resolution }) => percent(resolution.confirmed)],
  ['Effort, median', ({ effort }) => amount(effort.median)],
  ['Effort, high', ({ effort }) => percent(effort.highShare)],
];
