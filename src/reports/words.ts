/**
 * How figures and names are said to a reader.
 */
import type { Signal } from '../measurement/constants/measures.ts';
import type { OutcomeState } from '../measurement/outcome/outcome-states.ts';
import { type Estimate, fewest, type Rate } from '../measurement/statistics/rate.ts';
import type { BurdenStep } from './report/report.ts';

export const outcomeWords: Readonly<Record<OutcomeState, string>> = {
  resolved_verified: 'solved, verified',
  resolved_confirmed: 'solved, customer said so',
  resolved_assumed: 'solved, assumed from silence',
  escalated_resolved: 'solved by a person',
  escalated_unresolved: 'handed over, not solved',
  unresolved: 'not solved',
  abandoned: 'abandoned',
  declined: 'declined by policy',
  out_of_scope: 'out of scope',
  open: 'still open',
  unengaged: 'customer never spoke',
  spam_test: 'spam or test',
};

export const signalWords: Readonly<Record<Signal, string>> = {
  bot_failure: 'bot failed',
  no_match: 'not understood',
  reprompt: 'asked again',
  correction: 'had to correct',
  rephrase: 'had to rephrase',
  unclear: 'unclear',
  backtrack: 'went back',
  restart: 'started over',
  loop: 'went in circles',
  human_request: 'asked for a person',
  human_request_again: 'asked for a person in vain',
  escalation: 'handed over',
  transfer: 'passed on',
  told_again: 'told again',
  channel_switch: 'changed channel',
  repeat_contact: 'contacted again',
  sitting: 'had to come back',
  wait: 'waited',
  auth: 'proved identity',
  words: 'wrote much',
  turns: 'took many turns',
  no_human: 'no person there',
};

/** `32 % (28–37)`; what is missing is said, never shown as 0. */
export function percent(rate: Rate): string {
  if (rate.kind !== 'rate') return missing(rate);
  return `${whole(rate.value)} % (${whole(rate.low)}–${whole(rate.high)})`;
}

/** `12.4 (10.9–13.8)` */
export function amount(estimate: Estimate): string {
  if (estimate.kind !== 'estimate') return missing(estimate);
  return `${estimate.value.toFixed(1)} (${estimate.low.toFixed(1)}–${estimate.high.toFixed(1)})`;
}

function missing(figure: { readonly kind: 'too_few' | 'no_data'; readonly n: number }): string {
  return figure.kind === 'no_data' ? 'no data' : `too few (${figure.n} of ${fewest})`;
}

function whole(share: number): string {
  return String(Math.round(share * 100));
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `dialogs/refund.yaml:12  refund-order › ask-order` */
export function whereOf(step: BurdenStep | null): string {
  if (step === null) return 'no dialog step: what was said outside any question';
  const name = step.step === '' ? step.dialog : `${step.dialog} › ${step.step}`;
  return `${step.file}:${step.line}  ${name}`;
}
