/** A turn that was seen, as the facts that a bot of our own would have stated. Pure. */
import type { Draft } from '../../events/event.ts';
import type { StepRef } from '../../events/step-ref.ts';
import { observeTurn } from '../../measurement/observers/observe-turn.ts';
import type { Note, SeenDialog, SeenReply, SeenTurn } from '../seen.ts';
import type { Memory } from './memory.ts';

/** Whoever comes back after a day comes with a new issue, as far as anybody can tell from outside. */
const sameIssueMs = 24 * 3_600_000;

export type Begun = { readonly customer: string };

/** @param begun who it is, where the conversation begins with this turn */
export function toDrafts(memory: Memory, turn: SeenTurn, begun: Begun | undefined): readonly Draft[] {
  const drafts: Draft[] = [...(begun ? [started(turn, begun)] : [])];
  const at = placeOf(turn.stack);
  if (turn.message) drafts.push(...heard(memory, turn));
  drafts.push(
    ...dialogs(memory, turn),
    ...noted(memory, turn, at),
    ...turn.replies.map((reply) => said(memory, reply, at)),
  );
  drafts.push(...asked(memory, turn, at));
  if (turn.failed) drafts.push({ type: 'turn.stranded', actor: 'system', data: { at } });
  if (turn.ended) drafts.push({ type: 'conversation.ended', actor: 'system', data: { by: 'customer' } });
  return [...drafts, ...observeTurn({ recent: memory.recent, locale: memory.locale, drafts })];
}

function started({ channel, entryPoint, version, locale }: SeenTurn, { customer }: Begun): Draft {
  const touchpoint = `${channel}:${entryPoint}`;
  return {
    type: 'conversation.started',
    actor: 'system',
    data: { customer, channel, entryPoint, touchpoint, program: version, locale },
  };
}

function heard(memory: Memory, { message, notes, at }: SeenTurn): readonly Draft[] {
  if (!message) return [];
  const intent = notes.find((note) => note.kind === 'intent');
  const isNew = memory.case === null || at - memory.at > sameIssueMs;
  const { id, text, via } = message;
  const opened: Draft = {
    type: 'case.opened',
    actor: 'system',
    data: { case: `i${memory.cases + 1}`, intent: intent?.intent ?? null },
  };
  return [
    ...(isNew ? [opened] : []),
    {
      type: 'customer.said',
      actor: 'customer',
      data: { input: id, via, turn: memory.turn + 1, characters: text.length },
      words: { text },
    },
    ...(intent ? [recognised(intent)] : []),
  ];
}

function recognised({ intent, score }: Extract<Note, { kind: 'intent' }>): Draft {
  const candidates = [{ intent, score }];
  return {
    type: 'intent.recognised',
    actor: 'bot',
    data: { model: 'botbuilder', threshold: 0, accepted: intent, candidates },
  };
}

/** Dialogs that were not there before were entered, those that are no more were left. Prompts are questions, not dialogs. */
function dialogs({ stack: before }: Memory, { stack, failed }: SeenTurn): readonly Draft[] {
  if (!stack) return [];
  const now = stack.filter(({ attempt }) => attempt === 0).map(({ dialog }) => dialog);
  const left = before.filter((dialog) => !now.includes(dialog));
  const entered = now.filter((dialog) => !before.includes(dialog));
  return [
    ...left.map(
      (dialog): Draft => ({ type: 'dialog.left', actor: 'bot', data: { dialog, how: failed ? 'failed' : 'finished' } }),
    ),
    ...entered.map(
      (dialog): Draft => ({
        type: 'dialog.entered',
        actor: 'bot',
        data: {
          ...{
            dialog,
            file: 'botbuilder',
            line: 1,
            stage: null,
            owner: null,
            by: 'intent',
            intent: null,
            from: null,
            goal: null,
          },
          ...{ expect: null, slots: 0, authenticates: false },
        },
      }),
    ),
  ];
}

function noted(memory: Memory, { notes }: SeenTurn, at: StepRef | null): readonly Draft[] {
  return notes.map((note) => draftOf(memory, note, at)).filter((draft) => draft !== undefined);
}

function draftOf(memory: Memory, note: Note, at: StepRef | null): Draft | undefined {
  const place = at ?? nowhere;
  switch (note.kind) {
    case 'no_match':
      return { type: 'message.unmatched', actor: 'bot', data: { attempt: memory.misses + 1, at } };
    case 'human_request':
      return { type: 'human.requested', actor: 'customer', data: { count: memory.requests + 1 } };
    case 'goal':
      return note.reached
        ? { type: 'goal.reached', actor: 'bot', data: { at: place, goal: note.goal, verified: false } }
        : { type: 'goal.failed', actor: 'bot', data: { at, goal: note.goal } };
    case 'solved':
      return { type: 'resolution.stated', actor: 'customer', data: { value: note.value } };
    case 'survey':
      return { type: 'survey.answered', actor: 'customer', data: { at: place, item: note.item, value: note.value } };
    case 'intent':
      return undefined;
  }
}

const nowhere: StepRef = { dialog: 'bot', step: '', file: 'botbuilder', line: 1 };

function placeOf(stack: readonly SeenDialog[] = []): StepRef | null {
  const dialog = stack.findLast(({ attempt }) => attempt === 0);
  return dialog ? { dialog: dialog.dialog, step: dialog.step, file: 'botbuilder', line: 1 } : null;
}

function said({ handoffs }: Memory, { text, choices, expectsInput, handoff }: SeenReply, at: StepRef | null): Draft {
  if (handoff)
    return {
      type: 'handoff.requested',
      actor: 'bot',
      data: { handoff: `h${handoffs + 1}`, team: null, reason: handoff.reason, by: 'dialog', at },
    };
  const offered = choices.map((title) => ({ title, value: title }));
  return {
    type: 'bot.said',
    actor: 'bot',
    data: { at, choices: choices.length, expectsInput },
    words: { text, ...(offered.length > 0 ? { choices: offered } : {}) },
  };
}

/** A prompt that is put again, or, where no dialogs are seen, a question that is asked in the same words. */
function asked({ asked: before }: Memory, { stack, replies }: SeenTurn, at: StepRef | null): readonly Draft[] {
  const prompt = stack?.at(-1);
  const question = replies.findLast(({ expectsInput }) => expectsInput);
  if (!question) return [];
  const isAgain = prompt ? prompt.attempt > 1 : question.text !== '' && question.text === before;
  const attempt = prompt && prompt.attempt > 0 ? prompt.attempt : isAgain ? 2 : 1;
  const slot = prompt && prompt.attempt > 0 ? prompt.dialog : null;
  return [
    {
      type: 'question.asked',
      actor: 'bot',
      data: { at: at ?? nowhere, kind: 'slot', slot, attempt, reason: isAgain ? 'invalid' : 'first' },
    },
  ];
}
