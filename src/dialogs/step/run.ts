/**
 * The run of one input: decides drafts one by one and folds each at once, so that every decision sees the state the facts so far have made.
 * Mutable inside one call of `step`, invisible outside.
 */

import type { Staffing } from '../../events/desk/staffing.ts';
import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { StepRef } from '../../events/step-ref.ts';
import type { Understood, Value } from '../../events/understood.ts';
import { evolve } from '../evolve/evolve.ts';
import type { Input } from '../input.ts';
import type { Dialog, Program, Scope } from '../program.ts';
import type { Frame, State } from '../state.ts';
import { translated } from '../texts/translated.ts';
import { type Said, saidIn } from './acting/said.ts';

export type Run = {
  readonly program: Program;
  readonly at: Instant;
  readonly random: number;
  readonly staffing: Staffing;
  /** the desk outside that takes who asks for a person now */
  readonly outside: string | null;
  readonly understood: Understood | null;
  readonly said: Said;
  readonly drafts: Draft[];
  /** as it was before this input */
  readonly before: State;
  state: State;
  steps: number;
};

/** What texts are made of. */
export type Speaking = Pick<Run, 'program' | 'state'>;

/** Where to go on: at a node of the innermost dialog, past its end (`null`), or nowhere before the next input. */
export type Next = { readonly to: string | null } | 'wait';

/** A run that has decided nothing yet. */
export function startRun(program: Program, state: State, input: Input): Run {
  const understood = input.kind === 'message' ? input.understood : null;
  return {
    program,
    at: input.at,
    random: input.random,
    understood,
    said: saidIn(input),
    staffing: input.staffing ?? {},
    outside: input.outside ?? null,
    drafts: [],
    before: state,
    state,
    steps: 0,
  };
}

export function emit(run: Run, draft: Draft): void {
  run.drafts.push(draft);
  run.state = evolve(run.state, { ...draft, at: run.at });
}

export function topFrame(run: Speaking): Frame | undefined {
  return run.state.stack.at(-1);
}

export function topDialog(run: Run): Dialog | undefined {
  const top = topFrame(run);
  return top && run.program.dialogs.get(top.dialog);
}

/** The names an expression or a text sees: the innermost dialog's slots and values over the shared ones over what the conversation knows. */
export function scopeOf(run: Speaking): Scope {
  return {
    // few texts want them
    get topics() {
      return topicsOf(run);
    },
    ...knownOf(run),
  };
}

/** The same without what must be put into words first. */
export function knownOf(run: Speaking): Scope {
  const { state } = run;
  return {
    misses: state.misses,
    turn: state.turn,
    locale: state.locale,
    entryPoint: state.entryPoint,
    channel: state.channel,
    customer: state.profile,
    reason: state.handoff?.reason ?? null,
    team: state.handoff?.team ?? null,
    ...state.shared,
    ...topFrame(run)?.slots,
  };
}

function topicsOf({ program, state }: Speaking): Value {
  return program.topics.map((topic) => (translated(program, topic, state.locale)[0] ?? topic).format({}));
}

/** The place of a dialog's head, for events that belong to no step of it. */
export function headOf(dialog: Dialog): StepRef {
  return { dialog: dialog.name, step: '', file: dialog.where.file, line: dialog.where.line };
}
