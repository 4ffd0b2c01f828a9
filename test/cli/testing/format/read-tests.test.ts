import { describe, expect, it } from 'vitest';
import { localTime } from '../../../../src/cli/testing/format/local-time.ts';
import { readTests } from '../../../../src/cli/testing/format/read-tests.ts';
import { problemsOf, read, smallBot } from '../small-bot.ts';

const head = 'test: t\ntalk:\n';

describe('a mistake in a test is told with its place and its mending', () => {
  it.each([
    ['a missing name', 'talk:\n  - customer: hi\n', "1:1 'test' is missing → add 'test:'"],
    ['a missing talk', 'test: t\n', "1:1 'talk' is missing → add 'talk:'"],
    [
      'a misspelt key',
      'test: t\nstubs: {}\ntalk:\n  - customer: hi\n',
      "2:1 'stubs' is not known here → did you mean 'stub'?",
    ],
    ['a misspelt speaker', `${head}  - custmer: hi\n`, "3:5 'custmer' is not known here → did you mean 'customer'?"],
    ['a bare line', `${head}  - hello\n`, "3:5 'talk' must be a map of keys, not 'hello' → write a map of keys"],
    [
      'two things in one line',
      `${head}  - customer: hi\n    bot: Hello.\n`,
      "4:10 a line is one thing: this one has 'customer' and 'bot' → write '- ' before 'bot' to make it a line of its own",
    ],
    [
      'an empty line',
      `${head}  - {}\n`,
      "3:5 this line says nothing → write '- customer: …', '- bot: …', '- notice: …' or '- after: 1h'",
    ],
    [
      'an intent of the bot',
      `${head}  - bot: Hello.\n    intent: refund\n`,
      "4:13 'intent' belongs to a line of the customer → remove it here",
    ],
    [
      'an unknown intent',
      `${head}  - customer: hi\n    intent: refnd\n`,
      "4:13 no dialog starts with, and no answer belongs to, the intent 'refnd' → did you mean 'refund'?",
    ],
    [
      'an unknown slot',
      `${head}  - bot: { asks: order_numbr }\n`,
      "3:18 no dialog has a slot, and no question is of the kind 'order_numbr' → did you mean 'order_number'?",
    ],
    [
      'an unknown place',
      `${head}  - bot: { from: refund_order }\n`,
      "3:18 there is no dialog or step 'refund_order' → did you mean 'refund-order'?",
    ],
    [
      'an unknown notice',
      `${head}  - notice: parcel.lat\n`,
      "3:13 no dialog starts with the notice 'parcel.lat' → did you mean 'parcel.late'?",
    ],
    ['an unknown wish', `${head}  - bot: { ask: confirm }\n`, "3:12 'ask' is not known here → did you mean 'asks'?"],
    ['a wish for nothing', `${head}  - bot: {}\n`, '3:10 this expects nothing → write what the bot says'],
    [
      'an unknown stub',
      `test: t\nstub: { exsts: true }\ntalk:\n  - customer: hi\n`,
      "2:9 there is neither an action nor a dialog 'exsts' → did you mean 'exists'?",
    ],
    [
      'a stub of two minds',
      `test: t\nstub: { exists: { fails: true, hangs: true } }\ntalk:\n  - customer: hi\n`,
      '2:17 an answer is one of gives, fails, hangs and calls → keep one of them',
    ],
    [
      'an unknown failure',
      `test: t\nstub: { exists: { fails: timout } }\ntalk:\n  - customer: hi\n`,
      "2:26 'fails' must be true, error, timeout, unknown or refused, not 'timout' → did you mean 'timeout'?",
    ],
    [
      'a dialog stubbed by a text',
      `test: t\nstub: { prove: ok }\ntalk:\n  - customer: hi\n`,
      '2:16 a dialog is stubbed by the values it ends with → write them as a map, as in prove: { ok: true }',
    ],
    [
      'an unknown expectation',
      `${head}  - customer: hi\nexpect: { outcom: open }\n`,
      "4:11 'outcom' is not known here → did you mean 'outcome'?",
    ],
    [
      'an unknown outcome',
      `${head}  - customer: hi\nexpect: { outcome: resolved }\n`,
      /^4:20 'outcome' must be resolved_verified, .*not 'resolved' → /,
    ],
    [
      'an unknown burden',
      `${head}  - customer: hi\nexpect: { never: [repromt] }\n`,
      "4:19 there is no burden, dialog or action 'repromt' → did you mean 'reprompt'?",
    ],
    [
      'an unknown goal',
      `${head}  - customer: hi\nexpect: { goal: refnd }\n`,
      "4:17 no dialog has the goal 'refnd' → did you mean 'refund'?",
    ],
    [
      'an action never there',
      `${head}  - customer: hi\nexpect: { calls: { pai: 1 } }\n`,
      "4:20 there is no action 'pai' → did you mean 'pay'?",
    ],
    [
      'a length of time without a unit',
      `${head}  - after: 25\n`,
      "3:12 'after' must be a length of time, such as 30s, 2m, 25h or 3d, not 25 → write a length of time, such as 30s, 2m, 25h or 3d",
    ],
    [
      'a day that does not exist',
      `test: t\nnow: 2026-13-40T11:00\ntalk:\n  - customer: hi\n`,
      "2:6 there is no time '2026-13-40T11:00' → write it as 2026-03-18T11:00",
    ],
    [
      'a pattern that is none',
      `${head}  - bot: /order (/\n`,
      /^3:10 this is not a valid pattern: Invalid regular expression/,
    ],
    [
      'a pattern that a comma has cut',
      `${head}  - bot: [/one, two/]\n`,
      /^3:11 this is not a valid pattern: it begins with a slash and does not end with one/,
    ],
    [
      'a number that loses its zero',
      `${head}  - customer: 1.50\n`,
      '3:15 an unquoted number is read as 1.5 → put it in "quotes" to keep it as it is written',
    ],
    [
      'a number with a leading zero',
      `${head}  - customer: 0123\n`,
      '3:15 unquoted 0123 is read as the number 123 → write "0123" in quotes to keep its digits',
    ],
    ['an unquoted colon', `${head}  - customer: my number: 12\n`, /^3:\d+ an unquoted text holds ': '/],
    ['a tab', `${head}\t- customer: hi\n`, /^3:1 a tab is used for indentation/],
    ['a key that stands twice', `${head}  - customer: hi\ntest: u\n`, /^4:1 the key 'test' stands twice/],
  ])('%s', (_, text, expected) => {
    const [first, ...more] = problemsOf(text);
    if (typeof expected === 'string') expect(first).toBe(expected);
    else expect(first).toMatch(expected);
    expect(more.filter((one) => !/^3:1[0-9]/.test(one))).toEqual([]);
  });
});

describe('files of tests', () => {
  it('may hold several tests; one that has a mistake hides no other', () => {
    const { tests, problems } = read(
      'test: a\ntalk: [{ customer: hi }]\n---\ntest: b\ntalk: [{ customr: hi }]\n---\ntest: c\ntalk: [{ customer: 1 }]\n',
    );
    expect(tests.map(({ name, line }) => [name, line])).toEqual([
      ['a', 1],
      ['c', 7],
    ]);
    expect(problems).toMatchObject([{ code: 'SCHEMA_INVALID', line: 5 }]);
  });

  it('with another name are told, as are two tests of one name, and neither is an error', () => {
    const files = ['dialogs/tests/refund.yaml', 'dialogs/tests/a.test.yaml', 'dialogs/tests/deep/b.test.yml'].map(
      (path) => ({
        path,
        text: 'test: same\ntalk: [{ customer: hi }]\n',
      }),
    );
    const { tests, problems } = readTests(files, { program: smallBot, zone: 'UTC' });
    expect(tests).toHaveLength(2);
    expect(problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['TEST_FILE_NAME', 'warning', 'dialogs/tests/refund.yaml'],
      ['TEST_DUPLICATE', 'warning', 'dialogs/tests/deep/b.test.yml'],
    ]);
  });

  it('are read without names while the bot has errors of its own', () => {
    const { tests, problems } = readTests(
      [{ path: 'dialogs/tests/a.test.yaml', text: 'test: t\ntalk: [{ bot: { asks: whatever } }]\n' }],
      {
        program: undefined,
        zone: 'UTC',
      },
    );
    expect(problems).toEqual([]);
    expect(tests).toHaveLength(1);
  });

  it('a wrong name has its own code', () => {
    expect(read(`${head}  - bot: { asks: nothing_like_it }\n`).problems).toMatchObject([
      { code: 'TEST_UNKNOWN_NAME', fix: expect.stringContaining('known here: begin, choice, choose, colour, confirm') },
    ]);
  });
});

describe('a local time', () => {
  it.each([
    ['2026-03-18T11:00', 'Europe/Berlin', '2026-03-18T10:00:00.000Z'],
    ['2026-07-18T11:00:30', 'Europe/Berlin', '2026-07-18T09:00:30.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['2026-03-18T11:00Z', 'Europe/Berlin', '2026-03-18T11:00:00.000Z'],
    ['2026-03-18T11:00+05:30', 'UTC', '2026-03-18T05:30:00.000Z'],
    ['2026-01-01T00:00', 'America/New_York', '2026-01-01T05:00:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(new Date(localTime(text, zone)).toISOString()).toBe(expected);
  });
});
