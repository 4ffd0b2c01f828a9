/**
 * The cases a figure is made of: those a query is about.
 */
import type { Signal } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import type { FactsPlace } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { selectRows } from '../report/cases/select-rows.ts';
import type { Query } from '../report/query.ts';
import type { TableView } from '../table/create-table.ts';
import type { Cases } from '../table/keep-table.ts';
import type { Route } from '../table/terms.ts';
import { type CaseSet, isInSet } from './case-sets.ts';
import { comparerOf, firstRows, type Order } from './first-rows.ts';

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
 * @property count how many there are in all, counted from `after` on; `cases` of them are shown
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

export type CasesSource = { readonly store: Pick<Store, 'facts'>; readonly cases: Cases };

/** Rejects as the store does. */
export async function listCases({ store, cases }: CasesSource, query: CasesQuery): Promise<CaseList> {
  const table = await cases.table();
  const rows = afterPlace(table, selectRows(table, query).filter(fits(table, query)), query.after);
  const shown = firstRows(rows, comparerOf(table, query.order), query.limit);
  const facts = await factsOf(store, table, shown);
  const last = facts.at(-1);
  const isWhole = rows.length === shown.length || query.order !== 'oldest';
  return {
    schema: 'cases/1',
    count: rows.length,
    cases: facts.map(listed),
    next: last && !isWhole ? placeOf(last) : null,
  };
}

/** Of the few that are shown, all that is known. One that is gone meanwhile is left out. */
async function factsOf(
  store: Pick<Store, 'facts'>,
  table: TableView,
  rows: readonly number[],
): Promise<readonly Facts[]> {
  const { conversation } = table.columns();
  const names = new Set(rows.map((row) => table.conversations.at(conversation[row] ?? 0)));
  const found = new Map<string, Facts>();
  for (const name of names)
    for await (const facts of storedFacts(store, { conversation: name })) found.set(facts.case, facts);
  return rows.flatMap((row) => found.get(table.cases.at(row)) ?? []);
}

/** In the order of the oldest first. */
function afterPlace(table: TableView, rows: Uint32Array, after: FactsPlace | null): Uint32Array {
  if (after === null) return rows;
  const { startedAt, conversation } = table.columns();
  return rows.filter((row) => {
    const at = startedAt[row] ?? 0;
    if (at !== after.startedAt) return at > after.startedAt;
    const name = table.conversations.at(conversation[row] ?? 0);
    return name > after.conversation || (name === after.conversation && table.cases.at(row) > after.case);
  });
}

function fits(table: TableView, query: CasesQuery): (row: number) => boolean {
  const { outcome, set, bin, customer } = query;
  const columns = table.columns();
  const isKind = table
    .kinds()
    .map((kind) => (outcome === null || kind.state === outcome) && (set === null || isInSet(set, kind)));
  const isRoute = table.routes().map((route) => wentThrough(route, query));
  const hasBurden = burdened(table, query);
  const hasBin = table.kinds().map(({ engaged }) => engaged);
  const whose = customer === null ? null : (table.customers.find(customer) ?? Number.NaN);
  return (row) => {
    const kind = columns.kind[row] ?? 0;
    if (isKind[kind] !== true || isRoute[columns.route[row] ?? 0] !== true) return false;
    if (whose !== null && columns.customer[row] !== whose) return false;
    if (bin !== null && (hasBin[kind] !== true || binOf(columns.tenths[row] ?? -1) !== bin)) return false;
    return hasBurden(row);
  };
}

function binOf(tenths: number): number {
  return Math.min(9, Math.floor(tenths / 100));
}

function burdened(table: TableView, { signal, step }: CasesQuery): (row: number) => boolean {
  if (signal === null && step === null) return () => true;
  const isMeant = table
    .causes()
    .map(
      (cause) =>
        (signal === null || cause.signal === signal) &&
        (step === null || (cause.step !== null && `${cause.step.file}:${cause.step.line}` === step)),
    );
  const { firstCost, costs } = table.columns();
  const causes = table.costs.causes();
  return (row) => {
    const first = firstCost[row] ?? 0;
    const end = first + (costs[row] ?? 0);
    for (let at = first; at < end; at++) if (isMeant[causes[at] ?? 0] === true) return true;
    return false;
  };
}

function wentThrough(route: Route, { entered, stopped }: CasesQuery): boolean {
  if (entered === null && stopped === null) return true;
  return route.some(({ dialog, asked, finished, reached }) => {
    if (entered !== null && dialog !== entered) return false;
    if (stopped === null) return true;
    return !finished && !reached && asked.at(-1) === stopped;
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
