import type { DraftOf } from '../../../events/event.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import { emit, type Run } from '../run.ts';

export type Setting = {
  readonly kind: DraftOf<'timer.set'>['data']['kind'];
  readonly dueInMs: number;
  /** a verification to be asked again, or a promise */
  readonly request?: string;
  readonly at?: StepRef;
  /** what a reminder will say */
  readonly text?: string;
};

/** Sets a timer that comes back as an input. It survives restarts. */
export function setTimer(run: Run, { kind, dueInMs, request, at, text }: Setting): void {
  const timer = `t${run.state.counters.timer + 1}`;
  emit(run, {
    type: 'timer.set',
    actor: 'system',
    data: { timer, kind, dueInMs, request: request ?? null, ...(at === undefined ? {} : { at }) },
    ...(text === undefined ? {} : { words: { text } }),
  });
}
