import type { StepRef } from '../../../events/step-ref.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';
import { enterSystem } from './enter.ts';
import { leaveAll } from './leave.ts';

export type HandOff = { readonly team: string | null; readonly reason: string; readonly at: StepRef | null };

/**
 * Asks for a person. The running dialogs end; with no desk to take it, the customer is told so at once and offered another way.
 */
export function handOff(run: Run, { team, reason, at }: HandOff): Next {
  const about = run.state.stack.map((frame) => run.program.dialogs.get(frame.dialog)?.about).find(Boolean) ?? null;
  const asked = run.state.stack.some((frame) => frame.dialog === 'on.human');
  const by = asked ? 'customer' : at ? 'dialog' : 'rule';
  const handoff = `h${run.state.counters.handoff + 1}`;
  const owner = topDialog(run)?.name;
  leaveAll(run, 'handed_off');
  emit(run, { type: 'handoff.requested', actor: 'bot', data: { handoff, team, reason, by, at } });
  emit(run, { type: 'handoff.unavailable', actor: 'system', data: { handoff, why: 'nobody' } });
  return owner === 'on.unavailable' ? 'wait' : enterSystem(run, 'on.unavailable', { about });
}
