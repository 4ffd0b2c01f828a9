/** Reports over invented businesses. */
import { published } from '../../src/measurement/constants/measures.ts';
import { buildReport } from '../../src/reports/report/build-report.ts';
import type { Query } from '../../src/reports/report/query.ts';
import type { Report } from '../../src/reports/report/report.ts';
import { start } from '../measurement/story.ts';
import { type Kind, manyFacts } from './many-cases.ts';

const mix: readonly Kind[] = ['easy', 'easy', 'bumpy', 'failed', 'left', 'open', 'mute'];

/** A report over `count` conversations of every kind. */
export function reportOf(count: number, more: Partial<Query> = {}): Report {
  const asOf = start + 400 * 24 * 3_600_000;
  const query = { from: null, to: null, zone: 'Europe/Berlin', asOf, filters: {}, by: null, seed: 1, ...more };
  return buildReport(manyFacts(count, mix), query, published);
}
