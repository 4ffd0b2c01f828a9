/**
 * The ledger of a case: everything that speaks for or against its being solved, in order. Nothing is ever struck out; what is overruled is listed.
 */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Context } from '../case/context.ts';
import { isSystem } from '../case/fold-dialogs.ts';
import { type Goals, isOfRepair } from './fold-goals.ts';

/** Strongest first. */
export const sources = [
  'customer_no',
  'customer_partly',
  'system_of_record',
  'customer_yes',
  'agent',
  'goal_silence',
  'handoff',
  'failure',
  'thanks',
  'model',
] as const;
export type Source = (typeof sources)[number];

/**
 * @property value it speaks for (true) or against (false) the issue being solved
 * @property rule what was seen, in a few words
 * @property version of the rule
 */
export type Evidence = {
  readonly source: Source;
  readonly value: boolean;
  readonly turn: number;
  readonly at: Instant;
  readonly goal: string | null;
  readonly rule: string;
  readonly version: string;
};

type Finding = Pick<Evidence, 'source' | 'value' | 'rule'> & { readonly goal?: string };
type Ground = { readonly context: Context; readonly goals: Goals; readonly version: string };

/** What an event proves, seen from what was known before it; `undefined` for most. */
export function evidenceOf({ context, goals, version }: Ground, event: Event): Evidence | undefined {
  const found = find({ context, goals }, event);
  if (!found) return undefined;
  return { goal: null, ...found, turn: event.turn, at: event.at, version };
}

function find({ context, goals }: Omit<Ground, 'version'>, event: Event): Finding | undefined {
  if (isOfRepair(context, goals, event)) return undefined;
  switch (event.type) {
    case 'resolution.stated':
      return stated(event.data.value);
    case 'customer.thanked':
      return { source: 'thanks', value: true, rule: 'customer thanked' };
    case 'goal.verified':
      return {
        source: 'system_of_record',
        value: event.data.value,
        goal: event.data.goal,
        rule: 'asked the system of record',
      };
    case 'goal.failed':
      return { source: 'failure', value: false, goal: event.data.goal, rule: 'goal announced as failed' };
    case 'turn.stranded':
    case 'turn.halted':
      return { source: 'failure', value: false, rule: 'the bot came to a dead end' };
    case 'scope.refused':
      return { source: 'failure', value: false, rule: 'refused' };
    case 'handoff.closed':
      return event.data.solved && agreed(event.data.solved);
    case 'handoff.unavailable':
      return { source: 'handoff', value: false, rule: 'nobody took over' };
    case 'case.silent':
      return delivered(context, goals)
        ? { source: 'goal_silence', value: true, rule: 'goal step, then silence' }
        : undefined;
    default:
      return undefined;
  }
}

function stated(value: 'yes' | 'partly' | 'no'): Finding {
  const rule = `customer said ${value}`;
  if (value === 'yes') return { source: 'customer_yes', value: true, rule };
  return { source: value === 'no' ? 'customer_no' : 'customer_partly', value: false, rule };
}

/** A person who answered says whether it is solved. Partly is not. */
function agreed(solved: 'yes' | 'partly' | 'no'): Finding {
  return { source: 'agent', value: solved === 'yes', rule: `a person said ${solved}` };
}

/** Every goal the customer came for was reached, or a short answer was given where there was none. An action that succeeded is not enough. */
function delivered(context: Context, goals: Goals): boolean {
  const wanted = goals.filter((goal) => !goal.withdrawn);
  if (wanted.length > 0) return wanted.every(({ state }) => state === 'reached' || state === 'passed_over');
  return goals.length === 0 && context.answered.length > 0 && !inDialog(context);
}

/** A dialog of the customer's own is under way. */
export function inDialog({ stack }: Context): boolean {
  return stack.some((dialog) => !isSystem(dialog));
}

/** Entries that contradict a stronger one, with it. */
export type Conflict = { readonly stronger: Source; readonly overruled: Source; readonly turn: number };

/** @returns pairs in order of the overruled entry */
export function conflictsIn(ledger: readonly Evidence[]): readonly Conflict[] {
  const strongest = strongestOf(ledger);
  if (!strongest) return [];
  return ledger
    .filter((one) => one.value !== strongest.value && isSameGoal(one, strongest))
    .map(({ source, turn }) => ({ stronger: strongest.source, overruled: source, turn }));
}

function strongestOf(ledger: readonly Evidence[]): Evidence | undefined {
  return standing(ledger).reduce<Evidence | undefined>(
    (best, one) => (!best || rank(one) < rank(best) ? one : best),
    undefined,
  );
}

/** What the customer said last stands for what they said before; so does what happened last. */
function standing(ledger: readonly Evidence[]): readonly Evidence[] {
  const last = [ledger.findLast(isCustomers), ledger.findLast(isCourse)];
  return ledger.filter((one) => (!isCustomers(one) && !isCourse(one)) || last.includes(one));
}

function isCustomers({ source }: Evidence): boolean {
  return source.startsWith('customer_');
}

function isCourse({ source }: Evidence): boolean {
  return source === 'goal_silence' || source === 'handoff' || source === 'failure';
}

function isSameGoal(a: Evidence, b: Evidence): boolean {
  return a.goal === null || b.goal === null || a.goal === b.goal;
}

function rank({ source }: Evidence): number {
  return sources.indexOf(source);
}
