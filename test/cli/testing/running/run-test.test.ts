import { describe, expect, it } from 'vitest';
import { published } from '../../../../src/measurement/constants/measures.ts';
import { failuresOf, run, runOne, well } from '../small-bot.ts';

describe('a conversation test', () => {
  it('passes when the bot says what it should, and carries outcome, effort and turns', async () => {
    const result = await runOne(`test: refund
${well}
talk:
  - bot: Hello.
  - customer: '#refund'
  - bot: Which order?
  - customer: 12345678
  - bot: { asks: confirm, choices: [Yes, No] }
  - customer: yes
  - bot: { says: "Much money, 20.", promise: money back, goal: refund }
expect: { goal: refund, outcome: resolved_verified, effort: 0, turns: 3, slots: { order_number: 12345678, secret: xyzzy }, promise: true,
  calls: { pay: { number: "12345678" }, exists: 1, is_paid: true }, never: [handoff, reprompt], happens: [goal, pay, prove], handoff: false, language: en }
`);
    expect(result.failures).toEqual([]);
    expect(result).toMatchObject({ ok: true, outcome: 'resolved_verified', effort: 0, customerTurns: 3 });
  });

  it("is judged by the bot's own measures, where it has them", async () => {
    const text = 'test: t\ntalk:\n  - customer: blorp\n  - customer: wuzzle\n';
    const { no_match: row } = published.effort.signals;
    const signals = { ...published.effort.signals, no_match: { ...row, weight: 4 * row.weight } };
    const own = { ...published, number: 2, effort: { ...published.effort, id: 'effort/v2', signals } };
    const [theirs] = (await run(text)).results;
    const [ours] = (await run(text, undefined, own)).results;
    expect(theirs?.effort).toBeGreaterThan(0);
    expect(ours?.effort).toBeGreaterThan(theirs?.effort ?? 100);
  });

  it('lets the business tell something, which begins a dialog with its values', async () => {
    const failures = await failuresOf(`test: t
talk:
  - notice: { name: parcel.late, with: { days: 3 } }
  - bot: [Your parcel is 3 days late.]
  - notice: parcel.late
  - bot: { asks: days }
  - customer: 2
  - bot: Your parcel is 3 days late.
`);
    expect(failures).toEqual(['8: Your parcel is 3 days late. / Your parcel is 2 days late.']);
  });

  it('tells a wrong text with what was said instead, and the step it comes from', async () => {
    const result = await runOne(`test: refund
talk:
  - customer: '#refund'
  - bot: Which parcel?
`);
    expect(result.failures).toEqual([
      {
        line: 4,
        expected: 'Which parcel?',
        got: 'Which order? (asks order_number)',
        at: expect.objectContaining({ dialog: 'refund-order', step: '0', file: 'dialogs/test.yaml', line: 8 }),
      },
    ]);
  });

  it('lets messages in between be left out, but not their order be changed, and a list means these and no others', async () => {
    const talk = (lines: string) => failuresOf(`test: t\ntalk:\n  - customer: '#human.request'\n${lines}`);
    expect(await talk('  - bot: Nobody is here.')).toEqual([]);
    expect(await talk('  - bot: [Nobody is here.]')).toEqual([]);
    expect(await talk('  - bot: [Nobody is here., Bye.]')).toEqual(['4: Bye. / nothing']);
    expect(await talk('  - bot: []')).toEqual(['4: nothing more / Nobody is here.']);
    expect(await talk('  - bot: Nobody is here.\n  - bot: Nobody is here.')).toEqual(['5: Nobody is here. / nothing']);
  });

  it('matches a pattern in slashes, a place, a question asked again, and a handing over', async () => {
    const failures = await failuresOf(`test: t
${well}
talk:
  - customer: '#refund'
  - bot: /^which ORDER/i
  - customer: hm
  - bot: { asks: order_number, again: again, from: refund-order, says: Eight digits please. }
  - customer: hm
  - bot: { handoff: billing, from: on.unavailable }
  - bot: { handoff: care }
  - bot: { from: refund-order/0 }
`);
    expect(failures).toEqual(['10: hands over to care / nothing', '11: says something at refund-order/0 / nothing']);
  });

  it('picks a button by its title, and fails where none is offered', async () => {
    const failures = await failuresOf(`test: t
talk:
  - customer: '#status'
  - bot: { asks: colour, choices: [Red, Blue] }
  - customer: { picks: Blue }
  - bot: You like b.
  - customer: { picks: Green }
expect: { slots: { colour: b } }
`);
    expect(failures).toEqual(["7: a button 'Green' / no buttons are offered here"]);
  });

  it('tells an intent that was not recognised, with what was', async () => {
    const failures = await failuresOf(`test: t
talk:
  - customer: '#status'
    intent: refund
  - customer: hm
    intent: refund
`);
    expect(failures).toEqual(['3: intent refund / status', '5: intent refund / nothing (no candidates)']);
  });

  it('fails where an action is called that has no stub, once each, at the line that calls it', async () => {
    const failures = await failuresOf(`test: t
stub: { prove: { secret: a } }
talk:
  - customer: '#refund'
  - customer: 12345678
  - bot: { asks: choice }
`);
    expect(failures).toEqual(['5: a stub for exists / exists was called with {"number":"12345678"}, and no stub fits']);
  });

  it('reports every wish about the whole that is not met, at its own line', async () => {
    const failures = await failuresOf(`test: t
stub: { exists: false }
talk:
  - customer: '#refund'
  - customer: 12345678
  - expect: { slots: { order_number: "12345678" } }
  - customer: 12345678
expect:
  goal: refund
  goal_failed: refund
  outcome: resolved_verified
  effort: { at_most: 1 }
  turns: { at_least: 4 }
  handoff: { team: care }
  promise: money back
  slots: { secret: a, order_number: 99999999 }
  calls: { exists: { number: "9" }, pay: true }
  says: Bye.
  never_says: /No such/
  happens: loop
  never:
    - escalation
    - refund-order
  language: de
`);
    expect(failures.map((failure) => failure.replace(/ \/ .*/s, ''))).toEqual([
      '9: goal: refund',
      '10: goal failed: refund',
      '11: resolved_verified',
      '12: effort: at most 1',
      '13: turns: at least 4',
      '14: handoff: {"team":"care"}',
      '15: promise: money back',
      '16: secret: a',
      '16: order_number: 99999999',
      '17: exists: {"number":"9"}',
      '17: pay: true',
      '18: says Bye.',
      '19: never says /No such/',
      '20: happens: loop',
      '22: never escalation',
      '23: never refund-order',
      '24: language: de',
    ]);
    expect(failures[3]).toMatch(/got|at most 1 \/ \d+(\.\d)?: .*reprompt 1 at dialogs\/test.yaml:8/);
    expect(failures[5]).toContain('billing');
  });
});

describe('time in a conversation test', () => {
  it('begins when the test says, in the zone of the bot, and passes only as told', async () => {
    const result = await runOne(`test: t
now: 2026-03-18T11:00
talk:
  - customer: '#refund'
  - after: 25h
  - expect: { outcome: abandoned }
  - after: 2m
    customer: '#status'
  - bot: { asks: colour }
expect: { turns: 2 }
`);
    expect(result.failures).toEqual([]);
  });

  it('passes in an action that hangs until its time is over, and the customer is told that it takes a moment', async () => {
    const result = await runOne(`test: t
${well.replace('{ amount: 20 }', '{ hangs: true }')}
talk:
  - customer: '#refund'
  - customer: 12345678
  - customer: yes
  - bot: One moment.
  - bot: That failed.
`);
    expect(result.failures).toEqual([]);
  });

  it('lets the customer say something while the bot is still busy', async () => {
    const result = await runOne(`test: t
${well.replace('{ amount: 20 }', '{ after: 4s, gives: { amount: 1 } }')}
talk:
  - customer: '#refund'
  - customer: 12345678
  - customer: yes
  - customer: '#human.request'
    meanwhile: true
  - bot: { handoff: care }
expect: { never_says: /Little money/, calls: { pay: 1 } }
`);
    expect(result.failures).toEqual([]);
  });

  it('runs on for 30 days after the last line, so that what is verified late counts', async () => {
    const verified = (calls: string) => `test: t
${well.replace('is_paid: true', `is_paid: { calls: ${calls} }`)}
talk:
  - customer: '#refund'
  - customer: 12345678
  - customer: yes
`;
    expect((await runOne(verified('[false, false, true]'))).outcome).toBe('resolved_verified');
    expect((await runOne(verified('[false]'))).outcome).toBe('unresolved');
  });
});

describe('stubs', () => {
  const talk = `talk:
  - customer: '#refund'
  - customer: 12345678
  - customer: 87654321
  - customer: yes
`;

  it('answer by what they are given, call by call, and the last answer stays', async () => {
    const shared =
      'stub: { exists: { cases: [{ when: { number: 12345678 }, gives: false }, { gives: true }] }, is_paid: true }';
    const own = `test: t\nstub: { prove: {}, pay: { calls: [{ fails: refused }, { amount: 3 }] } }\n${talk}`;
    expect((await runOne(`${own}  - bot: That failed.\n`, shared)).failures).toEqual([]);
  });

  it('of a test go before those of its folder', async () => {
    const shared = 'now: 2026-01-01T00:00\nstub: { exists: true, is_paid: true, pay: { amount: 1 }, prove: {} }';
    const lines = `talk:\n  - customer: '#refund'\n  - customer: 12345678\n  - customer: yes\n`;
    expect((await runOne(`test: t\n${lines}  - bot: Little money, 1.\n`, shared)).failures).toEqual([]);
    const own = `test: t\nstub: { pay: { amount: 11 } }\n${lines}  - bot: Much money, 11.\n`;
    expect((await runOne(own, shared)).failures).toEqual([]);
  });

  it('give a map that looks like a description by gives', async () => {
    const stub = `stub: { exists: true, is_paid: true, prove: {}, pay: { gives: { amount: 20, fails: true } } }`;
    const lines = `talk:\n  - customer: '#refund'\n  - customer: 12345678\n  - customer: yes\n  - bot: Much money, 20.\n`;
    expect((await runOne(`test: t\n${stub}\n${lines}`)).failures).toEqual([]);
  });
});
