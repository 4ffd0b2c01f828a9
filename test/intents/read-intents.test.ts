import { describe, expect, it } from 'vitest';
import { readIntents } from '../../src/intents/read-intents.ts';

const five = ['one lamp', 'two lamps', 'three lamps', 'four lamps', 'five lamps'];
const phrases = (words: readonly string[]) => words.map((word) => `      - ${word}`).join('\n');

function read(text: string, path = 'intents/shop.en.yaml') {
  return readIntents([{ path, text }]);
}

/** Problems as a person reads them. */
function problems(text: string, path?: string): readonly string[] {
  return read(text, path).problems.map(
    ({ line, column, endColumn, severity, code }) => `${line}:${column}-${endColumn} ${severity} ${code}`,
  );
}

describe('an intents file', () => {
  const files = read(
    `intents:
  refund.request:
    about: wants money back
    examples:
      - I want my money back for [12345678](order_number)
      - can I return this and get a refund
      - [refund for [mobile](product), please]
    not: [how do refunds work]
  hours.ask:
    answer:
      text: [We are open., "Nine to five, {name}."]
      buttons: [Thanks, { value: contact, title: Contact us }]
  oos:
    examples: [sing me a song]
entities:
  order_number: { pattern: '\\b\\d{8}\\b' }
  product: { list: { phone: [mobile, handset], tablet: }, fuzzy: true }
`.replace('      - [refund for [mobile](product), please]\n', '      - "refund for [mobile](product), please"\n'),
  );

  it('has no problem but too few phrases', () => {
    expect(files.problems.map(({ code, line }) => [code, line])).toEqual([
      ['INTENT_FEW_PHRASES', 2],
      ['INTENT_FEW_PHRASES', 9],
    ]);
  });

  it('gives intents and answers with their places', () => {
    expect([...files.intents.values()]).toMatchObject([
      {
        name: 'refund.request',
        about: 'wants money back',
        where: { file: 'intents/shop.en.yaml', line: 2, column: 3 },
      },
      { name: 'hours.ask', about: null, where: { line: 9, column: 3, endColumn: 12 } },
    ]);
    expect(files.answers.get('hours.ask')).toMatchObject({
      texts: ['We are open.', 'Nine to five, {name}.'],
      buttons: [
        { value: 'Thanks', title: 'Thanks' },
        { value: 'contact', title: 'Contact us' },
      ],
      where: { line: 11 },
    });
  });

  it('gives phrases without mark-up, counter-examples and those out of scope', () => {
    expect(files.examples.map(({ text, intent, counter }) => [text, intent, counter ?? false])).toEqual([
      ['I want my money back for 12345678', 'refund.request', false],
      ['can I return this and get a refund', 'refund.request', false],
      ['refund for mobile, please', 'refund.request', false],
      ['how do refunds work', 'refund.request', true],
      ['sing me a song', 'oos', false],
    ]);
    expect(files.examples.every(({ locale }) => locale === 'en')).toBe(true);
  });

  it('gives entities and their types beside the built-in ones', () => {
    expect(files.entities).toMatchObject([
      { kind: 'pattern', name: 'order_number', pattern: '\\b\\d{8}\\b' },
      { kind: 'list', name: 'product', fuzzy: true },
    ]);
    const product = files.entities.find(({ name }) => name === 'product');
    expect(product?.kind === 'list' && [...product.values]).toEqual([
      ['phone', ['mobile', 'handset']],
      ['tablet', []],
    ]);
    expect([...files.entityTypes].slice(-2)).toEqual(['order_number', 'product']);
    expect([...files.entityTypes]).toEqual(expect.arrayContaining(['email', 'date', 'money', 'card']));
  });

  it.each(['', '# nothing yet\n', 'intents: {}\n'])('may be empty: %j', (text) => {
    expect(read(text)).toMatchObject({ examples: [], entities: [], problems: [] });
  });

  it('takes an answer of one text', () => {
    const { answers } = read('intents:\n  hi:\n    answer: Hello.\n');
    expect(answers.get('hi')).toMatchObject({ texts: ['Hello.'], buttons: [] });
  });
});

describe('problems of intents files', () => {
  it.each([
    ['broken YAML', 'intents:\n  a: [one\n  b: 2\n', 'YAML_SYNTAX'],
    ['an unknown key', 'intents:\n  a:\n    exmples: [x]\n', 'SCHEMA_INVALID'],
    ['a list instead of a map', 'intents:\n  - a\n', 'SCHEMA_INVALID'],
    ['a phrase that is a number', 'intents:\n  a:\n    examples: [12]\n', 'SCHEMA_INVALID'],
    ['a name with spaces', 'intents:\n  my intent:\n    examples: [x]\n', 'SCHEMA_INVALID'],
    ['pattern and list at once', 'entities:\n  a: { pattern: x, list: {} }\n', 'SCHEMA_INVALID'],
  ])('name %s', (_, text, code) => {
    const found = read(text).problems;
    expect(found.map((problem) => problem.code)).toContain(code);
    expect(found.every(({ fix }) => fix)).toBe(true);
  });

  it('hide nothing else of the file', () => {
    const { intents, examples } = read(`intents:\n  bad: { exmples: [x] }\n  good:\n    examples:\n${phrases(five)}\n`);
    expect([...intents.keys()].sort()).toEqual(['bad', 'good']);
    expect(examples).toHaveLength(5);
  });

  it('show the same phrase in two intents at both places', () => {
    const text = `intents:\n  a:\n    examples:\n${phrases(five)}\n  b:\n    examples:\n${phrases(['Two lamps!', 'x1', 'x2', 'x3', 'x4'])}\n`;
    const [problem, ...others] = read(text).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'INTENT_PHRASE_TWICE',
      severity: 'error',
      line: 11,
      column: 9,
      endColumn: 19,
      message: "'Two lamps!' stands in 'a' and in 'b'",
      related: [{ file: 'intents/shop.en.yaml', line: 5, column: 9 }],
    });
  });

  it('find the same phrase across files, but not across languages', () => {
    const file = (name: string, intent: string) => ({
      path: name,
      text: `intents:\n  ${intent}:\n    examples:\n${phrases(five)}\n`,
    });
    const codes = (files: readonly { path: string; text: string }[]) =>
      readIntents(files).problems.map(({ code }) => code);
    expect(codes([file('a.en.yaml', 'a'), file('b.en.yaml', 'b')])).toEqual(Array(5).fill('INTENT_PHRASE_TWICE'));
    expect(codes([file('a.en.yaml', 'a'), file('b.de.yaml', 'a')])).toEqual([]);
  });

  it('tell a contradiction within an intent from a mere repetition', () => {
    const text = `intents:\n  a:\n    examples:\n${phrases([...five, 'One lamp'])}\n    not: [two lamps]\n`;
    expect(problems(text)).toEqual(['9:9-17 warning INTENT_PHRASE_TWICE', '10:11-20 error INTENT_PHRASE_TWICE']);
  });

  it('let a counter-example be an example elsewhere', () => {
    const text = `intents:\n  a:\n    examples:\n${phrases(five)}\n    not: [y1]\n  b:\n    examples:\n${phrases(['y1', 'y2', 'y3', 'y4', 'y5'])}\n`;
    expect(problems(text)).toEqual([]);
  });

  it('show an intent that is declared twice for a language', () => {
    const one = `intents:\n  a:\n    examples:\n${phrases(five)}\n`;
    const two = `intents:\n  a:\n    examples:\n${phrases(['z1', 'z2', 'z3', 'z4', 'z5'])}\n`;
    const files = readIntents([
      { path: 'intents/one.en.yaml', text: one },
      { path: 'intents/two.en.yaml', text: two },
      { path: 'intents/three.de.yaml', text: two },
    ]);
    expect(files.problems).toMatchObject([
      {
        code: 'INTENT_DUPLICATE',
        file: 'intents/two.en.yaml',
        line: 2,
        column: 3,
        endColumn: 4,
        related: [{ file: 'intents/one.en.yaml', line: 2 }],
      },
    ]);
  });

  it('warn of few phrases and of phrases without words', () => {
    expect(problems('intents:\n  a:\n    examples: [hello, "🙂"]\n')).toEqual([
      '2:3-4 warning INTENT_FEW_PHRASES',
      '3:23-27 warning INTENT_PHRASE_WORDLESS',
    ]);
  });

  it('suggest the entity that was meant by a mark', () => {
    const [problem] = read(
      'entities:\n  order_number: { pattern: "\\\\d{8}" }\nintents:\n  a:\n    examples: ["refund [1](order_nmber)", b1, b2, b3, b4]\n',
    ).problems;
    expect(problem).toMatchObject({
      code: 'ENTITY_UNKNOWN',
      line: 5,
      column: 28,
      endColumn: 39,
      fix: "did you mean 'order_number'?",
    });
  });

  it.each([
    ['(a', 'is no regular expression: unterminated group'],
    ['(a+)+$', 'may take very long on some messages'],
    ['\\d*', 'fits an empty text'],
  ])('refuse the pattern %s, and the entity with it', (pattern, reason) => {
    const files = read(`entities:\n  code: { pattern: '${pattern}' }\n`);
    expect(files.problems).toMatchObject([{ code: 'ENTITY_PATTERN', severity: 'error', line: 2, column: 20 }]);
    expect(files.problems[0]?.message).toContain(reason);
    expect(files.entities).toEqual([]);
    expect(files.entityTypes.has('code')).toBe(true);
  });

  it('show entities declared twice or named as a built-in one', () => {
    expect(problems('entities:\n  money: { pattern: m+ }\n')).toEqual(['2:3-8 error ENTITY_DUPLICATE']);
    const files = readIntents(
      ['x', 'y'].map((name) => ({ path: `intents/${name}.en.yaml`, text: 'entities:\n  code: { pattern: c+ }\n' })),
    );
    expect(files.problems).toMatchObject([{ code: 'ENTITY_DUPLICATE', file: 'intents/y.en.yaml', line: 2 }]);
    expect(files.entities).toHaveLength(1);
  });

  it('show a word that stands for two values of a list', () => {
    expect(read('entities:\n  size: { list: { big: [large], huge: [Large] } }\n').problems).toMatchObject([
      { code: 'ENTITY_VALUE_TWICE', severity: 'warning', line: 2, column: 40, related: [{ line: 2, column: 19 }] },
    ]);
  });

  it('ask for a language in the name of the file, and read it all the same', () => {
    const files = read(`intents:\n  a:\n    examples:\n${phrases(five)}\n`, 'intents/shop.yaml');
    expect(files.problems).toMatchObject([{ code: 'INTENT_FILE_NAME', line: 1, column: 1 }]);
    expect(files.problems[0]?.fix).toContain('intents/shop.en.yaml');
    expect(files.intents.has('a')).toBe(true);
  });
});
