import type { Event } from '../../events/event.ts';
import type { Context } from '../case/context.ts';
import { isRepair } from '../case/fold-dialogs.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { foldGoals, type Goals } from './fold-goals.ts';

/**
 * What an outcome rests on, beside what is known of the case.
 *
 * @property stated what the customer said last about its being solved
 * @property handoff the latest one, unless a goal was reached after it
 * @property failedTurn customer turn of the case in which the bot failed last, 0 for none
 * @property thankedTurn customer turn of the case in which the customer thanked last, 0 for never
 * @property answeredQuestion the customer answered a question of the bot
 */
export type OutcomeFold = {
  readonly goals: Goals;
  readonly ledger: readonly Evidence[];
  readonly stated: 'yes' | 'partly' | 'no' | null;
  readonly handoff: 'requested' | 'unavailable' | null;
  /** what the person said last who answered */
  readonly agent: 'yes' | 'partly' | 'no' | null;
  /** something in scope was refused: whether a way to object was offered after it */
  readonly refused: 'plainly' | 'with a way to object' | null;
  /** the customer was told where else to go */
  readonly redirected: boolean;
  readonly failedTurn: number;
  readonly thankedTurn: number;
  readonly answeredQuestion: boolean;
};

export const startOutcome: OutcomeFold = {
  goals: [],
  ledger: [],
  stated: null,
  handoff: null,
  agent: null,
  refused: null,
  redirected: false,
  failedTurn: 0,
  thankedTurn: 0,
  answeredQuestion: false,
};

/** A case with the rule's version: what a fold step of the outcome sees, as it was before the event. */
export type OutcomeGround = { readonly context: Context; readonly outcome: OutcomeFold; readonly version: string };

/** Folds one event. One that proves nothing leaves the fold as it is. */
export function foldOutcome({ context, outcome, version }: OutcomeGround, event: Event): OutcomeFold {
  const found = evidenceOf({ context, goals: outcome.goals, version }, event);
  const known = found ? { ...outcome, ledger: noted(outcome.ledger, found) } : outcome;
  const goals = foldGoals(context, known.goals, event);
  return fold(goals === known.goals ? known : { ...known, goals }, context, event);
}

/** A ledger that holds more keeps its beginning and its end. */
const mostEntries = 40;
const firstEntries = 10;

function noted(ledger: readonly Evidence[], entry: Evidence): readonly Evidence[] {
  return ledger.length < mostEntries ? [...ledger, entry] : [...ledger.toSpliced(firstEntries, 1), entry];
}

function fold(outcome: OutcomeFold, context: Context, event: Event): OutcomeFold {
  switch (event.type) {
    case 'resolution.stated':
      return { ...outcome, stated: event.data.value };
    case 'handoff.requested':
      return { ...outcome, handoff: 'requested' };
    case 'handoff.unavailable':
      return { ...outcome, handoff: 'unavailable' };
    case 'handoff.closed':
      return { ...outcome, agent: event.data.solved ?? null };
    case 'conversation.redirected':
      return { ...outcome, redirected: true };
    case 'question.asked':
      return outcome.refused === 'plainly' && event.data.kind === 'offer' && event.data.reason === 'first'
        ? { ...outcome, refused: 'with a way to object' }
        : outcome;
    case 'scope.refused':
      return { ...outcome, refused: 'plainly', failedTurn: context.customerTurns };
    case 'goal.reached':
      return isRepair(context, event.data.at.dialog) ? outcome : { ...outcome, handoff: null, refused: null };
    case 'customer.thanked':
      return { ...outcome, thankedTurn: context.customerTurns };
    case 'question.closed':
      return event.data.how === 'answered' ? { ...outcome, answeredQuestion: true } : outcome;
    default:
      return isFailure(context, event) ? { ...outcome, failedTurn: context.customerTurns } : outcome;
  }
}

function isFailure(context: Context, event: Event): boolean {
  switch (event.type) {
    case 'action.failed':
      return !context.verifying.includes(event.data.request);
    case 'turn.stranded':
    case 'turn.halted':
    case 'message.unmatched':
    case 'goal.failed':
      return true;
    default:
      return false;
  }
}
