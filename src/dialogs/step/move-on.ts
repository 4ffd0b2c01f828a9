/**
 * A turn that takes its conversation to another program: at the same place there, or, where there is none, with an apology and a way on.
 */
import type { Draft } from '../../events/event.ts';
import { evolve } from '../evolve/evolve.ts';
import type { Input } from '../input.ts';
import type { Move } from '../moving/find-move.ts';
import type { Program } from '../program.ts';
import type { State } from '../state.ts';
import { enterSystem } from './flow/enter.ts';
import { leaveAll } from './flow/leave.ts';
import { proceed } from './flow/proceed.ts';
import { hear } from './inputs/hear.ts';
import { maskWords } from './mask-words.ts';
import { wantedBy } from './routing/wanted.ts';
import { emit, type Run, startRun } from './run.ts';
import { step } from './step.ts';

/** As `step`, after the conversation has come to the place that was found for it. */
export function stepMoved(
  program: Program,
  state: State,
  { move, input }: { readonly move: Move; readonly input: Input },
) {
  const first = changed(program, state, move);
  return [first, ...step(program, evolve(state, { ...first, at: input.at }), input)];
}

/**
 * As `step`, where the running dialogs have no place in the program: they end. A customer who says what they want gets that; one who answers a question
 * that is gone is told so. What comes back from an action is recorded, and the customer who waited for it is told too.
 */
export function stepLost(program: Program, state: State, input: Input): readonly Draft[] {
  const run = startRun(program, state, input);
  const isRunning = state.stack.length > 0;
  leaveAll(run, 'replaced');
  emit(run, changed(program, state, { places: [], pending: null, forget: [] }));
  if (!isRunning || !isAwaited(state, input)) return [...run.drafts, ...step(program, run.state, input)];
  return input.kind === 'message' ? onLostMessage(run, input) : onLostResult(run, input);
}

function isAwaited(state: State, input: Input): boolean {
  return input.kind === 'message' || (input.kind === 'action' && state.pending?.request === input.request);
}

function onLostMessage(run: Run, input: Input & { readonly kind: 'message' }): readonly Draft[] {
  if (wantedBy(run.program, input.understood).kind !== 'nothing')
    return [...run.drafts, ...step(run.program, run.state, input)];
  hear(run, input);
  return apologise(run);
}

function onLostResult(run: Run, input: Input): readonly Draft[] {
  for (const draft of step(run.program, run.state, input)) emit(run, draft);
  return apologise(run);
}

function apologise(run: Run): readonly Draft[] {
  proceed(run, enterSystem(run, 'on.error', { reason: 'lost' }));
  return maskWords(run);
}

function changed(program: Program, state: State, { places, pending, forget }: Move): Draft {
  const copied = places.map(({ at, keys }) => ({ at, keys: { ...keys } }));
  const data = { from: state.program, to: program.hash, places: copied, pending, forget: [...forget] };
  return { type: 'program.changed', actor: 'system', data };
}
