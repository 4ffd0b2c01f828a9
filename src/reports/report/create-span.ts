/**
 * The time a report is about, and the latest cases in it.
 */
import type { Facts } from '../../measurement/facts.ts';
import { daysOf, type Query } from './query.ts';
import type { LatestCase, Report } from './report.ts';

/** `see` any facts there are; `add` those the report is about. */
export type Span = {
  see(facts: Facts): void;
  add(facts: Facts): void;
  read(): Pick<Report, 'from' | 'to' | 'latest'> & Pick<Report['trust'], 'freshSeconds'>;
};

const latestShown = 5;

export function createSpan(query: Query): Span {
  let newest: number | null = null;
  let first = query.asOf;
  let latest: readonly Facts[] = [];
  return {
    see({ lastAt }) {
      newest = Math.max(newest ?? lastAt, lastAt);
    },
    add(facts) {
      first = Math.min(first, facts.startedAt);
      const oldest = latest[latestShown - 1];
      if (!oldest || order(facts, oldest) < 0) latest = [...latest, facts].sort(order).slice(0, latestShown);
    },
    read: () => ({
      ...daysOf(query, first),
      freshSeconds: newest === null ? null : Math.max(0, Math.round((query.asOf - newest) / 1000)),
      latest: latest.map(latestCase),
    }),
  };
}

/** Newest first. */
function order(a: Facts, b: Facts): number {
  return b.startedAt - a.startedAt || (a.case > b.case ? -1 : a.case < b.case ? 1 : 0);
}

function latestCase({ startedAt, outcome, effort, ...facts }: Facts): LatestCase {
  return {
    case: facts.case,
    startedAt: new Date(startedAt).toISOString(),
    intent: facts.intent,
    outcome: outcome.state,
    final: outcome.final,
    effort: effort?.value ?? null,
    customerTurns: facts.customerTurns,
  };
}
