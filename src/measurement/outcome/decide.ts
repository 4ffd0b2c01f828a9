/**
 * Which state a case is in, and by which evidence: highest wins, customer "no" > system of record > customer "yes" > agent > goal and silence.
 */
import type { Context } from '../case/context.ts';
import type { Measures, Reason } from '../constants/measures.ts';
import { inDialog } from './evidence.ts';
import type { Goal } from './fold-goals.ts';
import type { OutcomeFold } from './fold-outcome.ts';
import { leftAt } from './left-at.ts';
import type { LeftAt, OutcomeState } from './outcome-states.ts';

/** Everything a decision rests on. */
export type Ground = OutcomeFold & { readonly context: Context };

export type Decision = { readonly state: OutcomeState; readonly by: Reason; readonly at?: LeftAt };

/** Reads the state of a case from its fold. Total: every case is in exactly one state. */
export function decide(measures: Measures, fold: Ground): Decision {
  const { context, goals, stated } = fold;
  if (isTest(measures, context)) return { state: 'spam_test', by: 'nothing' };
  if (context.customerTurns === 0 || !context.botTookPart) return { state: 'unengaged', by: 'nothing' };
  if (stated === 'no' || stated === 'partly') return denied(fold, stated);
  if (isOutOfScope(measures, fold)) return { state: 'out_of_scope', by: 'out_of_scope' };
  const wanted = wantedGoals(goals);
  return wanted.length > 0 ? worst(wanted.map((goal) => ofGoal(fold, goal))) : withoutGoal(fold);
}

function isTest({ outcome: { testEntryPoints } }: Measures, { origin }: Context): boolean {
  return origin !== null && testEntryPoints.includes(origin.entryPoint);
}

/** A goal the customer called off counts only when there is no other. */
function wantedGoals(goals: readonly Goal[]): readonly Goal[] {
  const kept = goals.filter(({ withdrawn }) => !withdrawn);
  return kept.length > 0 ? kept : goals;
}

function denied({ handoff }: Ground, stated: 'no' | 'partly'): Decision {
  const by = stated === 'no' ? 'customer_no' : 'customer_partly';
  return { state: handoff === null ? 'unresolved' : 'escalated_unresolved', by };
}

/** Everything that was recognised lies outside what the bot is for. */
function isOutOfScope({ outcome: { outOfScopeIntents } }: Measures, { context, goals }: Ground): boolean {
  const { intents } = context;
  const isOutside = (intent: string): boolean =>
    outOfScopeIntents.some((name) => intent === name || intent.startsWith(`${name}.`));
  return goals.length === 0 && intents.length > 0 && intents.every(isOutside);
}

function ofGoal(fold: Ground, goal: Goal): Decision {
  const { context, stated } = fold;
  if (goal.verified === true) return { state: 'resolved_verified', by: 'record_yes' };
  if (goal.verified === false) return { state: fold.handoff ? 'escalated_unresolved' : 'unresolved', by: 'record_no' };
  if (stated === 'yes') return { state: 'resolved_confirmed', by: 'customer_yes' };
  if (fold.agent) return byPerson(fold.agent);
  if (fold.handoff) return escalated(fold.handoff, context);
  if (goal.state !== 'reached' && isDeclined(fold)) return declined(context);
  if (goal.state === 'failed') return { state: 'unresolved', by: 'failure' };
  if (goal.state === 'reached' || goal.state === 'passed_over') return reached(context);
  if (!context.left) return open;
  if (goal.state === 'ended') return { state: 'unresolved', by: 'no_goal' };
  return { state: 'abandoned', by: 'left', at: leftAt(fold) };
}

const open: Decision = { state: 'open', by: 'nothing' };

/** Of a goal passed over it is assumed that the one the customer went on to was what they came for: never more than assumed, so that people look at it. */
function reached({ silent }: Context): Decision {
  return silent ? { state: 'resolved_assumed', by: 'goal_silence' } : { state: 'open', by: 'goal' };
}

function byPerson(solved: 'yes' | 'partly' | 'no'): Decision {
  if (solved === 'yes') return { state: 'escalated_resolved', by: 'agent_yes' };
  return { state: 'escalated_unresolved', by: 'agent_no' };
}

/** The policy was explained, and a way to object offered. */
function isDeclined({ refused }: Ground): boolean {
  return refused === 'with a way to object';
}

function declined({ left }: Context): Decision {
  return { state: left ? 'declined' : 'open', by: 'declined' };
}

/** Nobody there is an end; a person who may still come is one once the customer is gone. */
function escalated(handoff: 'requested' | 'unavailable', { left }: Context): Decision {
  if (handoff === 'unavailable') return { state: 'escalated_unresolved', by: 'nobody' };
  return { state: left ? 'escalated_unresolved' : 'open', by: 'handoff' };
}

/** No dialog with a goal was begun: a short answer counts as a goal step; silence alone never does. */
function withoutGoal(fold: Ground): Decision {
  const { context } = fold;
  if (fold.stated === 'yes') return { state: 'resolved_confirmed', by: 'customer_yes' };
  if (fold.agent) return byPerson(fold.agent);
  if (fold.handoff) return escalated(fold.handoff, context);
  if (isDeclined(fold)) return declined(context);
  const failure = failed(fold);
  if (failure) return { state: context.left ? 'unresolved' : 'open', by: failure };
  if (!inDialog(context) && context.answered.length > 0) return reached(context);
  if (!context.left) return open;
  if (inDialog(context) || context.open) return { state: 'abandoned', by: 'left', at: leftAt(fold) };
  return { state: 'unresolved', by: fold.thankedTurn > fold.failedTurn ? 'thanks' : 'no_goal' };
}

/** Nothing was ever understood, or the customer's last turn was failed. */
function failed({ context, answeredQuestion, failedTurn }: Ground): 'not_understood' | 'failure' | undefined {
  if (context.intents.length === 0 && !answeredQuestion) return 'not_understood';
  return failedTurn === context.customerTurns ? 'failure' : undefined;
}

const worstFirst: readonly OutcomeState[] = [
  'open',
  'unresolved',
  'escalated_unresolved',
  'abandoned',
  'declined',
  'resolved_assumed',
  'escalated_resolved',
  'resolved_confirmed',
  'resolved_verified',
];

/** A case is resolved only if every goal is. */
function worst(decisions: readonly Decision[]): Decision {
  return decisions.reduce((a, b) => (worstFirst.indexOf(b.state) < worstFirst.indexOf(a.state) ? b : a), {
    state: 'resolved_verified',
    by: 'record_yes',
  });
}
