import type { Value } from '../../../events/understood.ts';
import type { ActionInput, SlowInput } from '../../input.ts';
import type { Pending, Verifying } from '../../state.ts';
import { setValue } from '../flow/fill.ts';
import { fail } from '../flow/leave.ts';
import { proceed } from '../flow/proceed.ts';
import { checkKey } from '../flow/request.ts';
import { speak, systemText } from '../flow/speak.ts';
import { refuseValue } from '../routing/repair.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';
import { onVerification } from '../time/timers.ts';

/** The result of an action. One that nobody waits for any more is recorded, and changes nothing else. */
export function onAction(run: Run, input: ActionInput): void {
  const { pending } = run.state;
  const verifying = run.state.verifying[input.request];
  record(run, input, pending?.request === input.request ? pending : (verifying ?? null));
  if (verifying) return onVerification(run, input.request, input.result.ok ? input.result.output : undefined);
  if (pending?.request !== input.request) return;
  proceed(
    run,
    input.result.ok ? onSuccess(run, pending, input.result.output) : onFailure(run, pending, input.result.failure),
  );
}

/** What nobody waits for any more is kept without its words. */
function record(run: Run, { request, durationMs, result }: ActionInput, asked: Pending | Verifying | null): void {
  const action = asked?.action ?? '';
  if (result.ok) {
    const words = asked === null ? {} : { words: { output: result.output } };
    emit(run, { type: 'action.succeeded', actor: 'system', data: { request, action, durationMs }, ...words });
    return;
  }
  const at = asked !== null && 'at' in asked ? asked.at : null;
  const words = asked === null ? {} : { words: { message: result.message } };
  const data = { request, action, at, failure: result.failure, durationMs };
  emit(run, { type: 'action.failed', actor: 'system', data, ...words });
}

function onSuccess(run: Run, pending: Pending, output: Value): Next {
  const node = topDialog(run)?.nodes.get(pending.at.step);
  if (!node) return fail(run, 'lost');
  if (pending.slot !== null) return onChecked(run, { ...pending, slot: pending.slot }, output);
  if (node.kind === 'do' && node.save !== null) setValue(run, { name: node.save, value: output });
  return { to: node.next };
}

function onChecked(run: Run, pending: Pending & { readonly slot: string }, output: Value): Next {
  const dialog = topDialog(run);
  const node = dialog?.nodes.get(pending.at.step);
  const frame = run.state.stack.at(-1);
  if (!dialog || !node || !frame) return fail(run, 'lost');
  if (output !== false && output !== null) {
    const shared = dialog.slots.get(pending.slot)?.shared ?? false;
    const check = checkKey(run, pending);
    emit(run, {
      type: 'slot.validated',
      actor: 'bot',
      data: { dialog: dialog.name, slot: pending.slot, shared },
      words: { check },
    });
    emit(run, { type: 'question.closed', actor: 'bot', data: { at: pending.at, how: 'answered' } });
    return { to: node.next };
  }
  return refuseValue(run, { ref: pending.at, kind: 'slot', slot: pending.slot, attempt: Math.max(1, frame.attempt) });
}

function onFailure(run: Run, pending: Pending, failure: string): Next {
  const node = topDialog(run)?.nodes.get(pending.at.step);
  if (node?.kind === 'do' && node.hasFailed) return { to: node.failed ?? node.next };
  return fail(run, failure === 'unknown' ? 'action_unknown' : 'action_failed');
}

/** The action takes longer than a customer should wait in silence: says so, once. */
export function onSlow(run: Run, { request }: SlowInput): void {
  const { pending } = run.state;
  if (pending?.request !== request || pending.toldSlow) return;
  emit(run, { type: 'action.slow', actor: 'system', data: { request } });
  const said = systemText(run, 'on.slow');
  if (said) speak(run, said);
}
