import type { MessageInput } from '../../input.ts';
import { emit, type Run } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';
import { silenceMs } from '../time/timers.ts';
import { touchpointOf } from '../touchpoint-of.ts';

/** Records what the customer said and what was understood of it, and opens a case where none is open. */
export function hear(run: Run, input: MessageInput): void {
  const turn = run.state.turn + 1;
  if (turn === 1) nameEntry(run, input.messages[0]?.entryPoint);
  for (const { input: id, via, text, channelData, from } of input.messages) {
    emit(run, {
      type: 'customer.said',
      actor: 'customer',
      data: { input: id, via, turn, characters: text.length },
      words: { text, ...(channelData === undefined ? {} : { channelData }), ...(from === undefined ? {} : { from }) },
    });
  }
  const { model, threshold, accepted, candidates, entities } = input.understood;
  emit(run, {
    type: 'intent.recognised',
    actor: 'bot',
    data: { model, threshold, accepted, candidates: [...candidates] },
    ...(entities.length > 0 ? { words: { entities: [...entities] } } : {}),
  });
  if (run.state.case === null) openCase(run, accepted);
  const waits = Object.values(run.state.timers).some(({ kind }) => kind === 'case.silent');
  if (!waits) setTimer(run, { kind: 'case.silent', dueInMs: silenceMs });
}

function nameEntry(run: Run, entryPoint: string | undefined): void {
  if (entryPoint === undefined || entryPoint === run.state.entryPoint) return;
  const touchpoint = touchpointOf(run.state.channel, entryPoint);
  emit(run, { type: 'entry.named', actor: 'customer', data: { entryPoint, touchpoint } });
}

function openCase(run: Run, intent: string | null): void {
  const id = `${run.state.conversation}/${run.state.counters.case + 1}`;
  emit(run, { type: 'case.opened', actor: 'system', data: { case: id, intent } });
}
