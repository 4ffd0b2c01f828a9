import { expect, test } from 'vitest';
import { findMove } from '../../../src/dialogs/moving/find-move.ts';
import { keepsUntil } from '../../../src/dialogs/moving/lasting.ts';
import { programOf, type Talk, talkTo } from '../step/talk.ts';

const hour = 3_600_000;
const day = 24 * hour;

const actions = ['pay', 'exists', 'is_paid'];

function pay(steps: string, { slots = '', goal = 'goal: { name: paid }' } = {}): string {
  return `
dialog: pay
start: { intents: [refund] }
${goal}
slots:
  order_number: { type: order_number, ask: Which order? }
  reason: { type: text, ask: And why? }
${slots}
steps:
${steps}
---
dialog: check-name
slots:
  name: { type: name, ask: Your name? }
steps:
  - ask: name
`;
}

const before = pay(`
  - ask: order_number
  - ask: reason
  - confirm: Shall I pay {order_number} back?
  - do: pay
    with: { number: order_number }
    save: paid
  - say: Paid.
  - goal: reached
`);

function talk(yaml: string, ...texts: string[]): Talk {
  const talk = talkTo(programOf(yaml, actions));
  for (const text of texts) talk.says(text);
  return talk;
}

const atReason = ['#refund 12345678'];
const atConfirm = ['#refund 12345678', 'too small'];

function found(after: string, texts: readonly string[], from = before) {
  const { state, now } = talk(from, ...texts);
  return findMove({ from: programOf(from, actions), to: programOf(after, actions), state, at: now });
}

function why(after: string, texts: readonly string[], from = before): readonly string[] {
  return found(after, texts, from).holds.map(({ why, name }) => `${why} ${name}`);
}

test('a conversation in which nothing runs moves to any program', () => {
  expect(found('dialog: other\nsteps: [{ say: Hi. }]', []).move).toEqual({ places: [], pending: null, forget: [] });
});

test('a question that stands elsewhere now is found there, and so is every step that was counted', () => {
  const { move } = found(
    before.replace('  - ask: order_number', '  - say: Thank you.\n  - ask: order_number'),
    atReason,
  );
  expect(move?.places).toEqual([
    { at: expect.objectContaining({ dialog: 'pay', step: '2' }), keys: { 0: '1', 1: '2' } },
  ]);
});

test('texts may change around a slot that is asked', () => {
  expect(found(before.replace('And why?', 'May I ask why?').replace('Paid.', 'Done.'), atReason).move).not.toBeNull();
});

test.each([
  ['the dialog is gone', before.replace('dialog: pay\n', 'dialog: refund\n'), atReason, ['dialog pay']],
  ['the step is gone', before.replace('  - ask: reason\n', ''), atReason, ['step pay']],
  ['another step has taken its position', before.replace('ask: reason', 'ask: order_number'), atReason, ['step pay']],
  [
    'the question to be confirmed is another',
    before.replace('Shall I pay', 'Shall I never pay'),
    atConfirm,
    ['step pay'],
  ],
  [
    'the step could be one of two',
    before.replace('  - ask: reason\n', '  - ask: reason\n  - ask: reason\n'),
    atReason,
    ['step pay'],
  ],
  [
    'a filled slot has another type',
    before.replace('type: order_number', 'type: text'),
    atReason,
    ['slot order_number'],
  ],
  [
    'a filled slot is checked now',
    before.replace('ask: Which order?', 'ask: Which order?, check: { do: exists }'),
    atReason,
    ['slot order_number'],
  ],
  [
    'a filled slot is gone',
    before.replaceAll(/.*order_number.*\n/g, '').replace('  - do: pay\n    save', '  - do: pay\n    save'),
    atReason,
    ['slot order_number'],
  ],
  ['the goal is another', before.replace('goal: { name: paid }', 'goal: { name: happy }'), atReason, ['goal paid']],
  [
    'what lies ahead needs what only a step behind asks',
    pay(
      `
  - ask: order_number
  - ask: channel_name
  - ask: reason
  - say: Thank you, {channel_name}.
  - goal: reached
`,
      { slots: '  channel_name: { type: text, ask: Who? }' },
    ),
    atReason,
    ['value channel_name'],
  ],
] as const)('it stays when %s', (...[, after, texts, holds]) => {
  expect(why(after, texts)).toEqual(holds);
});

test('what was missing ahead before the change too holds nobody', () => {
  const open = pay(`
  - if: turn > 99
    then: { ask: order_number }
  - ask: reason
  - say: About {order_number}.
  - goal: reached
`);
  expect(why(`${open}\n# edited`, ['#refund'], open)).toEqual([]);
});

test("an author's id is followed, wherever it stands and whatever it says, as long as it is about the same", () => {
  const named = before.replace('- confirm:', '- id: sure\n    confirm:');
  const shifted = named.replace('  - ask: order_number', '  - say: Hello.\n  - ask: order_number');
  expect(found(shifted, atConfirm, named).move?.places.map(({ at }) => at?.step)).toEqual(['sure']);
  expect(
    why(
      named.replace('- id: sure\n    confirm: Shall I pay {order_number} back?', '- id: sure\n    ask: reason'),
      atConfirm,
      named,
    ),
  ).toEqual(['step pay']);
});

test('a dialog that waits below another needs only its step, not its words', () => {
  const calling = before.replace('  - ask: reason', '  - call: check-name\n  - ask: reason');
  const after = calling.replace('  - call: check-name', '  - say: First this.\n  - call: check-name');
  const { move } = found(after, atReason, calling);
  expect(move?.places.map(({ at }) => `${at?.dialog} ${at?.step}`)).toEqual(['pay 2', 'check-name 0']);
  expect(why(after.replace('call: check-name', 'say: Never mind.'), atReason, calling)).toEqual(['step pay']);
});

test('a step that waits for its action is found by the action', () => {
  const waiting = talk(before, ...atConfirm);
  waiting.put({
    kind: 'message',
    at: waiting.now,
    random: 0,
    messages: [{ input: 'y', via: 'text', text: 'yes' }],
    understood: { model: '', threshold: 0, accepted: null, candidates: [], entities: [] },
  });
  expect(waiting.state.pending?.action).toBe('pay');
  const look = (after: string) =>
    findMove({
      from: programOf(before, actions),
      to: programOf(after, actions),
      state: waiting.state,
      at: waiting.now,
    });
  expect(look(before.replace('  - do: pay', '  - say: One moment.\n  - do: pay')).move?.pending?.step).toBe('4');
  expect(look(before.replace('do: pay', 'do: exists')).holds.map(({ why }) => why)).toEqual(['step']);
});

test('a goal that is still to be verified keeps its program until it has been', () => {
  const verified = before.replace('{ name: paid }', '{ name: paid, verify: { by: is_paid, within: 14d } }');
  const done = talkTo(programOf(verified, actions), { pay: true, is_paid: false });
  done.says('#refund 12345678');
  done.says('too small');
  done.says('yes');
  const look = (after: string, at: number) =>
    findMove({ from: programOf(verified, actions), to: programOf(after, actions), state: done.state, at });
  const gone = 'dialog: other\nsteps: [{ say: Hi. }]';
  expect(done.state.stack).toEqual([]);
  expect(look(gone, done.now).holds).toEqual([{ why: 'verification', name: 'paid', at: null }]);
  expect(look(verified.replace('Paid.', 'Done.'), done.now).move).not.toBeNull();
  expect(look(gone, done.now + 14 * day + 2 * hour).move).not.toBeNull();
  expect(keepsUntil(programOf(verified, actions), done.state, done.now)).toBe(
    (Object.values(done.state.verifying)[0]?.since ?? 0) + 14 * day + hour,
  );
});

test('a conversation keeps its program for seven days of silence', () => {
  const { state, now } = talk(before, ...atReason);
  expect(keepsUntil(programOf(before, actions), state, now + hour)).toBe(state.customerAt + 7 * day);
});

test('a shared value whose slot has another type now is asked again', () => {
  const shared =
    'dialog: pay\nstart: { intents: [refund] }\nslots:\n  order_number: { type: order_number, shared: true, ask: Which? }\nsteps:\n  - ask: order_number\n';
  const { move } = found(shared.replace('type: order_number', 'type: number'), atReason, shared);
  expect(move?.forget).toEqual(['order_number']);
  expect(found(`${shared}  - say: Hi.\n`, atReason, shared).move?.forget).toEqual([]);
});
