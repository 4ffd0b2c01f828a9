/** Conversations as the sample bot has them, as events. */
import type { Draft, Event } from '../../src/events/event.ts';

/** A customer who is not always understood: about ten events a turn. */
export function conversation(id: string, turns: number): readonly Event[] {
  const drafts = [opening(id), ...Array.from({ length: turns }, (_, n) => turnOf(id, n + 1))].flat();
  let turn = 0;
  return drafts.map((draft, index) => {
    if (draft.type === 'customer.said') turn = draft.data.turn;
    const place = { conversation: id, seq: index + 1, at: 1_772_442_000_000 + turn * 20_000, turn, v: 1 };
    return { ...draft, ...place, case: turn === 0 ? null : `${id}/1` };
  });
}

const at = { dialog: 'refund', step: 'ask', file: 'dialogs/refund.yaml', line: 12 };
const opening = (id: string): readonly Draft[] => [
  {
    type: 'conversation.started',
    actor: 'system',
    data: {
      customer: `k-${id}`,
      channel: 'web',
      entryPoint: 'default',
      touchpoint: 'web:default',
      program: 'p',
      locale: 'en',
    },
  },
  { type: 'bot.said', actor: 'bot', data: { at: null, choices: 0, expectsInput: false } },
];

function turnOf(id: string, turn: number): readonly Draft[] {
  return [
    {
      type: 'customer.said',
      actor: 'customer',
      data: { input: `m${turn}`, via: 'text', turn, characters: 20 },
      words: { text: `it is order ${id}, I said` },
    },
    {
      type: 'intent.recognised',
      actor: 'bot',
      data: {
        model: 'm',
        threshold: 0.5,
        accepted: 'refund.request',
        candidates: [{ intent: 'refund.request', score: 0.9 }],
      },
    },
    ...(turn === 1 ? begun(id) : []),
    { type: 'question.closed', actor: 'bot', data: { at, how: 'answered' } },
    {
      type: 'slot.filled',
      actor: 'bot',
      data: { dialog: 'refund', slot: `s${turn % 5}`, type: 'text', from: 'answer', shared: false, valid: true },
    },
    ...(turn % 3 === 0 ? [{ type: 'message.unmatched', actor: 'bot', data: { attempt: 1, at } } as const] : []),
    {
      type: 'action.requested',
      actor: 'bot',
      data: { request: `a${turn}`, action: 'find', at, purpose: 'do', goal: null, slot: null },
    },
    { type: 'action.succeeded', actor: 'system', data: { request: `a${turn}`, action: 'find', durationMs: 20 } },
    { type: 'bot.said', actor: 'bot', data: { at, choices: 0, expectsInput: false } },
    {
      type: 'question.asked',
      actor: 'bot',
      data: { at, kind: 'slot', slot: `s${turn % 5}`, attempt: 1, reason: 'first' },
    },
    { type: 'message.observed', actor: 'system', data: { detector: 'words/v1', words: 4 } },
  ];
}

function begun(id: string): readonly Draft[] {
  return [
    { type: 'case.opened', actor: 'system', data: { case: `${id}/1`, intent: 'refund.request' } },
    {
      type: 'dialog.entered',
      actor: 'bot',
      data: {
        dialog: 'refund',
        file: at.file,
        line: 1,
        stage: null,
        owner: null,
        by: 'intent',
        intent: 'refund.request',
        from: null,
        goal: 'refund',
        expect: null,
        slots: 5,
        authenticates: false,
      },
    },
  ];
}
