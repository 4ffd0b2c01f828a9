import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, readYamlStream } from '../../src/files/read-yaml.ts';
import { marked, placeOf } from './marked.ts';

function read(text: string) {
  return readYaml({ path: 'a.yaml', text });
}

describe('traps of YAML are named at their place', () => {
  it.each([
    [
      'a number that loses its leading zero',
      'code: «0123»\n',
      'YAML_TRAP',
      'unquoted 0123 is read as the number 123',
      'error',
    ],
    [
      'a number too long to keep its digits',
      'code: «12345678901234567890»\n',
      'YAML_TRAP',
      'is read as the number',
      'error',
    ],
    ['an unquoted colon', 'say: «S»orry: no\n', 'YAML_TRAP', "unquoted text holds ': '", 'error'],
    [
      'a mark that becomes a comment',
      'say: Order «#5 is here»\n',
      'YAML_TRAP',
      "'#5 is here' is read as a comment",
      'warning',
    ],
    [
      'a comment that cuts a text within braces',
      'say: "no"\nask: only {n, plural, other {only «# are}} left.»\n',
      'YAML_TRAP',
      'is read as a comment',
      'error',
    ],
    [
      'a comma that cuts a text of a flow list',
      'again: [The number on it, «please.»]\n',
      'YAML_TRAP',
      "'please.' is an item of its own",
      'warning',
    ],
    [
      'a comma that cuts a text of a flow map',
      'a: { say: Sorry, «that failed» }\n',
      'YAML_TRAP',
      "'that failed' has no value",
      'error',
    ],
    [
      'a text that begins with a brace',
      'invalid: «{number}» is not yours\n',
      'YAML_TRAP',
      'unquoted {number} is a map',
      'error',
    ],
    [
      'a text that is nothing but a brace',
      'invalid: «{refund.amount}»\n',
      'YAML_TRAP',
      'unquoted {refund.amount} is a map',
      'error',
    ],
    ['a text that begins with a question mark', 'ask: «?» what\n', 'YAML_TRAP', "begins with '? '", 'error'],
    ['a key that stands twice', 'a: 1\n«a»: 2\n', 'YAML_TRAP', "the key 'a' stands twice", 'error'],
    ['a tab for indentation', 'a:\n«\t»- b\n', 'YAML_TRAP', 'a tab is used for indentation', 'error'],
    ['a quote that is not closed', 'b: 1\na: «"»unclosed\nc: 1\n', 'YAML_SYNTAX', 'this " is not closed', 'error'],
    [
      'a bracket that is not closed',
      'a: 1\nb: «{» c: d\ne: f\ng: { h: i }\n',
      'YAML_SYNTAX',
      'this { is not closed',
      'error',
    ],
    ['a bracket that closes nothing', 'a: [b]«]»\nc: 0123\n', 'YAML_SYNTAX', 'this ] closes nothing', 'error'],
    ['a text that begins with a star', 'a: «*x»\n', 'YAML_SYNTAX', 'an anchor that does not exist', 'error'],
    [
      'a mark that is misspelt, once for all that refer to it',
      'a: { k: &shraed «{ x: 1 }» }\nb: { k: *shared }\nc: { k: *shared }\n',
      'YAML_SYNTAX',
      "'*shared' is used 2 times, and nothing is marked '&shared'",
      'error',
    ],
    [
      'a mark that is lacking, at the value under the same key',
      'a: { n: 1, k: «{ x: 1 }» }\nb: { k: *shared }\nc: { k: *shared }\n',
      'YAML_SYNTAX',
      "'*shared' is used 2 times, and nothing is marked '&shared'",
      'error',
    ],
    ['an anchor inside itself', 'a: &x [«*x»]\n', 'YAML_SYNTAX', 'inside its own anchor', 'error'],
    ['lines that are not indented alike', 'a:\n  - b\n« »- c\n', 'YAML_SYNTAX', 'not indented alike', 'error'],
  ])('%s', (...[, source, code, message, severity]) => {
    const { text, place } = marked(source);
    const { problems } = read(text);
    expect(problems.map(placeOf)).toEqual([place]);
    expect(problems[0]).toMatchObject({ code, severity, file: 'a.yaml', message: expect.stringContaining(message) });
    expect(problems[0]?.fix).toBeTruthy();
  });

  it.each([
    ['yes and no stay texts', 'customer: yes\nother: off\n', { customer: 'yes', other: 'off' }],
    ['comments behind a value are comments', 'stage: after-purchase   # journey stage\n', { stage: 'after-purchase' }],
    [
      'lists of phrases are lists',
      'not: [how do refunds work, is it free]\n',
      { not: ['how do refunds work', 'is it free'] },
    ],
    ['a byte order mark is skipped', '\uFEFFa: 1\n', { a: 1 }],
    ['Windows line ends', 'a: 1\r\nb: x\r\n', { a: 1, b: 'x' }],
    ['numbers with a plain zero', 'a: 0\nb: 0.5\nc: -10\n', { a: 0, b: 0.5, c: -10 }],
  ])('no trap: %s', (_, text, value) => {
    const document = read(text);
    expect(document.problems).toEqual([]);
    expect(document.value).toEqual(value);
  });
});

describe('documents', () => {
  it('reports every broken line of a file, not only the first', () => {
    const { problems } = read('a: 0123\nb: {x} y\nc: 1\nc: 2\n');
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('refuses a second document where one is wanted, at its place', () => {
    const document = read('a: 1\n---\nb: 2\n');
    expect(document.problems).toMatchObject([{ code: 'YAML_SYNTAX', line: 3, column: 1 }]);
  });

  it('reads a stream of documents, each with its own places', () => {
    const [first, second] = readYamlStream({ path: 'a.yaml', text: 'a: 1\n---\nb: two\n' });
    expect([first?.value, second?.value]).toEqual([{ a: 1 }, { b: 'two' }]);
    expect(second?.place(['b'])).toMatchObject({ line: 3, column: 4, endLine: 3, endColumn: 7 });
  });

  it('an empty file has no value and no problem', () => {
    expect(read('')).toMatchObject({ value: undefined, problems: [] });
    expect(read('').place(['x'])).toMatchObject({ line: 1, column: 1 });
  });

  it('nesting without end is one problem, not a crash', () => {
    expect(read('['.repeat(30_000)).problems.map(({ code }) => code)).toEqual(['YAML_SYNTAX']);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const document = read(text);
        document.place(['a', 0]);
        for (const problem of document.problems) expect(problem.line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('places', () => {
  const document = read(
    'steps:\n  - say: Hello there\n    with: { a: "x \\"y\\" z", b: \'it\'\'s\' }\n  - text: |\n      one\n      two three\n',
  );

  it('shows values, keys, and what is nearest to what is missing', () => {
    expect(document.place(['steps', 0, 'say'])).toMatchObject({ line: 2, column: 10, endColumn: 21 });
    expect(document.placeOfKey(['steps', 0, 'say'])).toMatchObject({ line: 2, column: 5, endColumn: 8 });
    expect(document.place(['steps', 0, 'say', 'deeper'])).toMatchObject({ line: 2, column: 10 });
    expect(document.place(['steps', 7])).toMatchObject({ line: 2, column: 3 });
  });

  it.each([
    ['plain', ['steps', 0, 'say'], 6, 11, '2:16-2:21'],
    ['double quotes with escapes', ['steps', 0, 'with', 'a'], 6, 7, '3:25-3:26'],
    ['single quotes', ['steps', 0, 'with', 'b'], 3, 4, '3:37-3:38'],
    ['a block', ['steps', 1, 'text'], 8, 13, '6:11-6:16'],
  ])('shows a part of a text in %s', (...[, path, start, end, place]) => {
    const where = document.placeWithin(path, start, end);
    expect(`${where.line}:${where.column}-${where.endLine}:${where.endColumn}`).toBe(place);
  });

  it('finds what an alias stands for where it is written', () => {
    const shared = read('first: &one\n  ask: Which?\nsecond: *one\nthird: &one [x, y]\nfourth: *one\n');
    expect(shared.place(['second'])).toMatchObject({ line: 3, column: 9, endColumn: 13 });
    expect(shared.place(['second', 'ask'])).toMatchObject({ line: 2, column: 8, endColumn: 14 });
    expect(shared.place(['fourth', 1])).toMatchObject({ line: 4, column: 17 });
  });

  it('shows the first of two keys that are alike, in small maps and in large ones', () => {
    const keys = Array.from({ length: 40 }, (_, n) => `k${n}: ${n}\n`).join('');
    expect(read('a: 1\nb: 2\na: 3\n').place(['a'])).toMatchObject({ line: 1 });
    expect(read(`${keys}k7: again\n`).place(['k7'])).toMatchObject({ line: 8 });
    expect(read(keys).placeOfKey(['k39'])).toMatchObject({ line: 40, column: 1, endColumn: 4 });
  });

  it('shows a part of a text that runs over several lines', () => {
    const folded = read('say: Hello\n  dear {name},\n  good bye\n');
    expect(folded.value).toEqual({ say: 'Hello dear {name}, good bye' });
    expect(folded.placeWithin(['say'], 12, 16)).toMatchObject({ line: 2, column: 9, endLine: 2, endColumn: 13 });
  });
});
