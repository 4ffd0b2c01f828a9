import { listCases } from '../reports/case/list-cases.ts';
import { type CaseSource, readCase, readCases } from '../reports/case/read-case.ts';
import type { Handovers } from '../reports/desk/keep-handovers.ts';
import { readStaff } from '../reports/desk/read-staff.ts';
import { listReviews } from '../reports/review/list-reviews.ts';
import type { Cases } from '../reports/table/keep-table.ts';
import type { Clock, Store } from '../runtime/ports.ts';
import type { CasesFlags } from './cases-flags.ts';
import type { Config } from './config/config.ts';
import type { Flags } from './report-flags.ts';
import { seed } from './report-json.ts';

type AskedCases = {
  readonly store: Pick<Store, 'facts'>;
  readonly cases: Cases;
  readonly config: Pick<Config, 'zone'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly flags: CasesFlags;
};

type AskedReviews = Omit<AskedCases, 'store' | 'flags'> & { readonly flags: Flags };
type AskedStaff = Omit<AskedReviews, 'cases'> & { readonly handovers: Handovers };

/** The cases a figure is made of, as one line of JSON. */
export async function casesJson({ store, cases, config, clock, flags }: AskedCases): Promise<string> {
  const query = { ...flags, by: null, zone: config.zone, asOf: clock.now(), seed };
  return line(await listCases({ store, cases }, query));
}

/** What people are to review, as one line of JSON. */
export async function reviewsJson({ cases, config, clock, flags }: AskedReviews): Promise<string> {
  return line(await listReviews(cases, { ...flags, by: null, zone: config.zone, asOf: clock.now(), seed }));
}

/** What people did with what was handed to them, as one line of JSON. */
export async function staffJson({ handovers, config, clock, flags }: AskedStaff): Promise<string> {
  return line(await readStaff(handovers, { ...flags, by: null, zone: config.zone, asOf: clock.now(), seed }));
}

/** One case laid open, as one line of JSON. Rejects with CASE_UNKNOWN. */
export async function caseJson(source: CaseSource, id: string): Promise<string> {
  return line(await readCase(source, id));
}

/** A conversation laid open: all that was said, and its cases; receipt and ledger are those of the last. Rejects with CASE_UNKNOWN. */
export async function conversationJson(source: CaseSource, conversation: string): Promise<string> {
  const cases = await readCases(source, conversation);
  const last = cases.at(-1);
  return line({
    schema: 'conversation/1',
    conversation,
    transcript: cases.flatMap(({ transcript }) => transcript),
    receipt: last?.receipt ?? null,
    ledger: last?.ledger ?? null,
    trace: cases.flatMap(({ trace }) => trace),
    cases,
  });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
