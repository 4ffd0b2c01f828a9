import type { Draft } from '../../events/event.ts';
import type { Input } from '../input.ts';
import type { Program } from '../program.ts';
import type { State } from '../state.ts';
import { fail } from './flow/leave.ts';
import { proceed } from './flow/proceed.ts';
import { hear } from './inputs/hear.ts';
import { maskWords } from './mask-words.ts';
import { emit, headOf, startRun, topDialog } from './run.ts';

/**
 * The turn when `step` itself broke on an input: what the customer said is kept, the running dialogs end, and the error dialog answers.
 */
export function breakDown(program: Program, state: State, input: Input): readonly Draft[] {
  const run = startRun(program, state, input);
  if (input.kind === 'message') hear(run, input);
  const dialog = topDialog(run);
  emit(run, { type: 'turn.halted', actor: 'system', data: { at: dialog ? headOf(dialog) : null, steps: 1 } });
  proceed(run, fail(run, 'internal'));
  return maskWords(run);
}
