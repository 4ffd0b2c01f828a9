/**
 * The cases a figure is made of: those a query is about.
 */
import type { Measures, Signal } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import type { FactsPlace } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { kindOf } from '../report/cases/kind.ts';
import { type Query, rangeOf, selects } from '../report/query.ts';
import { type CaseSet, isInSet } from './case-sets.ts';
import { createFirst, type Order } from './create-first.ts';

/**
 * @property after the place a page before ended at; only by start, oldest first
 * @property step `file:line` of a dialog step that burdened them
 * @property bin of ten points of effort, from 0
 * @property entered a dialog they went through; `stopped`: the slot that was the last thing it asked
 */
export type CasesQuery = Query & {
  readonly outcome: OutcomeState | null;
  readonly signal: Signal | null;
  readonly set: CaseSet | null;
  readonly step: string | null;
  readonly bin: number | null;
  readonly entered: string | null;
  readonly stopped: string | null;
  readonly customer: string | null;
  readonly order: Order;
  readonly after: FactsPlace | null;
  readonly limit: number;
};

/**
 * @property count how many there are in all, counted from `after` on
 * @property next what to ask the next page with; `null` on the last one, and in other orders than by start
 */
export type CaseList = {
  readonly schema: 'cases/1';
  readonly count: number;
  readonly cases: readonly ListedCase[];
  readonly next: FactsPlace | null;
};

export type ListedCase = Pick<
  Facts,
  'case' | 'conversation' | 'customer' | 'touchpoint' | 'intent' | 'dialog' | 'language'
> & {
  readonly startedAt: string;
  readonly lastAt: string;
  readonly outcome: OutcomeState;
  readonly final: boolean;
  readonly resolved: number;
  readonly effort: number | null;
  readonly censored: boolean;
  readonly customerTurns: number;
  readonly signals: readonly Signal[];
};

/** Rejects as the store does. */
export async function listCases(
  { store, measures }: { readonly store: Pick<Store, 'facts'>; readonly measures: Measures },
  query: CasesQuery,
): Promise<CaseList> {
  const isSelected = selects(query);
  const first = createFirst(query.order, query.limit);
  const range = { ...rangeOf(query), ...(query.after && { after: query.after }) };
  for await (const facts of storedFacts(store, range))
    if (isSelected(facts) && fits(facts, query, measures)) first.add(facts);
  const { count, cases } = first.read();
  const last = cases.at(-1);
  const isWhole = count === cases.length || query.order !== 'oldest';
  return { schema: 'cases/1', count, cases: cases.map(listed), next: last && !isWhole ? placeOf(last) : null };
}

function fits(facts: Facts, query: CasesQuery, measures: Measures): boolean {
  const { outcome, set, bin, customer } = query;
  if (outcome !== null && facts.outcome.state !== outcome) return false;
  if (customer !== null && facts.customer !== customer) return false;
  if (bin !== null && binOf(facts) !== bin) return false;
  if (set !== null && !isInSet(set, kindOf(measures, facts))) return false;
  return isBurdened(facts, query) && wentThrough(facts, query);
}

function binOf({ effort, engaged }: Facts): number | null {
  return effort === null || !engaged ? null : Math.min(9, Math.floor(effort.value / 10));
}

function isBurdened({ burdens }: Facts, { signal, step }: CasesQuery): boolean {
  if (signal === null && step === null) return true;
  return burdens.some(
    (tally) =>
      (signal === null || tally.signal === signal) &&
      (step === null || (tally.step !== null && `${tally.step.file}:${tally.step.line}` === step)),
  );
}

function wentThrough({ path, outcome }: Facts, { entered, stopped }: CasesQuery): boolean {
  if (entered === null && stopped === null) return true;
  return path.some(({ dialog, asked, how }) => {
    if (entered !== null && dialog !== entered) return false;
    if (stopped === null) return true;
    const isThrough =
      how === 'finished' || outcome.goals.some((goal) => goal.dialog === dialog && goal.state === 'reached');
    return !isThrough && asked.at(-1) === stopped;
  });
}

function placeOf({ case: id, conversation, startedAt }: Facts): FactsPlace {
  return { case: id, conversation, startedAt };
}

function listed({ outcome, effort, startedAt, lastAt, censored, customerTurns, burdens, ...facts }: Facts): ListedCase {
  const { case: id, conversation, customer, touchpoint, intent, dialog, language } = facts;
  return {
    ...{ case: id, conversation, customer, touchpoint, intent, dialog, language },
    startedAt: new Date(startedAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    outcome: outcome.state,
    final: outcome.final,
    resolved: outcome.resolved,
    effort: effort?.value ?? null,
    censored,
    customerTurns,
    signals: [...new Set(burdens.map(({ signal }) => signal))],
  };
}
