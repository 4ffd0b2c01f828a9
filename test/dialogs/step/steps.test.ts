import { describe, expect, it } from 'vitest';
import type { ActionResult } from '../../../src/dialogs/input.ts';
import { masked } from '../../../src/events/speech/masked.ts';
import { programOf, type Talk, talkTo } from './talk.ts';

const minute = 60_000;
const day = 1440 * minute;

function bot(steps: string, more = '', actions: readonly string[] = []) {
  return programOf(
    `dialog: main\nabout: the main thing\nstart: { intents: [refund] }\n${more}steps:\n${steps}`,
    actions,
  );
}

function wordsOf(talk: Talk, type: 'bot.said' = 'bot.said') {
  return talk.of(type).map(({ words }) => words);
}

describe('say', () => {
  it('gives cards, pictures and links with their values in them', () => {
    const talk = talkTo(
      bot(
        `  - set: { order: { number: '"7"', picture: '"https://a.example/7.png"' } }
  - say:
      text: Your order
      carousel:
        - title: "Order {order.number}"
          subtitle: "{order.nothing}"
          image: { url: "{order.picture}", alt: "Order {order.number} in its box" }
          buttons: [{ title: Follow it, url: "https://a.example/{order.number}" }, { title: Cancel, value: cancel it }]
        - { text: More to come. }
  - say: { image: { url: "https://a.example/b.png", alt: A map } }
`,
      ),
    );
    expect(talk.says('#refund')).toEqual(['Your order', '']);
    const [, first, second] = wordsOf(talk);
    expect(first).toEqual({
      text: 'Your order',
      isCarousel: true,
      cards: [
        {
          title: 'Order 7',
          image: { url: 'https://a.example/7.png', alt: 'Order 7 in its box' },
          buttons: [
            { title: 'Follow it', url: 'https://a.example/7' },
            { title: 'Cancel', value: 'cancel it' },
          ],
        },
        { text: 'More to come.' },
      ],
    });
    expect(second).toEqual({ text: '', cards: [{ image: { url: 'https://a.example/b.png', alt: 'A map' } }] });
  });

  it('never repeats the variation that was read last', () => {
    const talk = talkTo(bot('  - say: [One, Two]\n'));
    const said = Array.from({ length: 6 }, () => talk.says('#refund')[0]);
    expect(said).toEqual(['One', 'Two', 'One', 'Two', 'One', 'Two']);
  });
});

describe('choose', () => {
  it('offers what data holds, and goes on with the value of what was taken', () => {
    const steps = `  - do: orders.list
    save: orders
  - choose: { text: Which one?, save: number, from: 'orders.map(o, {"value": o.id, "title": o.what})', options: [{ title: None of them }] }
  - say: "You took {number}."
`;
    const listed = [
      { id: '1', what: 'A kettle' },
      { id: '2', what: 'A mug' },
    ];
    const talk = talkTo(bot(steps, '', ['orders.list']), { 'orders.list': listed });
    talk.says('#refund');
    expect(
      wordsOf(talk)
        .at(-1)
        ?.choices?.map(({ title }) => title),
    ).toEqual(['A kettle', 'A mug', 'None of them']);
    expect(talk.says('the mug please, a mug')).toEqual(['You took 2.']);
  });
});

describe('call', () => {
  it('takes values, and gives back what the dialog returns', () => {
    const talk = talkTo(
      programOf(`
dialog: main
start: { intents: [refund] }
steps:
  - call: sum
    with: { a: 20, b: 1 }
    save: sum
  - say: "{sum.total, number} {sum.isLarge}"
---
dialog: sum
returns: { total: a + b, isLarge: a + b > 20 }
slots: { a: { type: number }, b: { type: number } }
steps:
  - say: Adding.
`),
    );
    expect(talk.says('#refund')).toEqual(['Adding.', '21 true']);
  });
});

describe('wait', () => {
  const waiting = bot('  - say: One moment.\n  - wait: 10m\n  - say: Here it is.\n');

  it('goes on when its time is over', () => {
    const talk = talkTo(waiting);
    expect(talk.says('#refund')).toEqual(['One moment.']);
    talk.wait(9 * minute);
    expect(wordsOf(talk).at(-1)?.text).toBe('One moment.');
    talk.wait(2 * minute);
    expect(wordsOf(talk).at(-1)?.text).toBe('Here it is.');
    expect(talk.state.stack).toEqual([]);
  });

  it('lets the customer talk of something else, and waits on', () => {
    const talk = talkTo(waiting);
    talk.says('#refund');
    expect(talk.says('#hours')).toEqual(['Open all day.']);
    talk.wait(11 * minute);
    expect(wordsOf(talk).at(-1)?.text).toBe('Here it is.');
  });

  it('goes on behind a question that stood in between when its time was over', () => {
    const two = programOf(`
dialog: main
about: the main thing
start: { intents: [refund] }
steps:
  - say: One moment.
  - wait: 10m
  - say: Here it is.
---
dialog: other
start: { intents: [status] }
slots: { n: { type: order_number, ask: Which? } }
steps:
  - ask: n
  - say: Thanks.
---
dialog: on.silence
steps: []
`);
    const talk = talkTo(two);
    talk.says('#refund');
    talk.says('#status');
    talk.wait(11 * minute);
    expect(wordsOf(talk).at(-1)?.text).toBe('Which?');
    expect(talk.says('12345678').slice(-3)).toEqual([
      'Thanks.',
      'Now back to where we were: the main thing.',
      'Here it is.',
    ]);
  });

  it('ends with its dialog', () => {
    const talk = talkTo(waiting);
    talk.says('#refund');
    talk.says('#flow.cancel');
    talk.wait(11 * minute);
    expect(wordsOf(talk).map((words) => words?.text)).not.toContain('Here it is.');
  });
});

describe('remind', () => {
  it('speaks after its time with the values of when it was set, whatever has become of the dialog', () => {
    const talk = talkTo(
      bot(`  - set: { n: 7 }\n  - remind: { after: 1h, say: "Think of {n}." }\n  - say: I remind you.\n`),
    );
    expect(talk.says('#refund')).toEqual(['I remind you.']);
    talk.wait(61 * minute);
    expect(wordsOf(talk).at(-1)?.text).toBe('Think of 7.');
    expect(Object.values(talk.state.timers).map(({ kind }) => kind)).not.toContain('step.remind');
  });
});

describe('redirect', () => {
  it('says where to go, with a link, and is a fact', () => {
    const talk = talkTo(bot(`  - redirect: { to: phone, say: Please call us., url: "tel:+4930" }\n`));
    expect(talk.says('#refund')).toEqual(['Please call us.']);
    expect(wordsOf(talk).at(-1)?.cards).toEqual([{ buttons: [{ title: '+4930', url: 'tel:+4930' }] }]);
    expect(talk.of('conversation.redirected').map(({ data }) => data.to)).toEqual(['phone']);
  });
});

describe('survey', () => {
  it('asks an item with its scale once, and keeps the answer as a fact that is no burden', () => {
    const talk = talkTo(bot('  - say: Done.\n  - survey: ces\n'));
    expect(talk.says('#refund')[1]).toMatch(/easy/);
    const asked = talk.of('bot.said').at(-1);
    expect(asked?.data.survey).toEqual({ item: 'ces', scale: ['1', '2', '3', '4', '5', '6', '7'] });
    expect(talk.says('6')).toEqual(['Thank you for telling us.']);
    expect(talk.of('survey.answered').map(({ data }) => [data.item, data.value])).toEqual([['ces', '6']]);
    expect(talk.of('survey.asked')).toHaveLength(1);
  });

  it('gives way to whatever the customer wants instead, and is not asked again', () => {
    const talk = talkTo(bot('  - say: Done.\n  - survey\n'));
    talk.says('#refund');
    expect(talk.says('#hours')).toContain('Open all day.');
    expect(talk.of('survey.declined').map(({ data }) => data.item)).toEqual(['csat']);
    expect(talk.of('survey.asked')).toHaveLength(1);
    expect(talk.of('slot.refused')).toEqual([]);
  });

  it('of whether it is solved speaks for or against the outcome', () => {
    const talk = talkTo(bot('  - say: Done.\n  - survey: solved\n'));
    talk.says('#refund');
    talk.says('Partly');
    expect(talk.of('resolution.stated').map(({ data }) => data.value)).toEqual(['partly']);
  });
});

describe('a promise', () => {
  const promising = (more: string, head = '') =>
    bot(
      `  - promise: { what: money back, within: 3d${more} }\n  - say: Soon.\n${head ? '  - goal: reached\n' : ''}`,
      head,
      ['orders.is_refunded'],
    );
  const verify = ', verify: { by: orders.is_refunded }';
  const goal = 'goal: { name: g, verify: { by: orders.is_refunded, within: 9d } }\n';
  const outcome = (talk: Talk) => [
    talk.of('promise.due').length,
    talk.of('promise.kept').length,
    talk.of('promise.broken').length,
  ];

  it.each<[string, string, string, boolean | ActionResult, readonly number[]]>([
    ['that the system of record confirms was kept', verify, '', true, [1, 1, 0]],
    ['that it denies was broken', verify, '', false, [1, 0, 1]],
    ['of a goal that shows was kept', '', goal, true, [1, 1, 0]],
    ['of a goal that does not show was broken', '', goal, false, [1, 0, 1]],
    ['that nobody can verify is neither', '', '', true, [1, 0, 0]],
    ['whose verification fails is neither', verify, '', { ok: false, failure: 'error', message: 'x' }, [1, 0, 0]],
  ])('%s', (...[, more, head, answer, expected]) => {
    const talk = talkTo(promising(more, head), { 'orders.is_refunded': answer });
    talk.says('#refund');
    talk.wait(2 * day);
    expect(outcome(talk)).toEqual([0, 0, 0]);
    talk.wait(2 * day);
    expect(outcome(talk)).toEqual(expected);
  });
});

describe('a notice of the business', () => {
  const noticed = programOf(`
dialog: late
about: a late parcel
start: { notice: parcel.late }
slots: { order_number: { type: order_number } }
steps:
  - say: Parcel {order_number} will be late.
  - confirm: Shall we talk about it?
---
dialog: main
about: the main thing
start: { intents: [refund] }
slots: { n: { type: order_number, ask: Which? } }
steps:
  - ask: n
  - say: Done.
`);
  const notice = {
    kind: 'notice',
    at: 5_000,
    random: 0,
    notice: 'parcel.late',
    values: { order_number: '1' },
  } as const;

  it('begins its dialog with what it brings, before the customer said anything', () => {
    const talk = talkTo(noticed);
    talk.put(notice);
    expect(
      wordsOf(talk)
        .slice(1)
        .map((words) => words?.text),
    ).toEqual(['Parcel 1 will be late.', 'Shall we talk about it?']);
    expect(talk.of('dialog.entered').at(-1)?.data.by).toBe('notice');
  });

  it('interrupts, and what it interrupts goes on', () => {
    const talk = talkTo(noticed);
    talk.says('#refund');
    talk.put(notice);
    expect(talk.says('yes')).toEqual(['Which?']);
  });

  it('that no dialog begins with is recorded and nothing else', () => {
    const talk = talkTo(noticed);
    expect(talk.put({ ...notice, notice: 'unknown' }).map(({ type }) => type)).toEqual(['notice.received']);
  });
});

describe('what is known of the customer', () => {
  const asking = bot(
    `  - ask: email
  - ask: name
  - ask: street
  - say: "{name} {email} {street}"
`,
    `slots:
  email: { type: email, ask: Mail? }
  name: { type: text, ask: Name? }
  street: { type: text, ask: Street?, known: customer.segment }
`,
  );
  const opened = (talk: Talk) =>
    talk.put({
      ...{
        kind: 'opened',
        at: 1,
        random: 0,
        conversation: 'd',
        customer: 'k',
        channel: 'web',
        entryPoint: 'x',
        locale: 'en',
      },
      profile: { email: 'a@example.com', name: 'Ada', segment: 'gold' },
    } as const);

  it('is not asked, and the fact says where it came from', () => {
    const talk = talkTo(asking);
    talk.state = { ...talk.state, started: false };
    opened(talk);
    expect(talk.says('#refund')).toEqual(['Name?']);
    expect(talk.says('Grace')).toEqual(['Grace a@example.com gold']);
    expect(talk.of('slot.filled').map(({ data }) => [data.slot, data.from])).toEqual([
      ['email', 'record'],
      ['name', 'answer'],
      ['street', 'record'],
    ]);
  });
});

describe('the number of a card or an account', () => {
  it('is dots for everybody but the customer, whatever slot it is written into', () => {
    const talk = talkTo(
      bot('  - ask: note\n  - say: "You said: {note}"\n', 'slots: { note: { type: text, ask: Note? } }\n'),
    );
    talk.says('#refund');
    expect(talk.says('4111 1111 1111 1111, DE89 3704 0044 0532 0130 00')).toEqual([
      'You said: 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00',
    ]);
    const seen = JSON.stringify(talk.drafts.map((draft) => masked(draft)));
    expect(seen).not.toMatch(/4111 1111|3704 0044/);
  });

  it('is dots where nobody asked for it', () => {
    const talk = talkTo(bot('  - ask: code\n', 'slots: { code: { type: postcode, ask: Code? } }\n'));
    talk.says('#refund');
    talk.says('put it back on 5500-0000-0000-0004 please');
    expect(talk.of('customer.said').at(-1)?.words?.masked).toBe('put it back on ••••-••••-••••-0004 please');
  });
});

describe('a sensitive slot', () => {
  const secret = 'Lindenweg 4';
  const sensitive = bot(
    `  - ask: street
  - set: { line: 'street + ", Berlin"' }
  - confirm: To {street}?
  - do: orders.send
    with: { to: street, line: line }
    save: sent
  - say: "Sent to {street}: {sent.note}"
`,
    'slots: { street: { type: text, ask: Street?, sensitive: true }, code: { type: postcode, ask: Code?, sensitive: true } }\n',
    ['orders.send'],
  );

  it('is dots for everybody but the customer, in whatever was said, done or decided', () => {
    const talk = talkTo(sensitive, { 'orders.send': { note: `to lindenweg 4 soon` } });
    talk.says('#refund');
    expect(talk.says(secret)).toEqual(['To Lindenweg 4?']);
    expect(talk.says('yes')).toEqual(['Sent to Lindenweg 4: to lindenweg 4 soon']);
    const seen = JSON.stringify(talk.drafts.map((draft) => masked(draft)));
    expect(seen).not.toMatch(/lindenweg/i);
    expect(seen).toContain('To •••?');
    expect(seen).toContain('"note":"to ••• soon"');
    expect(JSON.stringify(talk.state.recent)).not.toMatch(/lindenweg/i);
  });

  it('hides a message that was no answer as a whole', () => {
    const talk = talkTo(bot('  - ask: code\n', 'slots: { code: { type: postcode, ask: Code?, sensitive: true } }\n'));
    talk.says('#refund');
    talk.says('it is 1011');
    expect(JSON.stringify(talk.drafts.map((draft) => masked(draft)))).not.toContain('1011');
    expect(talk.of('customer.said').at(-1)?.words?.masked).toBe('•••');
  });

  it('hides a value that was said along with something else, in its own spelling', () => {
    const talk = talkTo(
      bot('  - ask: code\n  - say: Thanks.\n', 'slots: { code: { type: postcode, ask: Code?, sensitive: true } }\n'),
    );
    talk.says('#refund to 10115, please');
    expect(talk.of('customer.said')[0]?.words?.masked).toBe('#refund to •••, please');
    expect(JSON.stringify(talk.drafts.map((draft) => masked(draft)))).not.toContain('10115');
  });
});
