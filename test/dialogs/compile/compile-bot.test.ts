import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Node } from '../../../src/dialogs/program.ts';
import { dialogWith, vocabulary } from './vocabulary.ts';

function compile(body: string) {
  const { program, problems } = compileBot([{ path: 'dialogs/refund.yaml', text: dialogWith(body) }], vocabulary);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const dialog = program?.dialogs.get('refund');
  if (!program || !dialog) throw new Error('the dialog does not compile');
  return { program, dialog, problems };
}

function node(nodes: ReadonlyMap<string, Node>, key: string): Node {
  const found = nodes.get(key);
  if (!found) throw new Error(`no node ${key}; there are ${[...nodes.keys()].join(', ')}`);
  return found;
}

const branching = `
steps:
  - say: first
  - if: turn > 1
    then:
      - say: then
      - if: turn > 2
        then: { say: deep }
    else:
      - id: other
        say: else
  - do: orders.refund
    failed:
      - say: failed
      - handoff: billing
  - confirm: Sure?
    no: [{ goto: other }]
  - choose:
      text: Which?
      options:
        - { title: One, value: one, steps: [{ say: you took one }] }
        - { title: Two }
  - say: last
`;

describe('a dialog becomes a graph', () => {
  const { dialog } = compile(branching);
  const next = (key: string) => node(dialog.nodes, key).next;

  it('keys are the way to a step, or its id', () => {
    expect([...dialog.nodes.keys()]).toEqual(
      expect.arrayContaining([
        '0',
        '1',
        '1.then.0',
        '1.then.1',
        '1.then.1.then.0',
        'other',
        '2',
        '2.failed.0',
        '2.failed.1',
        '3',
        '3.no.0',
        '4',
        '4.0.0',
        '5',
      ]),
    );
    expect(dialog.first).toBe('0');
  });

  it('the end of a branch goes on behind the step it belongs to', () => {
    expect([next('1.then.0'), next('1.then.1'), next('1.then.1.then.0'), next('other')]).toEqual([
      '1.then.1',
      '2',
      '2',
      '2',
    ]);
    expect([next('2.failed.0'), next('4.0.0'), next('5')]).toEqual(['2.failed.1', '5', null]);
  });

  it('what ends or goes elsewhere has no next', () => {
    expect([next('2.failed.1'), next('3.no.0')]).toEqual([null, null]);
  });

  it('branches know their first step', () => {
    expect(node(dialog.nodes, '1')).toMatchObject({ kind: 'if', else: 'other' });
    expect(node(dialog.nodes, '1')).toHaveProperty('then', '1.then.0');
    expect(node(dialog.nodes, '2')).toMatchObject({ kind: 'do', failed: '2.failed.0', hasFailed: true, save: null });
    expect(node(dialog.nodes, '3')).toMatchObject({ kind: 'confirm', yes: null, no: '3.no.0', hasNo: true });
    expect(node(dialog.nodes, '4')).toMatchObject({ kind: 'choose', save: 'choice' });
  });

  it('choices have a value, a title and steps of their own', () => {
    const choose = node(dialog.nodes, '4');
    const options = choose.kind === 'choose' ? choose.options : [];
    expect(options.map(({ value, title, first }) => [value, title.format({}), first])).toEqual([
      ['one', 'One', '4.0.0'],
      ['Two', 'Two', null],
    ]);
  });

  it('each node knows the line of its step', () => {
    const lines = ['0', '1.then.1.then.0', 'other', '2.failed.1', '5'].map((key) => node(dialog.nodes, key).ref.line);
    expect(lines).toEqual([6, 11, 13, 18, 26]);
    expect(node(dialog.nodes, 'other').ref).toEqual({
      dialog: 'refund',
      step: 'other',
      file: 'dialogs/refund.yaml',
      line: 13,
    });
  });
});

describe('steps', () => {
  it('say takes a text, variations, or a text with buttons', () => {
    const { dialog } = compile(
      'steps:\n  - say: a\n  - say: [a, b]\n  - say: { text: [a, b], buttons: [Yes, { value: no, title: No way }] }\n',
    );
    const said = [...dialog.nodes.values()].flatMap((one) => (one.kind === 'say' ? [one] : []));
    expect(said.map(({ texts }) => texts.map((text) => text.format({})))).toEqual([['a'], ['a', 'b'], ['a', 'b']]);
    expect(said[2]?.buttons.map(({ value, title }) => [value, title.format({})])).toEqual([
      ['Yes', 'Yes'],
      ['no', 'No way'],
    ]);
  });

  it.each([
    ['handoff: billing', { kind: 'handoff', team: 'billing', reason: 'refund', offer: false, next: null }],
    ['handoff', { kind: 'handoff', team: null, reason: 'refund', offer: false, next: null }],
    [
      'handoff: { team: billing, reason: broken, offer: true }',
      { kind: 'handoff', team: 'billing', reason: 'broken', offer: true, next: '1' },
    ],
    ['refuse: { reason: too late, owner: sales }', { kind: 'refuse', reason: 'too late', owner: 'sales', next: '1' }],
    ['promise: { what: money, within: 3d }', { kind: 'promise', what: 'money', withinMs: 259_200_000 }],
    ['end', { kind: 'end', next: null }],
    ['end:', { kind: 'end', next: null }],
    ['call: on.help', { kind: 'call', dialog: 'on.help', with: {} }],
  ])('%s', (step, expected) => {
    const { program } = compileBot(
      [{ path: 'dialogs/refund.yaml', text: dialogWith(`steps:\n  - ${step}\n  - say: last\n`) }],
      vocabulary,
    );
    expect(program?.dialogs.get('refund')?.nodes.get('0')).toMatchObject(expected);
  });

  it.each([
    ['yes', 'yes'],
    ['partly', 'partly'],
    ['no', 'no'],
    [`'turn > 1 ? "yes" : "no"'`, 'yes'],
  ])('resolution: %s states %s', (source, value) => {
    const { dialog } = compile(`steps:\n  - resolution: ${source}\n`);
    const found = node(dialog.nodes, '0');
    expect(found.kind === 'resolution' && found.value.evaluate({ turn: 2 })).toBe(value);
  });

  it('values under with and set are expressions; bare numbers, true and lists stand for themselves', () => {
    const { dialog } = compile(
      'steps:\n  - set: { a: turn + 1, b: 5, c: true, d: [turn, "\\"x\\""], e: { deep: turn } }\n  - say: "{a} {b}"\n',
    );
    const found = node(dialog.nodes, '0');
    const values = found.kind === 'set' ? found.values : {};
    const given = Object.entries(values).map(([name, value]) => [name, value.evaluate({ turn: 2 })]);
    expect(Object.fromEntries(given)).toEqual({ a: 3, b: 5, c: true, d: [2, 'x'], e: { deep: 2 } });
  });
});

describe('loops', () => {
  it.each([
    ['a confirmation that no ends', '- id: a\n    confirm: Again?\n  - goto: a\n'],
    ['an if', '- id: a\n    say: Hi\n  - if: turn < 3\n    then: { goto: a }\n'],
    ['an offer of a person', '- id: a\n    handoff: { offer: true }\n  - goto: a\n'],
    [
      'a failed action',
      '- id: a\n    do: orders.refund\n    failed: { say: No }\n  - if: turn > 1\n    then: { goto: a }\n  - say: Done\n',
    ],
    [
      'one choice of several',
      '- id: a\n    choose: { text: Which?, options: [{ title: One, steps: [{ say: One }, end] }, { title: Two }] }\n  - goto: a\n',
    ],
  ])('with a way out are no problem: %s', (_, steps) => {
    const { problems } = compileBot(
      [{ path: 'dialogs/refund.yaml', text: dialogWith(`steps:\n  ${steps}`) }],
      vocabulary,
    );
    expect(problems).toEqual([]);
  });
});

describe('the head of a dialog', () => {
  it('carries owner, stage, expectation, goal and intents', () => {
    const { dialog, program } = compile(
      'stage: after\nowner: team\nauthenticates: true\nexpect: { turns: 5, time: 2m }\ngoal: { name: refund, verify: { by: orders.exists, with: { n: turn }, within: 14d } }\nsteps:\n  - goal: reached\n',
    );
    expect(dialog).toMatchObject({
      about: { source: 'get money back', dialog: 'refund' },
      stage: 'after',
      owner: 'team',
      authenticates: true,
      expect: { turns: 5, seconds: 120 },
      intents: ['refund.request'],
    });
    expect(dialog.goal).toMatchObject({ name: 'refund', verify: { action: 'orders.exists', withinMs: 1_209_600_000 } });
    expect(dialog.goal?.verify?.with['n']?.evaluate({ turn: 7 })).toBe(7);
    expect(dialog.where).toMatchObject({ file: 'dialogs/refund.yaml', line: 1, column: 9 });
    expect(program.starts.get('refund.request')).toBe('refund');
  });

  it('is empty where nothing is said', () => {
    const { dialog } = compile('steps: []\n');
    expect(dialog).toMatchObject({
      stage: null,
      owner: null,
      expect: null,
      goal: null,
      authenticates: false,
      first: null,
    });
  });
});

describe('slots', () => {
  const { dialog } = compile(
    'slots:\n' +
      '  size: { type: choice, ask: Which size?, options: [Small, { value: l, title: Large }] }\n' +
      '  number:\n    type: order_number\n    ask: [Which?, What number?]\n    again: Once more?\n    invalid: "{number} is wrong"\n    check: { do: orders.exists, with: { number: number } }\n    attempts: 2\n    otherwise: { say: Never mind. }\n    shared: true\n    sensitive: true\n' +
      'steps:\n  - ask: size\n  - ask: number\n  - say: "{number}"\n',
  );
  const slot = (name: string) => dialog.slots.get(name);

  it('carry their questions and checks', () => {
    expect(slot('number')).toMatchObject({
      attempts: 2,
      shared: true,
      sensitive: true,
      otherwise: 'slots.number.otherwise.0',
    });
    expect(slot('number')?.ask.map((text) => text.format({}))).toEqual(['Which?', 'What number?']);
    expect(slot('number')?.again.map((text) => text.format({}))).toEqual(['Once more?']);
    expect(slot('number')?.invalid?.format({ number: '12' })).toBe('12 is wrong');
    expect(slot('number')?.check?.with['number']?.evaluate({ number: '12' })).toBe('12');
  });

  it('have three attempts and lead nowhere by default', () => {
    expect(slot('size')).toMatchObject({ attempts: 3, otherwise: null, check: null, invalid: null });
  });

  it('after the last attempt go on only if there is a value now', () => {
    expect(node(dialog.nodes, 'slots.number.otherwise.0').next).toBe('slots.number.unanswered');
    expect(node(dialog.nodes, 'slots.number.unanswered')).toMatchObject({ kind: 'unanswered', slot: 'number' });
  });

  it('read an entity of their type, or one of their options', () => {
    const found = { type: 'order_number', text: '12345678', start: 3, end: 11, value: '12345678' };
    expect(slot('number')?.read('it 12345678', [found])).toBe('12345678');
    expect(slot('number')?.read('it 12345678', [])).toBeUndefined();
    expect(slot('size')?.read('large please', [])).toBe('l');
  });
});

describe('names', () => {
  it('a dialog sees what its callers give it, and shared slots of others', () => {
    const files = [
      {
        path: 'dialogs/a.yaml',
        text: dialogWith(
          'slots: { mail: { type: email, shared: true } }\nsteps:\n  - call: b\n    with: { given: turn }\n',
        ),
      },
      { path: 'dialogs/b.yaml', text: 'dialog: b\nsteps:\n  - say: "{given} {mail} {misses} {channel}"\n' },
    ];
    expect(compileBot(files, vocabulary).problems).toEqual([]);
  });

  it('a dialog does not see the values of another', () => {
    const files = [
      { path: 'dialogs/a.yaml', text: dialogWith('steps:\n  - set: { mine: 1 }\n') },
      { path: 'dialogs/b.yaml', text: 'dialog: b\nsteps:\n  - say: "{mine}"\n' },
    ];
    const errors = compileBot(files, vocabulary).problems.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'EXPRESSION_UNKNOWN_NAME', file: 'dialogs/b.yaml', line: 3, column: 12 }]);
  });

  it('topics are what the dialogs of the bot are about', () => {
    const { program } = compile('steps:\n  - say: I can {topics}\n');
    expect(program.topics.map((topic) => topic.format({}))).toEqual(['get money back']);
  });
});

describe('the program', () => {
  it('takes dialogs from files below dialogs/ but not from tests', () => {
    const files = [
      { path: 'dialogs/deep/a.yml', text: dialogWith('steps: []\n') },
      { path: 'dialogs/tests/a.test.yaml', text: 'test: not a dialog\n' },
      { path: 'intents/a.en.yaml', text: 'not: a dialog\n' },
    ];
    const { program, problems } = compileBot(files, vocabulary);
    expect(problems).toEqual([]);
    expect(program?.dialogs.has('refund')).toBe(true);
  });

  it('answers of intents are texts at their place', () => {
    const answer = compile('steps: []\n').program.answers.get('hours.ask');
    expect(answer?.message.texts[0]?.format({})).toBe('We are open from 9 to 5.');
    expect(answer?.ref).toEqual({ dialog: 'answers', step: 'hours.ask', file: 'intents/all.en.yaml', line: 4 });
  });

  it('has a hash of all files but its tests, which does not depend on their order', () => {
    const [a, b] = [
      { path: 'dialogs/a.yaml', text: dialogWith('steps: []\n') },
      { path: 'x.txt', text: 'x' },
    ];
    const hash = compileBot([a, b], vocabulary).program?.hash;
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(compileBot([b, a], vocabulary).program?.hash).toBe(hash);
    expect(compileBot([a, { ...b, text: 'y' }], vocabulary).program?.hash).not.toBe(hash);
    const test = { path: 'dialogs/tests/a.test.yaml', text: 'test: a' };
    expect(compileBot([a, b, test], vocabulary).program?.hash).toBe(hash);
  });
});
