/**
 * A case laid open: what was said, what it cost, what tells how it ended, and why the bot did what it did.
 */
import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { type Effort, receiptOf } from '../../measurement/effort/receipt.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { Evidence } from '../../measurement/outcome/evidence.ts';
import type { Outcome } from '../../measurement/outcome/outcome.ts';
import { type TracedTurn, traceOf } from '../trace/trace-of.ts';
import type { MarkedEvent } from './mark-burdens.ts';
import { type Line, transcriptOf } from './transcript-of.ts';

/** @property receipt `null` where the customer never spoke */
export type CaseView = {
  readonly schema: 'case/1';
  readonly case: string;
  readonly about: Omit<Facts, 'case' | 'burdens' | 'outcome' | 'effort' | 'startedAt' | 'lastAt'> & {
    readonly startedAt: string;
    readonly lastAt: string;
  };
  readonly outcome: Omit<Outcome, 'evidence' | 'conflicts'>;
  readonly transcript: readonly Line[];
  readonly receipt: Effort | null;
  readonly ledger: Ledger;
  readonly trace: readonly TracedTurn[];
};

/** @property evidence in order of time */
export type Ledger = {
  readonly evidence: readonly (Omit<Evidence, 'at'> & { readonly at: string })[];
  readonly conflicts: Outcome['conflicts'];
};

/** @param events those of the case, over all its conversations, in order */
export function viewCase(measures: Measures, facts: Facts, events: readonly MarkedEvent[]): CaseView {
  const { case: id, burdens, outcome, effort, startedAt, lastAt, ...about } = facts;
  const { evidence, conflicts, ...became } = outcome;
  return {
    schema: 'case/1',
    case: id,
    about: { ...about, startedAt: iso(startedAt), lastAt: iso(lastAt) },
    outcome: became,
    transcript: transcriptOf(measures, events, burdens),
    receipt: effort && receiptOf(measures, burdens),
    ledger: { evidence: evidence.map((one) => ({ ...one, at: iso(one.at) })), conflicts },
    trace: traceOf(events.map(({ event }): Event => event)),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
