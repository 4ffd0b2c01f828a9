import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Draft } from '../../../src/events/event.ts';
import { programOf, talkTo, understand } from './talk.ts';

const actions = ['orders.exists', 'orders.refundable', 'orders.refund'];

const refund = `
dialog: refund
about: get money back
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
  code: { type: postcode, ask: Which postcode?, check: { do: orders.exists, with: { number: order_number, code: code } } }
  why: { type: text, ask: Why? }
steps:
  - ask: order_number
  - ask: code
  - ask: why
  - confirm: Send {order_number} to {code}?
  - do: orders.refund
  - say: Done.
---
dialog: status
about: find an order
start: { intents: [status] }
slots:
  order_number: { type: order_number, ask: Order number? }
steps:
  - ask: order_number
  - say: Order {order_number} is on its way.
`;

const program = programOf(refund, actions);
const good = { 'orders.exists': true, 'orders.refund': true };
const last = (said: readonly string[]) => said.at(-1);

function saidBy(drafts: readonly Draft[]) {
  return drafts.flatMap((draft) => (draft.type === 'bot.said' ? [draft.words?.text ?? ''] : []));
}

describe('two answers at once', () => {
  it('fill both slots, and neither is asked again', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    expect(talk.says('12345678, and it went to 10115')).toEqual(['Why?']);
    expect(talk.of('slot.filled').map(({ data }) => [data.slot, data.from])).toEqual([
      ['code', 'message'],
      ['order_number', 'answer'],
    ]);
    expect(talk.of('slot.validated')).toHaveLength(1);
    expect(talk.of('question.skipped').map(({ data }) => data.slot)).toEqual(['code']);
  });

  it('that answer another question only leave this one open, which is no reprompt', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    expect(talk.says('my postcode is 10115')).toEqual(['Which order?']);
    expect(talk.of('question.asked').map(({ data }) => data.reason)).toEqual(['first', 'resumed']);
    expect(talk.says('12345678')).toEqual(['Why?']);
  });

  it('said with the wish go to slots in the order in which they were said', () => {
    const two = programOf(`
dialog: change
start: { intents: [refund] }
slots:
  from: { type: postcode, ask: From? }
  to: { type: postcode, ask: To? }
steps:
  - ask: from
  - ask: to
  - say: From {from} to {to}.
`);
    expect(talkTo(two).says('#refund from 10115 to 20095')).toEqual(['From 10115 to 20095.']);
    const talk = talkTo(two);
    expect(talk.says('#refund from 10115')).toEqual(['To?']);
  });

  it('said before a called dialog asks for them are known there', () => {
    const called = programOf(`
dialog: main
start: { intents: [refund] }
slots: { order_number: { type: order_number, ask: Which? } }
steps:
  - ask: order_number
  - call: proof
  - say: Done.
---
dialog: proof
slots: { code: { type: postcode, ask: Postcode? } }
steps:
  - ask: code
`);
    expect(talkTo(called).says('#refund 12345678 in 10115')).toEqual(['Done.']);
  });
});

describe('a correction', () => {
  it('of a slot two questions ago checks again what depends on it, and asks nothing', () => {
    const checked: unknown[] = [];
    const talk = talkTo(program, {
      ...good,
      'orders.exists': (input) => {
        checked.push(input);
        return true;
      },
    });
    talk.says('#refund 12345678 10115');
    talk.says('too large');
    expect(talk.says('no, 87654321')).toEqual(['All right, 87654321.', 'Send 87654321 to 10115?']);
    expect(checked).toEqual([
      { number: '12345678', code: '10115' },
      { number: '87654321', code: '10115' },
    ]);
  });

  it('of several slots at once goes on from the first of them', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678 10115');
    talk.says('too large');
    expect(last(talk.says('sorry: 87654321 and 20095'))).toBe('Send 87654321 to 20095?');
    expect(talk.of('slot.corrected').map(({ data }) => data.slot)).toEqual(['order_number', 'code']);
  });

  it('along with the answer takes both', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678');
    expect(last(talk.says('10115, but it is order 87654321'))).toBe('Why?');
    expect(talk.state.stack[0]?.slots).toMatchObject({ order_number: '87654321', code: '10115' });
  });

  it('is not read into an answer in free words', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678 10115');
    expect(talk.says('I got the parcel of order 87654321 instead of mine')).toEqual(['Send 12345678 to 10115?']);
  });

  it('of what a call was given makes the call again, without its questions', () => {
    const called = programOf(`
dialog: main
start: { intents: [refund] }
slots: { order_number: { type: order_number, ask: Which? } }
steps:
  - ask: order_number
  - call: proof
    with: { number: order_number }
  - confirm: All right for {order_number}?
  - say: Done.
---
dialog: proof
slots: { number: { type: order_number }, code: { type: postcode, ask: "Postcode for {number}?" }, way: { type: text, ask: How? } }
steps:
  - ask: code
  - choose: { text: By post?, options: [{ title: Post }, { title: Shop }] }
  - ask: way
`);
    const talk = talkTo(called);
    talk.says('#refund 12345678', '10115');
    talk.says('Post');
    talk.says('soon');
    expect(talk.says('no, 87654321')).toEqual(['All right, 87654321.', 'All right for 87654321?']);
    expect(talk.of('question.asked').filter(({ data }) => data.at.dialog === 'proof')).toHaveLength(2);
  });

  it('of what was acted on already is told honestly, and a person offered', () => {
    const acting = programOf(
      `
dialog: refund
start: { intents: [refund] }
slots: { order_number: { type: order_number, ask: Which? }, note: { type: text, ask: Anything else? } }
steps:
  - ask: order_number
  - do: orders.refund
  - ask: note
  - say: Bye.
`,
      ['orders.refund'],
    );
    const asked: unknown[] = [];
    const talk = talkTo(acting, { 'orders.refund': () => asked.push(1) });
    talk.says('#refund 12345678');
    expect(talk.says('no, 87654321')[0]).toMatch(/done already/);
    expect(talk.says('no')).toEqual(['Anything else?']);
    expect(asked).toHaveLength(1);
    expect(talk.state.stack[0]?.slots['order_number']).toBe('12345678');
  });
});

describe('an interruption', () => {
  it('is announced, and what it interrupted comes back with all that was said', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678');
    expect(talk.says('#status')).toEqual([
      'Of course, that first. We come back to what we were doing afterwards: get money back.',
      'Order number?',
    ]);
    expect(talk.says('11111111')).toEqual([
      'Order 11111111 is on its way.',
      'Now back to where we were: get money back.',
      'Which postcode?',
    ]);
  });

  it('that is called off leads back as well', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678');
    talk.says('#status');
    expect(talk.says('#flow.cancel')).toEqual([
      "All right, I've stopped that. Now back to where we were.",
      'Which postcode?',
    ]);
    expect(talk.says('#flow.cancel')).toEqual(["All right, I've stopped that. What else can I do for you?"]);
    expect(talk.says('#flow.cancel')[0]).toMatch(/nothing going on/);
  });

  it('ends when the customer goes back by themselves, which is counted', () => {
    const talk = talkTo(program, good);
    talk.says('#refund 12345678');
    talk.says('#status');
    expect(talk.says('#refund')).toEqual(['Which postcode?']);
    expect(talk.of('dialog.backtracked')).toHaveLength(1);
  });
});

describe('did you mean', () => {
  const unsure = (talk: ReturnType<typeof talkTo>, text: string, scores: readonly (readonly [string, number])[]) =>
    saidBy(
      talk.put({
        kind: 'message',
        at: ++talk.now,
        random: 0,
        messages: [{ input: text, via: 'text', text }],
        understood: {
          ...understand(text),
          accepted: null,
          candidates: scores.map(([intent, score]) => ({ intent, score })),
        },
      }),
    );

  it('names what comes near, with buttons, and begins what is chosen', () => {
    const talk = talkTo(program, good);
    unsure(talk, 'my order 12345678', [
      ['refund', 0.4],
      ['status', 0.3],
      ['hours', 0.05],
    ]);
    const asked = talk.drafts.findLast((draft) => draft.type === 'bot.said');
    expect(asked?.words?.choices?.map(({ title }) => title)).toEqual([
      'get money back',
      'find an order',
      'Something else',
    ]);
    expect(talk.of('message.unclear').map(({ data }) => data.candidates)).toEqual([2]);
    expect(talk.says('find an order')).toEqual(['Order 12345678 is on its way.']);
  });

  it('leads to the no-match repair when it was something else, and is not asked twice in a row', () => {
    const talk = talkTo(program, good);
    unsure(talk, 'hm', [['refund', 0.4]]);
    expect(last(talk.says('Something else'))).toMatch(/other words/);
    expect(last(unsure(talk, 'hm hm', [['refund', 0.4]]))).not.toMatch(/Did you mean/);
  });

  it('is not asked where nothing comes near', () => {
    expect(last(unsure(talkTo(program, good), 'hm', [['refund', 0.1]]))).toMatch(/other words/);
  });
});

describe('when our side fails', () => {
  const down = { ok: false, failure: 'error', message: 'down' } as const;

  it('says what went wrong, offers to try again or a person, and asks nothing again', () => {
    let isDown = true;
    const talk = talkTo(program, { ...good, 'orders.refund': () => (isDown ? 'x' : true) });
    const broken = talkTo(program, { ...good, 'orders.refund': down });
    for (const one of [talk, broken]) {
      one.says('#refund 12345678 10115');
      one.says('too large');
    }
    expect(broken.says('yes').join(' ')).toMatch(/didn't answer.*our fault.*try again, or talk to a person/);
    isDown = false;
    expect(broken.says('Try again')).toEqual(['Send 12345678 to 10115?']);
    expect(broken.of('slot.filled').filter(({ data }) => data.from === 'earlier')).toHaveLength(3);
    expect(broken.of('slot.validated')).toHaveLength(1);
  });

  it('does not try again by itself what may have happened', () => {
    const talk = talkTo(program, { ...good, 'orders.refund': { ok: false, failure: 'unknown', message: 'reset' } });
    talk.says('#refund 12345678 10115');
    talk.says('too large');
    expect(talk.says('yes').join(' ')).toMatch(/can't tell whether this was done.*look for a person/);
  });

  it('leaves what it had interrupted as it was', () => {
    const two = programOf(
      `${refund}---\ndialog: help\nstart: { intents: [flow.help] }\nsteps:\n  - do: orders.refund\n  - say: Ok.\n`,
      actions,
    );
    const talk = talkTo(two, { ...good, 'orders.refund': down });
    talk.says('#refund 12345678');
    talk.says('#flow.help');
    expect(talk.says('#refund')).toEqual(['Which postcode?']);
  });
});

describe('after the last attempt', () => {
  const asking = (otherwise: string) =>
    programOf(`
dialog: main
about: main thing
start: { intents: [refund] }
goal: { name: main }
slots: { n: { type: order_number, ask: Which?, attempts: 1, otherwise: ${otherwise} } }
steps:
  - call: sub
    failed: { say: Then without. }
  - ask: n
  - say: Behind {n}.
  - goal: reached
---
dialog: sub
slots: { m: { type: order_number, ask: Sub?, attempts: 1, otherwise: ${otherwise} } }
steps:
  - ask: m
  - say: Behind {m}.
`);

  it('a dialog without the value it needs has failed, and so has its caller unless it says how to go on', () => {
    const talk = talkTo(asking('{ say: Never mind. }'));
    talk.says('#refund');
    expect(talk.says('what?')).toEqual(['Never mind.', 'Then without.', 'Which?']);
    expect(talk.says('what?')).toEqual(['Never mind.']);
    expect(talk.of('goal.failed').map(({ data }) => data.goal)).toEqual(['main']);
    expect(talk.of('dialog.left').map(({ data }) => data.how)).toEqual(['finished', 'failed', 'failed']);
    expect(talk.state.stack).toEqual([]);
  });

  it('a value that is set there counts', () => {
    const talk = talkTo(asking(`{ set: { m: '"11111111"', n: '"22222222"' } }`));
    talk.says('#refund');
    expect(talk.says('what?')).toEqual(['Behind 11111111.', 'Which?']);
    expect(talk.says('what?')).toEqual(['Behind 22222222.']);
  });
});

describe('hours', () => {
  const files = [{ path: 'dialogs/a.yaml', text: 'dialog: a\nstart: { intents: [refund] }\nsteps:\n  - handoff\n' }];
  const where = { file: 'i.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const vocabulary = {
    intents: new Map([['refund', where]]),
    answers: new Map(),
    entities: new Set<string>(),
    actions: new Map(),
  };
  const nine = { from: 540, to: 1020 };
  const hours = {
    zone: 'Europe/Berlin',
    week: [[nine], [nine], [nine], [nine], [nine], [], []],
    holidays: ['12-25', '2026-01-02'],
  };
  const bot = compileBot(files, vocabulary, { zone: 'Europe/Berlin', hours }).program;

  it.each([
    ['at work', '2026-03-18T10:00:00Z', 'nobody', /nobody is free/],
    ['before work, in the zone of the business', '2026-03-18T07:59:00Z', 'closed', /Wednesday, March 18 from 9:00/],
    ['at the minute work begins', '2026-03-18T08:00:00Z', 'nobody', /nobody is free/],
    ['on a Saturday', '2026-03-21T10:00:00Z', 'closed', /Monday, March 23/],
    [
      'on a holiday of every year, over summer time and weekends',
      '2026-12-25T10:00:00Z',
      'closed',
      /Monday, December 28/,
    ],
    ['on a holiday of one year', '2026-01-02T10:00:00Z', 'closed', /Monday, January 5/],
  ])('%s', (...[, at, why, said]) => {
    if (!bot) throw new Error('no program');
    const talk = talkTo(bot);
    const text = '#refund';
    const drafts = talk.put({
      kind: 'message',
      at: Date.parse(at),
      random: 0,
      messages: [{ input: '1', via: 'text', text }],
      understood: understand(text),
    });
    expect(drafts.find(({ type }) => type === 'handoff.unavailable')?.data).toMatchObject({ why });
    expect(saidBy(drafts).join(' ').replaceAll('\u202f', ' ')).toMatch(said);
  });
});

describe('silence', () => {
  it('in front of an open question is answered once, and the question put again', () => {
    const talk = talkTo(program, good);
    talk.says('#refund');
    const before = talk.drafts.length;
    talk.wait(9 * 60_000);
    expect(talk.drafts).toHaveLength(before);
    talk.wait(24 * 3_600_000);
    expect(saidBy(talk.drafts.slice(before))).toEqual([
      "Whenever you are ready: I've kept everything you told me.",
      'Which order?',
    ]);
    expect(talk.of('question.asked').at(-1)?.data.reason).toBe('resumed');
  });
});
