/**
 * What is read beside the turns, by name: each job reads a store and gives text. What it is given and gives crosses threads, so it is plain data.
 */
import type { Instant } from '../../events/instant.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { withoutWords } from '../../reports/case/without-words.ts';
import { type Handovers, keepHandovers } from '../../reports/desk/keep-handovers.ts';
import { searchTalk, type TalkQuery } from '../../reports/desk/search-talk.ts';
import { type Reports, readReports } from '../../reports/report/read-report.ts';
import { listDrawn } from '../../reports/surveys/list-drawn.ts';
import { type Cases, keepTable } from '../../reports/table/keep-table.ts';
import type { Store } from '../../runtime/ports.ts';
import { caseJson, casesJson, conversationJson, reviewsJson, staffJson } from '../case-json.ts';
import type { CasesFlags } from '../cases-flags.ts';
import { type JourneyFlags, journeyJson } from '../journey-json.ts';
import type { MeasuresHistory } from '../measures/read-measures.ts';
import type { Flags } from '../report-flags.ts';
import { hoursJson, reportCsv, reportJson } from '../report-json.ts';

/** All that jobs ask of a store. */
export type ReadStore = Pick<Store, 'facts' | 'briefs' | 'lastChange' | 'hours' | 'events' | 'conversations'>;

/** @property cases those of the store; @property reports and @property handovers over them: kept from job to job */
export type Read = {
  readonly store: ReadStore;
  readonly cases: Cases;
  readonly reports: Reports;
  readonly handovers: Handovers;
};

/** Reads a store for the first time when it is asked. */
export function readOf(store: ReadStore): Read {
  const cases = keepTable(store);
  return { store, cases, reports: readReports(cases), handovers: keepHandovers(store, cases) };
}

/**
 * @property zone the business's time zone
 * @property history the measures figures are made with
 */
export type Input<T = Flags> = { readonly flags: T; readonly zone: string; readonly history: MeasuresHistory };

export type Job =
  | { readonly name: 'report' | 'csv' | 'hours' | 'reviews' | 'staff'; readonly input: Input }
  | { readonly name: 'cases'; readonly input: Input<CasesFlags> }
  | { readonly name: 'journey'; readonly input: Input<JourneyFlags> }
  | { readonly name: 'surveys'; readonly linkMs: number }
  | { readonly name: 'search'; readonly search: TalkQuery }
  /** `isVeiled`: without what was said */
  | {
      readonly name: 'case' | 'conversation';
      readonly id: string;
      readonly isVeiled: boolean;
      readonly measures: Measures;
    };

/** @param now the product's time as the job begins */
export async function runJob(read: Read, job: Job, now: Instant): Promise<string> {
  const { store } = read;
  switch (job.name) {
    case 'report':
      return reportJson(asked(read, job.input, now));
    case 'csv':
      return reportCsv(asked(read, job.input, now));
    case 'hours':
      return hoursJson(asked(read, job.input, now));
    case 'reviews':
      return reviewsJson(asked(read, job.input, now));
    case 'staff':
      return staffJson(asked(read, job.input, now));
    case 'cases':
      return casesJson(asked(read, job.input, now));
    case 'journey':
      return journeyJson(asked(read, job.input, now));
    case 'surveys':
      return surveysJson(read, job.linkMs, now);
    case 'search':
      return JSON.stringify(await searchTalk(store, job.search));
    case 'case':
      return caseJson({ store: seenBy(store, job), measures: job.measures }, job.id);
    case 'conversation':
      return conversationJson({ store: seenBy(store, job), measures: job.measures }, job.id);
  }
}

function seenBy(store: ReadStore, { isVeiled }: { readonly isVeiled: boolean }): ReadStore {
  return isVeiled ? withoutWords(store) : store;
}

/** Cases drawn to be asked how it was, whose links would hold now. */
async function surveysJson({ cases }: Read, linkMs: number, now: Instant): Promise<string> {
  const drawn = await listDrawn(cases, now - linkMs + 1);
  return JSON.stringify(drawn.map(({ case: id, startedAt }) => ({ case: id, until: startedAt + linkMs })));
}

function asked<T>(read: Read, { zone, ...rest }: Input<T>, now: Instant) {
  return { ...read, config: { zone }, clock: { now: () => now }, ...rest };
}
