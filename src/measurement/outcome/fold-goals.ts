import type { Event, EventOf } from '../../events/event.ts';
import type { Context } from '../case/context.ts';
import { callersOf, isRepair } from '../case/fold-dialogs.ts';

export const goalStates = ['begun', 'answered', 'passed_over', 'reached', 'failed', 'ended'] as const;

/**
 * One goal of a case.
 *
 * @property state `begun`: a dialog that has it was entered; `answered`: the customer answered a question there; `passed_over`: they answered none, and
 *   another goal they went to from there was reached; `reached`: its goal step was; `failed`: announced as such; `ended`: the dialog came to its end
 *   without any of these
 * @property verified what the system of record said last, `null` before it was asked
 * @property withdrawn the customer called its dialog off, or went on to another one
 */
export type Goal = {
  readonly goal: string;
  readonly dialog: string;
  readonly state: (typeof goalStates)[number];
  readonly verified: boolean | null;
  readonly withdrawn: boolean;
};
export type Goals = readonly Goal[];

/**
 * Keeps what became of each goal the customer came for. A called dialog is a means: its goal counts from the moment it is reached or fails. A goal
 * of repair (a ticket because nobody could take over) never counts: it is not their issue.
 */
export function foldGoals(context: Context, goals: Goals, event: Event): Goals {
  if (isOfRepair(context, goals, event)) return goals;
  switch (event.type) {
    case 'dialog.entered':
      return entered(goals, event.data);
    case 'dialog.left':
      return left(goals, event.data);
    case 'question.closed':
      return event.data.how === 'answered' ? answered(context, goals, event.data.at.dialog) : goals;
    case 'slot.filled':
      return event.data.from === 'answer' ? answered(context, goals, event.data.dialog) : goals;
    case 'goal.reached':
      return reached(context, goals, { goal: event.data.goal, dialog: event.data.at.dialog });
    case 'goal.failed':
      return changed(goals, { goal: event.data.goal, dialog: event.data.at?.dialog ?? '' }, { state: 'failed' });
    case 'goal.verified':
      return changed(goals, { goal: event.data.goal, dialog: '' }, { verified: event.data.value });
    default:
      return goals;
  }
}

/** The event is about a goal that is not the customer's own; what the system of record says of a goal nobody reached belongs to such a one. */
export function isOfRepair(context: Context, goals: Goals, event: Event): boolean {
  switch (event.type) {
    case 'goal.reached':
    case 'goal.failed':
      return event.data.at !== null && isRepair(context, event.data.at.dialog);
    case 'goal.verified':
      return !goals.some(({ goal }) => goal === event.data.goal);
    default:
      return false;
  }
}

function entered(goals: Goals, { goal, dialog, by }: EventOf<'dialog.entered'>['data']): Goals {
  if (goal === null || by === 'call' || by === 'system' || by === 'opening') return goals;
  return changed(goals, { goal, dialog }, { state: 'begun', verified: null });
}

/** An answer given in a dialog is one in those that called it. A single one says that the customer meant what they were asked. */
function answered(context: Context, goals: Goals, dialog: string): Goals {
  const among = callersOf(context, dialog);
  const isMeant = ({ state, dialog: of }: Goal): boolean => isUnanswered(state) && among.includes(of);
  return goals.some(isMeant) ? goals.map((one) => (isMeant(one) ? { ...one, state: 'answered' } : one)) : goals;
}

function isUnanswered(state: Goal['state']): boolean {
  return state === 'begun' || state === 'passed_over';
}

/** What was begun before and never answered is passed over, unless this is a step of it: the customer went on from there to this. */
function reached(context: Context, goals: Goals, named: Named): Goals {
  const own = callersOf(context, named.dialog);
  const passed = goals.map(
    (one): Goal => (one.state === 'begun' && !own.includes(one.dialog) ? { ...one, state: 'passed_over' } : one),
  );
  return changed(passed, named, { state: 'reached' });
}

function left(goals: Goals, { dialog, how }: EventOf<'dialog.left'>['data']): Goals {
  const begun = goals.find((goal) => goal.dialog === dialog && (isUnanswered(goal.state) || goal.state === 'answered'));
  if (!begun || how === 'handed_off') return goals;
  return changed(goals, begun, how === 'finished' || how === 'failed' ? { state: 'ended' } : { withdrawn: true });
}

type Named = Pick<Goal, 'goal' | 'dialog'>;

function changed(goals: Goals, { goal, dialog }: Named, change: Partial<Goal>): Goals {
  const at = goals.findIndex((one) => one.goal === goal);
  const known = goals[at];
  if (!known) return [...goals, { goal, dialog, state: 'begun', verified: null, withdrawn: false, ...change }];
  return goals.with(at, { ...known, withdrawn: false, ...change });
}
