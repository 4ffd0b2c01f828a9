import { expect, test } from 'vitest';
import type { Draft, Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { cardOf } from '../../../src/reports/desk/card-of.ts';

const at = { dialog: 'refund', step: 's', file: 'dialogs/refund.yaml', line: 3 };
const slot = { dialog: 'refund', type: 'text', from: 'answer', shared: false, valid: true } as const;

function logOf(drafts: readonly Draft[]): readonly Event[] {
  return drafts.map((draft, index) => ({
    ...draft,
    conversation: 'c',
    seq: index + 1,
    at: 1_000 * index,
    turn: index === 0 ? 0 : 1,
    case: null,
    v: 1,
  }));
}

const started: Draft = {
  type: 'conversation.started',
  actor: 'system',
  data: { customer: 'k', channel: 'web', entryPoint: 'shop', touchpoint: 'web:shop', program: 'p', locale: 'en' },
  words: { profile: { name: 'Mia' } },
};

test('the card says who it is, what they told, why a person is needed and what was said; secrets are dots', () => {
  const events = logOf([
    started,
    {
      type: 'customer.said',
      actor: 'customer',
      data: { input: 'i', via: 'text', turn: 1, characters: 4 },
      words: { text: 'pin 1234', masked: 'pin •••' },
    },
    { type: 'slot.filled', actor: 'customer', data: { ...slot, slot: 'order' }, words: { value: '123' } },
    { type: 'slot.filled', actor: 'customer', data: { ...slot, slot: 'order' }, words: { value: '456' } },
    {
      type: 'slot.filled',
      actor: 'customer',
      data: { ...slot, slot: 'pin', sensitive: true },
      words: { value: '1234' },
    },
    {
      type: 'handoff.requested',
      actor: 'bot',
      data: { handoff: 'h1', team: null, reason: 'too-hard', by: 'dialog', at },
    },
    {
      type: 'agent.noted',
      actor: 'agent',
      data: { handoff: 'h1', agent: 'a' },
      words: { text: 'careful', name: 'Ana' },
    },
  ]);
  const card = cardOf(published, events);
  expect(card).toMatchObject({
    customer: { id: 'k', name: 'Mia', locale: 'en', channel: 'web' },
    slots: { order: '456', pin: '•••' },
    reason: 'too-hard',
    effort: { value: expect.any(Number), receipt: { rows: expect.any(Array) } },
    transcript: [
      { who: 'customer', text: 'pin •••' },
      { who: 'note', name: 'Ana', text: 'careful' },
    ],
    summary: [expect.any(String), 'Known: order 456, pin •••', expect.stringContaining('too hard')],
  });
  expect(JSON.stringify(card)).not.toContain('1234');
});

test('the card tells how the customer sounded and what was tried, in words and each once', () => {
  const done = { request: 'r', action: 'orders.get', durationMs: 3 };
  const events = logOf([
    started,
    { type: 'message.felt', actor: 'system', data: { detector: 'd', language: 'en', value: -0.6 } },
    { type: 'action.succeeded', actor: 'system', data: { ...done, action: '' } },
    { type: 'action.succeeded', actor: 'system', data: done, words: { output: { number: '1' } } },
    { type: 'action.succeeded', actor: 'system', data: done, words: { output: { number: '1' } } },
    {
      type: 'action.failed',
      actor: 'system',
      data: { ...done, at, failure: 'timeout' },
      words: { message: 'no answer in 3 s' },
    },
  ]);
  expect(cardOf(published, events)).toMatchObject({
    feeling: [{ at: '1970-01-01T00:00:01.000Z', from: 'words', value: -0.6 }],
    tried: ['orders.get answered', 'orders.get failed (timeout): no answer in 3 s'],
  });
});

test('a conversation whose words were erased has a card without words', () => {
  const { words: _words, ...bare } = started;
  expect(cardOf(published, logOf([{ ...bare, words: undefined }]))).toMatchObject({
    customer: { name: null },
    effort: null,
    transcript: [],
  });
});

test('the number of an order that was said with the wish for a person is known, unless a slot of its type was filled', () => {
  const wish: Draft = {
    type: 'intent.recognised',
    actor: 'bot',
    data: { model: 'm', threshold: 0.5, accepted: 'human.request', candidates: [], keys: ['order_number:1a2b'] },
    words: {
      entities: [
        { type: 'order_number', text: '12345678', start: 9, end: 17, value: '12345678' },
        { type: 'number', text: '2', start: 20, end: 21, value: 2 },
      ],
    },
  };
  const order: Draft = {
    type: 'slot.filled',
    actor: 'customer',
    data: { ...slot, slot: 'order', type: 'order_number' },
    words: { value: '87654321' },
  };
  expect(cardOf(published, logOf([started, wish]))).toMatchObject({
    slots: { order_number: '12345678' },
    summary: [expect.anything(), 'Known: order number 12345678', expect.anything()],
  });
  const known = [expect.anything(), 'Known: order 87654321', expect.anything()];
  expect(cardOf(published, logOf([started, wish, order]))).toMatchObject({ summary: known });
});
