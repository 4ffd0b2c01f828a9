/** Reports as the server makes them, of a business of invented cases. */
import { published } from '../../../src/measurement/constants/measures.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { start } from '../../measurement/story.ts';
import { type Kind, manyFacts } from '../../reports/many-cases.ts';

const mix: readonly Kind[] = ['easy', 'easy', 'bumpy', 'easy', 'failed', 'left', 'open', 'easy', 'mute'];

/** JSON of `report/1` over `count` conversations. */
export function sampleReport(count: number): string {
  const query = {
    from: null,
    to: null,
    zone: 'Europe/Berlin',
    asOf: start + 400 * 86_400_000,
    filters: {},
    by: null,
    seed: 1,
  };
  return canonicalJson(buildReport(manyFacts(count, mix), query, published));
}
