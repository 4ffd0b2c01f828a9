/**
 * The pure core: (program, state, input) → what happens. It reads no clock, draws no random number, and does nothing outside; replies, actions,
 * handoffs and timers are facts it states, for others to carry out.
 */
import type { Draft } from '../../events/event.ts';
import { isWithPerson } from '../desk-act.ts';
import type { ContinuedInput, Input, JudgedInput, OpenedInput } from '../input.ts';
import type { Program } from '../program.ts';
import type { State } from '../state.ts';
import { actOnRules } from './acting/act-on-rules.ts';
import { onDesk } from './desk/on-desk.ts';
import { enter } from './flow/enter.ts';
import { fail } from './flow/leave.ts';
import { proceed } from './flow/proceed.ts';
import { onAction, onSlow } from './inputs/on-action.ts';
import { onMessage } from './inputs/on-message.ts';
import { onNotice } from './inputs/on-notice.ts';
import { maskWords } from './mask-words.ts';
import { emit, headOf, type Run, startRun, topDialog, topFrame } from './run.ts';
import { onSurveyed } from './survey/on-surveyed.ts';
import { watchSurvey } from './survey/watch-survey.ts';
import { onTimer, watchSilence } from './time/timers.ts';
import { touchpointOf } from './touchpoint-of.ts';

/**
 * Decides what an input leads to. The same arguments give the same drafts; folding them over `state` gives the next state.
 *
 * @returns an empty list when the input changes nothing (a timer nobody waits for, a conversation that has begun already)
 */
export function step(program: Program, state: State, input: Input): readonly Draft[] {
  const run = startRun(program, state, input);
  move(run, input);
  return maskWords(run);
}

function move(run: Run, input: Input): void {
  switch (input.kind) {
    case 'opened':
      return onOpened(run, input);
    case 'message':
      onMessage(run, input);
      leaveNobodyStranded(run);
      actOnRules(run);
      watchSurvey(run);
      return watchSilence(run);
    case 'notice':
      return onNotice(run, input);
    case 'action': {
      const isAwaited = run.state.pending?.request === input.request;
      onAction(run, input);
      if (!isAwaited) return;
      leaveNobodyStranded(run);
      actOnRules(run);
      watchSurvey(run);
      return watchSilence(run);
    }
    case 'slow':
      return onSlow(run, input);
    case 'timer':
      return onTimer(run, input);
    case 'delivery': {
      const { state, said } = input;
      return emit(run, { type: 'delivery.stated', actor: 'system', data: { state, said } });
    }
    case 'continued':
      return onContinued(run, input);
    case 'judged':
      return emit(run, { type: 'review.judged', actor: 'agent', data: judgementOf(input) });
    case 'surveyed':
      return onSurveyed(run, input);
    case 'desk':
      onDesk(run, input);
      return watchSurvey(run);
  }
}

/** Told again what is known already, it changes nothing. */
function onContinued(run: Run, { case: id, root, by: conversation }: ContinuedInput): void {
  const issue = run.state.issues.find((one) => one.case === root);
  if (issue?.continued.includes(conversation)) return;
  emit(run, { type: 'case.continued', actor: 'system', data: { case: id, root, conversation } });
}

function judgementOf({ case: id, sample, value, reviewer }: JudgedInput) {
  return { case: id, sample, value, reviewer };
}

function onOpened(run: Run, { customer, channel, entryPoint, locale, identified, profile = {} }: OpenedInput): void {
  if (run.state.started) return;
  const touchpoint = touchpointOf(channel, entryPoint);
  const data = {
    customer,
    channel,
    entryPoint,
    touchpoint,
    program: run.program.hash,
    locale,
    ...(identified === undefined ? {} : { identified }),
  };
  const words = Object.keys(profile).length > 0 ? { words: { profile } } : {};
  emit(run, { type: 'conversation.started', actor: 'system', data, ...words });
  const greeting = run.program.dialogs.get('on.start');
  if (greeting) proceed(run, enter(run, { dialog: greeting, by: 'opening' }));
}

/** A customer who is left with neither reply nor work in progress is told so, and offered a way on. */
function leaveNobodyStranded(run: Run): void {
  if (isWithPerson(run.state) || run.state.pending !== null || run.drafts.some(({ type }) => type === 'bot.said'))
    return;
  if (topFrame(run)?.waitsFor != null) return;
  const dialog = topDialog(run);
  emit(run, { type: 'turn.stranded', actor: 'system', data: { at: dialog ? headOf(dialog) : null } });
  proceed(run, fail(run, 'stranded'));
}
