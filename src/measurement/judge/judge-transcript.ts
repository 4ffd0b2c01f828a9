/**
 * Judges one conversation of any bot: the row of `touchpoint judge --json`. Contracts §8.
 */
import type { Measures, Signal } from '../constants/measures.ts';
import { receiptOf } from '../effort/receipt.ts';
import type { Band } from '../effort/score.ts';
import type { Facts } from '../facts.ts';
import { foldConversation, readConversation, startConversation } from '../fold-conversation.ts';
import type { Source } from '../outcome/evidence.ts';
import type { OutcomeState } from '../outcome/outcome-states.ts';
import type { Rules } from './mapping/mapping.ts';
import { type Telling, tellTranscript } from './telling/tell-transcript.ts';
import type { Transcript } from './transcript.ts';

/**
 * @property effort 0–100; `null`, as `low`, `high` and `band`, when the customer never spoke
 * @property resolved probability that the issue was solved, from the published table of odds
 * @property turns counted from 0 over the turns of the conversation
 */
export type JudgedRow = {
  readonly id: string;
  readonly effort: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: Band | null;
  readonly censored: boolean;
  readonly outcome: OutcomeState;
  readonly resolved: number;
  readonly customerTurns: number;
  readonly burdens: readonly JudgedBurden[];
  readonly evidence: readonly JudgedEvidence[];
  readonly versions: { readonly effort: string; readonly outcome: string };
};

/** @property points weight · counted; the points of all burdens add up to the burden B */
export type JudgedBurden = {
  readonly signal: Signal;
  readonly count: number;
  readonly counted: number;
  readonly weight: number;
  readonly points: number;
  readonly probable: boolean;
  readonly turns: readonly number[];
  readonly owner: string;
};

export type JudgedEvidence = {
  readonly source: Source;
  readonly value: boolean;
  readonly turn: number;
  readonly rule: string;
};

export type Judging = { readonly transcript: Transcript; readonly rules: Rules; readonly measures: Measures };

export function judgeTranscript({ transcript, rules, measures }: Judging): JudgedRow {
  const facts = factsOf({ transcript, rules, conversation: transcript.id, numbering: 'transcript' }, measures);
  const { effort, burdens, outcome, versions } = facts;
  return {
    id: transcript.id,
    effort: effort?.value ?? null,
    low: effort?.low ?? null,
    high: effort?.high ?? null,
    band: effort?.band ?? null,
    censored: facts.censored,
    outcome: outcome.state,
    resolved: outcome.resolved,
    customerTurns: facts.customerTurns,
    burdens: effort === null ? [] : receiptOf(measures, burdens).rows.map(({ steps: _steps, ...row }) => row),
    evidence: outcome.evidence.map(({ source, value, turn, rule }) => ({ source, value, turn, rule })),
    versions: { effort: versions.effort, outcome: versions.outcome },
  };
}

/** The facts of a transcript, as a report needs them. */
export function factsOf(telling: Telling, measures: Measures): Facts {
  const { conversation } = telling;
  const fold = foldConversation(measures, startConversation, tellTranscript(telling));
  const [facts] = readConversation(measures, conversation, fold);
  if (facts) return facts;
  throw new RangeError(`the transcript '${conversation}' has no events`);
}
