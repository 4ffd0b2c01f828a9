import { describe, expect, it } from 'vitest';
import { maxSteps } from '../../../src/dialogs/step/flow/proceed.ts';
import { programOf, talkTo } from './talk.ts';

const refund = `
dialog: refund
about: get money back
start: { intents: [refund] }
goal: { name: refund, verify: { by: orders.is_refunded, with: { number: order_number }, within: 3d } }
slots:
  order_number:
    type: order_number
    ask: Which order?
    again:
      - The number, please.
      - It has 8 digits.
    invalid: "{order_number} is unknown."
    check: { do: orders.exists, with: { number: order_number } }
    attempts: 3
steps:
  - ask: order_number
  - do: orders.refundable
    with: { number: order_number }
    save: refund
    failed:
      - say: No answer from the order system.
      - handoff: { team: billing, reason: system-down }
  - if: refund.allowed
    then:
      - confirm: Send {refund.amount} back?
      - do: orders.refund
        with: { number: order_number }
      - say: Done.
      - goal: reached
    else:
      - refuse: { reason: too-late, owner: policy }
      - say: Too late.
---
dialog: status
about: find an order
start: { intents: [status] }
slots:
  order_number: { type: order_number, ask: Order number? }
steps:
  - ask: order_number
  - say: Order {order_number} is on its way.
---
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { reason: asked-for }
---
dialog: on.cancel
start: { intents: [flow.cancel] }
steps:
  - say: Stopped.
---
dialog: on.repeat
start: { intents: [flow.repeat] }
steps:
  - say: Again.
---
dialog: on.start
steps:
  - say: Hello, I am a machine.
---
dialog: on.unavailable
steps:
  - say: Nobody is here.
---
dialog: on.error
steps:
  - say: Our fault ({reason}).
---
dialog: on.no_match
steps:
  - if: misses < 3
    then:
      - say: Not understood {misses, number}.
      - end
  - handoff: { reason: not-understood }
---
dialog: on.resume
steps:
  - say: Back to it.
---
dialog: on.slow
steps:
  - say: One moment.
---
dialog: on.correction
steps:
  - if: late
    then: { say: "Too late for {value}." }
    else: { say: "So {value}, not {old}." }
---
dialog: on.interruption
steps:
  - say: That first.
`;

const actions = ['orders.exists', 'orders.refundable', 'orders.refund', 'orders.is_refunded'];
const program = programOf(refund, actions);
const good = {
  'orders.exists': true,
  'orders.refundable': { allowed: true, amount: 20 },
  'orders.refund': { done: true },
  'orders.is_refunded': true,
};

describe('a dialog', () => {
  it('greets, asks, checks, confirms, acts and reaches its verified goal', () => {
    const talk = talkTo(program, good);
    expect(talk.drafts.flatMap((draft) => (draft.type === 'bot.said' ? draft.words?.text : []))).toEqual([
      'Hello, I am a machine.',
    ]);
    expect(talk.says('#refund please')).toEqual(['Which order?']);
    expect(talk.says('12345678')).toEqual(['Send 20 back?']);
    expect(talk.says('yes please')).toEqual(['Done.']);
    expect(talk.of('goal.reached')).toHaveLength(1);
    expect(talk.of('goal.verified').map(({ data }) => data)).toEqual([{ goal: 'refund', value: true }]);
    expect(talk.state.stack).toEqual([]);
  });

  it('does not ask for what the first message says already', () => {
    const talk = talkTo(program, good);
    expect(talk.says('#refund for 12345678')).toEqual(['Send 20 back?']);
    expect(talk.of('slot.filled').map(({ data }) => data.from)).toEqual(['message']);
  });

  it('asks again in escalating words, apart from what it says of an invalid value, and ends with a person', () => {
    const talk = talkTo(program, { ...good, 'orders.exists': false });
    talk.says('#refund');
    expect(talk.says('what?')).toEqual(['The number, please.']);
    expect(talk.says('12345678')).toEqual(['12345678 is unknown.', 'It has 8 digits.']);
    expect(talk.says('87654321')).toEqual(['87654321 is unknown.', 'Nobody is here.']);
    expect(talk.of('question.asked').map(({ data }) => [data.attempt, data.reason])).toEqual([
      [1, 'first'],
      [2, 'again'],
      [3, 'invalid'],
    ]);
    expect(talk.of('handoff.unavailable')).toHaveLength(1);
  });

  it('takes a correction while it waits for a confirmation, and decides anew by the new value', () => {
    const seen: unknown[] = [];
    const talk = talkTo(program, {
      ...good,
      'orders.refundable': (input) => {
        seen.push(input);
        return { allowed: true, amount: seen.length };
      },
    });
    talk.says('#refund for 12345678');
    expect(talk.says('no wait, 87654321')).toEqual(['So 87654321, not 12345678.', 'Send 2 back?']);
    expect(seen).toEqual([{ number: '12345678' }, { number: '87654321' }]);
    expect(talk.of('slot.corrected')).toHaveLength(1);
  });

  it('goes back to its question after a digression', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    expect(talk.says('#status')).toEqual(['That first.', 'Order number?']);
    expect(talk.says('11111111')).toEqual(['Order 11111111 is on its way.', 'Back to it.', 'Which order?']);
    expect(talk.says('12345678')).toEqual(['Send 20 back?']);
  });

  it('answers a short question and puts its own again', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    expect(talk.says('#hours')).toEqual(['Open all day.', 'Which order?']);
  });

  it('refuses by policy as a fact', () => {
    const talk = talkTo(program, { ...good, 'orders.refundable': { allowed: false } });
    expect(talk.says('#refund for 12345678')).toEqual(['Too late.']);
    expect(talk.of('scope.refused').map(({ data }) => data.owner)).toEqual(['policy']);
  });

  it('ends on "no" where no other way was written', () => {
    const talk = talkTo(program, good);
    talk.says('#refund for 12345678');
    expect(talk.says('no')).toEqual(['Stopped.']);
    expect(talk.state.stack).toEqual([]);
  });
});

describe('a value several dialogs share', () => {
  const shared = programOf(`
dialog: refund
about: get money back
start: { intents: [refund] }
slots:
  order_number: { type: order_number, shared: true, ask: Which order? }
steps:
  - ask: order_number
  - call: verify
  - confirm: Refund {order_number}?
  - say: Refunded {order_number}.
---
dialog: verify
slots:
  order_number: { type: order_number, shared: true, ask: Which order? }
  postcode: { type: text, ask: "Postcode for {order_number}?" }
steps:
  - ask: order_number
  - ask: postcode
---
dialog: status
start: { intents: [status] }
slots:
  order_number: { type: order_number, shared: true, ask: Which order? }
steps:
  - ask: order_number
  - say: Order {order_number} is on its way.
`);

  it('is known in the next dialog without being asked', () => {
    const talk = talkTo(shared);
    talk.says('#status 11111111');
    expect(talk.says('#refund')).toEqual(['Postcode for 11111111?']);
  });

  it('gives way to what the customer has just said', () => {
    const talk = talkTo(shared);
    talk.says('#status 11111111');
    expect(talk.says('#status 22222222')).toEqual(['Order 22222222 is on its way.']);
  });

  it('that is corrected in a called dialog is corrected in its caller', () => {
    const talk = talkTo(shared);
    talk.says('#refund 11111111');
    expect(talk.says('sorry, 22222222').at(-1)).toBe('Postcode for 22222222?');
    expect(talk.says('10115')).toEqual(['Refund 22222222?']);
  });

  it('in a wish for something else is no correction', () => {
    const talk = talkTo(shared);
    talk.says('#refund 11111111');
    talk.says('10115');
    const said = talk.says('#status 22222222');
    expect([said.at(1), said.at(-1)]).toEqual(['Order 22222222 is on its way.', 'Refund 11111111?']);
    expect(talk.says('yes')).toEqual(['Refunded 11111111.']);
    expect(talk.of('slot.corrected')).toEqual([]);
  });
});

describe('a failing action', () => {
  const failure = { ok: false, failure: 'error', message: 'down' } as const;

  it('takes the branch written for it, without going on as if it had succeeded', () => {
    const talk = talkTo(program, { ...good, 'orders.refundable': failure });
    expect(talk.says('#refund for 12345678')).toEqual(['No answer from the order system.', 'Nobody is here.']);
    expect(talk.of('handoff.requested').map(({ data }) => [data.team, data.by])).toEqual([['billing', 'dialog']]);
    expect(talk.state.stack).toEqual([]);
  });

  it('ends in the error dialog where no branch is written', () => {
    const talk = talkTo(program, { ...good, 'orders.refund': failure });
    talk.says('#refund for 12345678');
    expect(talk.says('yes')).toEqual(['Our fault (action_failed).']);
    expect(talk.of('goal.failed')).toHaveLength(1);
  });

  it('is only recorded when its result comes too late', () => {
    const talk = talkTo(program, { 'orders.exists': true });
    talk.says('#refund for 12345678');
    const pending = talk.state.pending;
    expect(pending?.action).toBe('orders.refundable');
    expect(talk.says('#flow.cancel')).toEqual(['Stopped.']);
    const late = { ok: true, output: { allowed: true } } as const;
    const drafts = talk.put({
      kind: 'action',
      at: 9_999,
      random: 0,
      request: pending?.request ?? '',
      durationMs: 1,
      result: late,
    });
    expect(drafts.map(({ type }) => type)).toEqual(['action.succeeded']);
  });

  it('that takes long is announced once', () => {
    const talk = talkTo(program, { 'orders.exists': true });
    talk.says('#refund for 12345678');
    const request = talk.state.pending?.request ?? '';
    const slow = { kind: 'slow', at: 9_999, random: 0, request } as const;
    expect(talk.put(slow).map(({ type }) => type)).toEqual(['action.slow', 'bot.said']);
    expect(talk.put(slow)).toEqual([]);
  });
});

describe('repair', () => {
  it('escalates when nothing is understood, and ends with a person', () => {
    const talk = talkTo(program);
    expect(talk.says('blah')).toEqual(['Not understood 1.']);
    expect(talk.says('blub')).toEqual(['Not understood 2.']);
    expect(talk.says('bleh')).toEqual(['Nobody is here.']);
    expect(talk.of('message.unmatched').map(({ data }) => data.attempt)).toEqual([1, 2, 3]);
  });

  it('serves a wish for a person in the middle of a question, and counts it', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    expect(talk.says('#human.request')).toEqual(['Nobody is here.']);
    expect(talk.of('human.requested').map(({ data }) => data.count)).toEqual([1]);
    expect(talk.of('handoff.requested').map(({ data }) => data.by)).toEqual(['customer']);
  });

  it('repeats what it said last', () => {
    const talk = talkTo(program, good);
    talk.says('#status 12345678');
    expect(talk.says('#flow.repeat')).toEqual(['Again.', 'Order 12345678 is on its way.']);
    talk.says('#refund');
    expect(talk.says('#flow.repeat')).toEqual(['Again.', 'Which order?']);
  });

  it('stops a dialog that runs in circles, says so, and leaves nobody waiting', () => {
    const circle = programOf(`
dialog: circle
start: { intents: [status] }
steps:
  - id: again
    if: misses == 0
    then: { goto: again }
---
dialog: on.error
steps:
  - say: Our fault ({reason}).
`);
    const talk = talkTo(circle);
    expect(talk.says('#status')).toEqual(['Our fault (loop).']);
    expect(talk.of('turn.halted').map(({ data }) => data.steps)).toEqual([maxSteps]);
  });

  it('never leaves a turn without a word', () => {
    const mute = programOf(`
dialog: mute
start: { intents: [status] }
steps:
  - set: { x: 1 }
---
dialog: on.error
steps:
  - say: Our fault ({reason}).
`);
    const talk = talkTo(mute);
    expect(talk.says('#status')).toEqual(['Our fault (stranded).']);
    expect(talk.of('turn.stranded')).toHaveLength(1);
  });
});

describe('time', () => {
  const hour = 3_600_000;

  it('makes a case silent after a day and mature after a week, counted from the last word', () => {
    const talk = talkTo(program, good);
    talk.says('#hours');
    talk.wait(20 * hour);
    talk.says('#hours');
    talk.wait(20 * hour);
    expect(talk.of('case.silent')).toHaveLength(0);
    talk.wait(5 * hour);
    expect(talk.of('case.silent')).toHaveLength(1);
    talk.wait(8 * 24 * hour);
    expect(talk.of('case.matured')).toHaveLength(1);
    expect(talk.state.case).toBeNull();
    expect(talk.state.timers).toEqual({});
  });

  it('opens another case when the customer comes back after that', () => {
    const talk = talkTo(program, good);
    talk.says('#hours');
    talk.wait(30 * 24 * hour);
    talk.says('#hours');
    expect(talk.of('case.opened').map(({ data }) => data.case)).toEqual(['c/1', 'c/2']);
  });

  it('asks the system of record again until the goal shows, or its time is over', () => {
    let asked = 0;
    const talk = talkTo(program, { ...good, 'orders.is_refunded': () => ++asked >= 3 });
    talk.says('#refund for 12345678');
    talk.says('yes');
    expect(talk.of('goal.verified')).toEqual([]);
    talk.wait(30 * 24 * hour);
    expect(asked).toBe(3);
    expect(talk.of('goal.verified').map(({ data }) => data.value)).toEqual([true]);
    const never = talkTo(program, { ...good, 'orders.is_refunded': false });
    never.says('#refund for 12345678');
    never.says('yes');
    never.wait(30 * 24 * hour);
    expect(never.of('goal.verified').map(({ data }) => data.value)).toEqual([false]);
  });
});

describe('several messages at once', () => {
  it('count as one customer turn', () => {
    const talk = talkTo(program, good);
    expect(talk.says('#refund', 'it is 12345678')).toEqual(['Send 20 back?']);
    expect(talk.of('customer.said').map(({ data }) => data.turn)).toEqual([1, 1]);
    expect(talk.state.turn).toBe(1);
  });
});
