import { expectedOf } from '../../../events/desk/staffing.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import { emit, type Next, type Run } from '../run.ts';
import { isOpen, nextOpening } from '../time/hours.ts';
import { setTimer } from '../time/set-timer.ts';
import { aboutOf } from '../wording.ts';
import { enterSystem } from './enter.ts';
import { leaveAll } from './leave.ts';

export type HandOff = { readonly team: string | null; readonly reason: string; readonly at: StepRef | null };

/** Dialogs that say that nobody can take over: a handoff from within them changes nothing. */
const endings = ['on.unavailable', 'on.closed'];

/**
 * Asks for a person. The running dialogs end; with no desk to take it, or nobody at work, the customer is told so at once and offered another way.
 */
export function handOff(run: Run, { team, reason, at }: HandOff): Next {
  const told = run.state.stack.map((frame) => run.program.dialogs.get(frame.dialog)).find((dialog) => dialog?.about);
  const about = aboutOf(run, told);
  const asked = run.state.stack.some((frame) => frame.dialog === 'on.human');
  const isRepeated = run.state.stack.some((frame) => endings.includes(frame.dialog));
  const by = asked ? 'customer' : at ? 'dialog' : 'rule';
  const handoff = `h${run.state.counters.handoff + 1}`;
  leaveAll(run, 'handed_off');
  emit(run, { type: 'handoff.requested', actor: 'bot', data: { handoff, team, reason, by, at } });
  if (run.outside !== null) {
    const nothing = { position: null, waitSeconds: null };
    const data = { handoff, team, ...nothing, desk: run.outside };
    emit(run, { type: 'handoff.queued', actor: 'system', data });
    return enterSystem(run, 'on.queued', { position: null, minutes: null });
  }
  return queue(run, { handoff, team, at, about, isRepeated });
}

/** A desk outside cannot serve: the people here are asked in its place, and the customer is told what has become of it. */
export function reroute(run: Run, why: 'undelivered' | 'failed'): Next {
  const { handoff } = run.state;
  if (!handoff || handoff.desk === null) return 'wait';
  const { id, team, desk } = handoff;
  const data = { handoff: id, from: desk, why };
  emit(run, { type: 'handoff.rerouted', actor: 'system', data });
  return queue(run, { handoff: id, team, at: null, about: null, isRepeated: false });
}

type Queueing = Pick<HandOff, 'team' | 'at'> & {
  readonly handoff: string;
  readonly about: string | null;
  readonly isRepeated: boolean;
};

/** Among those who wait for the people here; with nobody there, or nobody at work, the customer is told so at once. */
function queue(run: Run, { handoff, team, at, about, isRepeated }: Queueing): Next {
  const expected = expectedOf(run.staffing, team);
  if (expected) {
    const { position, waitSeconds } = expected;
    const promised = waitSeconds === null ? {} : { promise: promisePerson(run, waitSeconds, at) };
    emit(run, { type: 'handoff.queued', actor: 'system', data: { handoff, team, position, waitSeconds, ...promised } });
    return enterSystem(run, 'on.queued', { position, minutes: waitSeconds === null ? null : waitSeconds / 60 });
  }
  const why = isOpen(run.program.hours, run.at) ? 'nobody' : 'closed';
  emit(run, { type: 'handoff.unavailable', actor: 'system', data: { handoff, why } });
  if (isRepeated) return 'wait';
  if (why === 'nobody') return enterSystem(run, 'on.unavailable', { about });
  const opens = nextOpening(run.program.hours, run.at);
  return enterSystem(run, 'on.closed', { about, opens: opens === undefined ? null : new Date(opens).toISOString() });
}

/** What the customer is told to expect is held against what happens. */
function promisePerson(run: Run, waitSeconds: number, at: StepRef | null): string {
  const promise = `p${run.state.counters.promise + 1}`;
  const withinMs = waitSeconds * 1000;
  emit(run, {
    type: 'promise.made',
    actor: 'bot',
    data: { at: at ?? nowhere, what: 'a person', withinMs, promise, goal: null, action: null },
  });
  setTimer(run, { kind: 'promise.due', dueInMs: withinMs, request: promise });
  return promise;
}

const nowhere: StepRef = { dialog: 'on.queued', step: '', file: '', line: 0 };
