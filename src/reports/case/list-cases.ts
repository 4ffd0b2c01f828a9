/**
 * The cases a figure is made of: those a query is about, page by page.
 */
import type { Signal } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import type { FactsPlace } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { type Query, rangeOf, selects } from '../report/query.ts';

/** @property after the place a page before ended at */
export type CasesQuery = Query & {
  readonly outcome: OutcomeState | null;
  readonly signal: Signal | null;
  readonly after: FactsPlace | null;
  readonly limit: number;
};

/** @property next what to ask the next page with; `null` on the last one */
export type CaseList = {
  readonly schema: 'cases/1';
  readonly cases: readonly ListedCase[];
  readonly next: FactsPlace | null;
};

export type ListedCase = Pick<Facts, 'case' | 'conversation' | 'touchpoint' | 'intent' | 'dialog' | 'language'> & {
  readonly startedAt: string;
  readonly outcome: OutcomeState;
  readonly final: boolean;
  readonly resolved: number;
  readonly effort: number | null;
  readonly censored: boolean;
  readonly customerTurns: number;
};

/** By start, oldest first. Rejects as the store does. */
export async function listCases(store: Pick<Store, 'facts'>, query: CasesQuery): Promise<CaseList> {
  const isSelected = selects(query);
  const cases: Facts[] = [];
  const range = { ...rangeOf(query), ...(query.after && { after: query.after }) };
  for await (const facts of storedFacts(store, range)) {
    if (!isSelected(facts) || !fits(facts, query)) continue;
    if (cases.length === query.limit) return listOf(cases, placeOf(cases.at(-1)));
    cases.push(facts);
  }
  return listOf(cases, null);
}

function fits({ outcome, burdens }: Facts, query: CasesQuery): boolean {
  if (query.outcome !== null && outcome.state !== query.outcome) return false;
  return query.signal === null || burdens.some(({ signal }) => signal === query.signal);
}

function placeOf(last: Facts | undefined): FactsPlace | null {
  return last ? { case: last.case, conversation: last.conversation, startedAt: last.startedAt } : null;
}

function listOf(cases: readonly Facts[], next: FactsPlace | null): CaseList {
  return { schema: 'cases/1', cases: cases.map(listed), next };
}

function listed({ outcome, effort, startedAt, censored, customerTurns, ...facts }: Facts): ListedCase {
  const { case: id, conversation, touchpoint, intent, dialog, language } = facts;
  return {
    ...{ case: id, conversation, touchpoint, intent, dialog, language },
    startedAt: new Date(startedAt).toISOString(),
    outcome: outcome.state,
    final: outcome.final,
    resolved: outcome.resolved,
    effort: effort?.value ?? null,
    censored,
    customerTurns,
  };
}
