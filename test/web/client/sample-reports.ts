/** Reports as the server makes them, of a business of invented cases. */

import { published } from '../../../src/measurement/constants/measures.ts';
import { listCases } from '../../../src/reports/case/list-cases.ts';
import { readCase } from '../../../src/reports/case/read-case.ts';
import { type Handover, staffFigures } from '../../../src/reports/desk/staff-figures.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import { journeyOf } from '../../../src/reports/journey/journey-of.ts';
import { pathOfCustomer } from '../../../src/reports/journey/path-of-customer.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import type { Dimension } from '../../../src/reports/report/query.ts';
import { keepTable } from '../../../src/reports/table/keep-table.ts';
import { tableOf } from '../../../src/reports/table/table-of.ts';
import { start } from '../../measurement/story.ts';
import { queryOf, storeOf } from '../../reports/case/few.ts';
import { answer } from '../../reports/journey/answer.ts';
import { type Kind, manyFacts } from '../../reports/many-cases.ts';

const mix: readonly Kind[] = ['easy', 'easy', 'bumpy', 'easy', 'failed', 'left', 'open', 'easy', 'mute'];

/** JSON of `report/1` over `count` conversations, with their groups. */
export function sampleReport(count: number, by: Dimension = 'touchpoint'): string {
  const query = {
    from: null,
    to: null,
    zone: 'Europe/Berlin',
    asOf: start + 400 * 86_400_000,
    filters: {},
    by,
    seed: 1,
  };
  return canonicalJson(buildReport(manyFacts(count, mix), query, published));
}

/** JSON of `journey/1`: the same cases, and what customers said of the phone. `path`: that of the first customer. */
export function sampleJourney(count: number): { readonly all: string; readonly path: string } {
  const query = {
    from: null,
    to: null,
    zone: 'Europe/Berlin',
    asOf: start + 400 * 86_400_000,
    filters: {},
    by: null,
    seed: 1,
  };
  const phone = [...'5554155542'].flatMap((value, index) =>
    answer(
      { id: `p${index}`, at: start + index * 3_600_000, touchpoint: 'phone', customer: `u${index}` },
      'csat',
      value,
    ),
  );
  const facts = [...manyFacts(count, mix), ...phone];
  const table = tableOf(published, facts);
  const path = pathOfCustomer(table, { query, measures: published, customer: 'u0' });
  return { all: JSON.stringify(journeyOf(table, query)), path: JSON.stringify(path) };
}

/** JSON of a list of cases, and of the first of them laid open. */
export async function sampleCases(
  count: number,
): Promise<{ readonly list: string; readonly one: string; readonly id: string }> {
  const store = await storeOf(count, ['bumpy', 'failed', 'easy', 'left']);
  const source = { store, measures: published };
  const list = await listCases({ store, cases: keepTable(store) }, queryOf({ limit: 50 }));
  const id = list.cases[0]?.case ?? '';
  return { list: JSON.stringify(list), one: JSON.stringify(await readCase(source, id)), id };
}

/** JSON of what people did: Ana had twelve customers, Bo three. */
export function sampleStaff(): string {
  const taken = (customer: string, agent: string): Handover => ({
    handoff: 'h1',
    team: 'care',
    requestedAt: 0,
    queuedAt: 0,
    acceptedAt: 20_000,
    agent,
    name: agent,
    repliedAt: 25_000,
    endedAt: 320_000,
    transfers: 0,
    losses: 0,
    end: 'closed',
    solved: 'yes',
    customer,
    toldAgain: false,
  });
  const ana = Array.from({ length: 12 }, (_, index) => taken(`a${index}`, 'Ana'));
  const bo = Array.from({ length: 3 }, (_, index) => taken(`b${index}`, 'Bo'));
  return JSON.stringify({
    schema: 'staff/1',
    ...staffFigures([...ana, ...bo]),
    teams: [{ team: 'care', ...staffFigures([...ana, ...bo]) }],
    weekdays: [{ weekday: 1, ...staffFigures([...ana, ...bo]) }],
    agents: [
      { agent: 'a', name: 'Ana', ...staffFigures(ana) },
      { agent: 'b', name: 'Bo', ...staffFigures(bo) },
    ],
  });
}
