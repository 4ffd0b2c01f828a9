import type { Instant } from '../../../events/instant.ts';
import type { TimerInput } from '../../input.ts';
import type { Goal, Program } from '../../program.ts';
import type { Issue, Timer } from '../../state.ts';
import { askNode } from '../flow/ask.ts';
import { enterSystem } from '../flow/enter.ts';
import { proceed } from '../flow/proceed.ts';
import { requestVerification } from '../flow/request.ts';
import { speak } from '../flow/speak.ts';
import { drawLot } from '../issues/draw-lot.ts';
import { emit, type Run, topDialog, topFrame } from '../run.ts';
import { onSurveyLate, onSurveySoon } from '../survey/watch-survey.ts';
import { aboutOf } from '../wording.ts';
import { onNoticeDue } from './notice-due.ts';
import { setTimer } from './set-timer.ts';
import { silenceMs, windowMs } from './windows.ts';

/** A timer came due. One that nobody waits for any more does nothing. */
export function onTimer(run: Run, { timer }: TimerInput): void {
  const set = run.state.timers[timer];
  if (!set) return;
  const waits = topFrame(run)?.waitsFor === timer;
  emit(run, { type: 'timer.cleared', actor: 'system', data: { timer } });
  act(run, set, waits);
}

function act(run: Run, set: Timer, waits: boolean): void {
  switch (set.kind) {
    case 'case.silent':
      return onSilence(run, set);
    case 'case.matured':
      return onMaturity(run, set);
    case 'goal.verify':
      return verifyAgain(run, set.request ?? '');
    case 'promise.due':
      return onPromise(run, set.request ?? '');
    case 'step.wait':
      return waits ? goOn(run) : undefined;
    case 'step.remind':
      return remind(run, set);
    case 'customer.quiet':
      return onQuiet(run);
    case 'notice.due':
      return onNoticeDue(run, set);
    case 'survey.soon':
      return onSurveySoon(run);
    case 'survey.late':
      return onSurveyLate(run);
    default:
  }
}

/** The customer may have spoken since the timer was set: then it waits on. */
function onSilence(run: Run, set: Timer): void {
  const issue = issueOf(run, set);
  if (!issue) return;
  const { case: request } = issue;
  const silent = run.at - issue.customerAt;
  if (silent < silenceMs) return setTimer(run, { kind: 'case.silent', dueInMs: silenceMs - silent, request });
  emit(run, { type: 'case.silent', actor: 'system', data: { case: request, afterMs: silent } });
  if (request === run.state.case) leaveQueue(run);
  const waits = Object.values(run.state.timers).some(
    (timer) => timer.kind === 'case.matured' && issueOf(run, timer)?.case === request,
  );
  if (!waits) setTimer(run, { kind: 'case.matured', dueInMs: Math.max(0, windowOf(issue) - silent), request });
}

/** Who is silent for so long does not wait for a person any more. */
function leaveQueue(run: Run): void {
  const { handoff } = run.state;
  if (handoff?.phase === 'waiting')
    emit(run, { type: 'handoff.left', actor: 'customer', data: { handoff: handoff.id } });
}

function onMaturity(run: Run, set: Timer): void {
  const issue = issueOf(run, set);
  if (!issue) return;
  const { case: request } = issue;
  const left = windowOf(issue) - (run.at - issue.customerAt);
  if (left > 0) return setTimer(run, { kind: 'case.matured', dueInMs: left, request });
  emit(run, { type: 'case.matured', actor: 'system', data: { case: request, draw: drawLot(request) } });
}

/** Timers of before a conversation could have several issues name none. */
function issueOf({ state }: Run, { request }: Timer): Issue | undefined {
  return state.issues.find((issue) => issue.case === (request ?? state.case));
}

function windowOf({ name }: Issue): number {
  return Math.max(silenceMs, name?.windowMs ?? windowMs);
}

/** The time of a `wait` is over, and nothing stands in between. */
function goOn(run: Run): void {
  const node = topDialog(run)?.nodes.get(topFrame(run)?.at ?? '');
  if (node?.kind === 'wait') proceed(run, { to: node.next });
}

/** Says what it is to remind of, and puts an open question again behind it. */
function remind(run: Run, { at, text }: Timer): void {
  if (text === null || text === '') return;
  speak(run, { at, text });
  const node = topDialog(run)?.nodes.get(run.state.open?.ref.step ?? '');
  const next = node && run.state.open ? askNode(run, node, 'resumed') : undefined;
  if (next) proceed(run, next);
}

/** A question stands open and the customer is gone for a while: spoken to once, and never after their issue was left. */
function onQuiet(run: Run): void {
  const dialog = run.program.dialogs.get('on.silence');
  const { open, turn, silenceTurn, customerAt } = run.state;
  if (!dialog?.silenceMs || !open || silenceTurn === turn) return;
  const silent = run.at - customerAt;
  if (silent < dialog.silenceMs) return setTimer(run, { kind: 'customer.quiet', dueInMs: dialog.silenceMs - silent });
  emit(run, { type: 'customer.quiet', actor: 'system', data: { afterMs: silent, at: open.ref } });
  proceed(run, enterSystem(run, 'on.silence', { about: aboutOf(run, topDialog(run)) }));
}

/** After a customer's turn that leaves a question open, their silence is watched. */
export function watchSilence(run: Run): void {
  const after = run.program.dialogs.get('on.silence')?.silenceMs;
  if (!after || !run.state.open || run.state.open.kind === 'survey') return;
  const isWatched = Object.values(run.state.timers).some(({ kind }) => kind === 'customer.quiet');
  if (!isWatched) setTimer(run, { kind: 'customer.quiet', dueInMs: after });
}

/** A person was promised, and the customer waits for them still. */
function isBrokenWait({ state: { handoff } }: Run, promise: string): boolean {
  return handoff?.promise === promise && handoff.phase === 'waiting';
}

/** Whether it was kept is asked of the system of record, unless it has shown already. */
function onPromise(run: Run, promise: string): void {
  const made = run.state.promises[promise];
  if (!made) return;
  const { what, kept, action, input } = made;
  emit(run, { type: 'promise.due', actor: 'system', data: { promise, what } });
  if (isBrokenWait(run, promise))
    return emit(run, { type: 'promise.broken', actor: 'system', data: { promise, what } });
  if (kept) return emit(run, { type: 'promise.kept', actor: 'system', data: { promise, what } });
  if (action !== null) requestVerification(run, { goal: null, promise, action, input });
}

function verifyAgain(run: Run, request: string): void {
  const waiting = run.state.verifying[request];
  if (waiting) requestVerification(run, waiting);
}

/** What the system of record said. Of a goal, not yet is asked again, until the time it allows is over; a promise is due once. */
export function onVerification(run: Run, request: string, output: unknown): void {
  const waiting = run.state.verifying[request];
  if (!waiting) return;
  if (waiting.promise !== null) return onPromiseVerified(run, waiting.promise, output);
  if (output === true) return verified(run, waiting.goal, true);
  const left = untilOf(run.program, waiting.goal, waiting.since) - run.at;
  if (left > 0) return setTimer(run, { kind: 'goal.verify', dueInMs: Math.min(silenceMs, left), request });
  if (output === false) verified(run, waiting.goal, false);
}

/** What cannot be verified is neither kept nor broken. */
function onPromiseVerified(run: Run, promise: string, output: unknown): void {
  const what = run.state.promises[promise]?.what ?? '';
  if (output === true) emit(run, { type: 'promise.kept', actor: 'system', data: { promise, what } });
  if (output === false) emit(run, { type: 'promise.broken', actor: 'system', data: { promise, what } });
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
