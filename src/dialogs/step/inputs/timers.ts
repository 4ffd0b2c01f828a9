import type { Instant } from '../../../events/instant.ts';
import type { TimerInput } from '../../input.ts';
import type { Goal, Program } from '../../program.ts';
import { requestVerification } from '../flow/request.ts';
import { emit, type Run } from '../run.ts';

const hourMs = 3_600_000;
/** Silence after which an issue counts as left. Measurement §3. */
export const silenceMs = 24 * hourMs;
/** Window in which the customer may come back with the same issue. Measurement §1. */
export const windowMs = 7 * 24 * hourMs;

type Setting = {
  readonly kind: 'case.silent' | 'case.matured' | 'goal.verify';
  readonly dueInMs: number;
  readonly request?: string;
};

export function setTimer(run: Run, { kind, dueInMs, request }: Setting): void {
  const timer = `t${run.state.counters.timer + 1}`;
  emit(run, { type: 'timer.set', actor: 'system', data: { timer, kind, dueInMs, request: request ?? null } });
}

/** A timer came due. One that nobody waits for any more does nothing. */
export function onTimer(run: Run, { timer }: TimerInput): void {
  const set = run.state.timers[timer];
  if (!set) return;
  emit(run, { type: 'timer.cleared', actor: 'system', data: { timer } });
  if (set.kind === 'case.silent') onSilence(run);
  if (set.kind === 'case.matured') onMaturity(run);
  if (set.kind === 'goal.verify' && set.request !== null) verifyAgain(run, set.request);
}

/** The customer may have spoken since the timer was set: then it waits on. */
function onSilence(run: Run): void {
  const silent = run.at - run.state.customerAt;
  if (silent < silenceMs) return setTimer(run, { kind: 'case.silent', dueInMs: silenceMs - silent });
  if (run.state.case === null) return;
  emit(run, { type: 'case.silent', actor: 'system', data: { case: run.state.case, afterMs: silent } });
  const waits = Object.values(run.state.timers).some(({ kind }) => kind === 'case.matured');
  if (!waits) setTimer(run, { kind: 'case.matured', dueInMs: Math.max(0, windowMs - silent) });
}

function onMaturity(run: Run): void {
  const silent = run.at - run.state.customerAt;
  if (silent < windowMs) return setTimer(run, { kind: 'case.matured', dueInMs: windowMs - silent });
  if (run.state.case === null) return;
  emit(run, { type: 'case.matured', actor: 'system', data: { case: run.state.case } });
}

function verifyAgain(run: Run, request: string): void {
  const waiting = run.state.verifying[request];
  if (waiting) requestVerification(run, waiting);
}

/** What the system of record said. Not yet is asked again, until the time the goal allows is over. */
export function onVerification(run: Run, request: string, output: unknown): void {
  const waiting = run.state.verifying[request];
  if (!waiting) return;
  if (output === true) return verified(run, waiting.goal, true);
  const left = untilOf(run.program, waiting.goal, waiting.since) - run.at;
  if (left > 0) return setTimer(run, { kind: 'goal.verify', dueInMs: Math.min(silenceMs, left), request });
  if (output === false) verified(run, waiting.goal, false);
}

function verified(run: Run, goal: string, value: boolean): void {
  emit(run, { type: 'goal.verified', actor: 'system', data: { goal, value } });
}

function untilOf(program: Program, name: string, since: Instant): Instant {
  return since + (goalOf(program, name)?.verify?.withinMs ?? 0);
}

function goalOf(program: Program, name: string): Goal | undefined {
  for (const dialog of program.dialogs.values()) if (dialog.goal?.name === name) return dialog.goal;
  return undefined;
}
