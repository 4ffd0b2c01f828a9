import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/dialogs/expressions/compile-expression.ts';
import { type Kind, type Names, typeOfKind } from '../../../src/dialogs/expressions/value-type.ts';
import type { Scope } from '../../../src/dialogs/program.ts';

const kinds: readonly (readonly [string, Kind])[] = [
  ['amount', 'number'],
  ['misses', 'number'],
  ['name', 'text'],
  ['ok', 'yes/no'],
  ['items', 'list'],
  ['refund', 'any'],
];
const names: Names = new Map(kinds.map(([name, kind]) => [name, typeOfKind(kind)]));

function compile(source: string) {
  const place = (start = 0, end = source.length) => ({
    file: 'a.yaml',
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
  });
  return compileExpression({ source, place, names });
}

function evaluate(source: string, scope: Scope) {
  const { expression, problems } = compile(source);
  expect(problems).toEqual([]);
  return expression.evaluate(scope);
}

describe('expressions over JSON values', () => {
  it.each<[string, Scope, unknown]>([
    ['misses == 1', { misses: 1 }, true],
    ['amount > 20', { amount: 20.5 }, true],
    ['amount + 1', { amount: 2 }, 3],
    ['amount * 2 - 1', { amount: 2.5 }, 4],
    ['amount / 2', { amount: 3 }, 1.5],
    ['1 / 2', {}, 0.5],
    ['amount % 2 == 0', { amount: 4 }, true],
    ['-amount', { amount: 4 }, -4],
    ['1 == 1.0', {}, true],
    ['size(items) == 2', { items: [1, 2] }, true],
    ['items[1]', { items: [1, 7] }, 7],
    ['name + "!"', { name: 'Jo' }, 'Jo!'],
    ['name.startsWith("J") && name.size() == 2', { name: 'Jo' }, true],
    ['name.contains("o") || ok', { name: 'Jo' }, true],
    ['name.matches("^[A-Z]o$")', { name: 'Jo' }, true],
    ['name.lowerAscii().upperAscii().trim()', { name: ' Jo ' }, 'JO'],
    ['name.substring(1)', { name: 'Jo' }, 'o'],
    ['name.indexOf("o")', { name: 'Jo' }, 1],
    ['name.split(",").join("-")', { name: 'a,b' }, 'a-b'],
    ['string(amount) + " EUR"', { amount: 20 }, '20 EUR'],
    ['double("2.5") + int(2.9)', {}, 4.5],
    ['bool("true")', {}, true],
    ['ok ? "yes" : "no"', { ok: false }, 'no'],
    ['name in ["Jo", "Al"]', { name: 'Al' }, true],
    ['"a" in refund', { refund: { a: 1 } }, true],
    ['items + [3]', { items: [1] }, [1, 3]],
    ['{"a": amount, b: [ok]}', { amount: 1, ok: true }, { a: 1, b: [true] }],
    ['refund == {"a": [1]}', { refund: { a: [1] } }, true],
    ['items.filter(x, x > 1)', { items: [1, 2, 3] }, [2, 3]],
    ['items.map(x, x * amount)', { items: [1, 2], amount: 2 }, [2, 4]],
    ['items.exists(x, x == 2) && !items.all(x, x == 2)', { items: [1, 2] }, true],
    ['items.exists_one(x, x == 2)', { items: [2, 2] }, false],
    ['has(refund.amount)', { refund: { amount: 0 } }, true],
    ['has(refund.amount)', { refund: {} }, false],
  ])('%s over %j is %j', (source, scope, value) => {
    expect(evaluate(source, scope)).toEqual(value);
  });

  it.each<[string, Scope, unknown]>([
    ['refund.amount', {}, null],
    ['refund.amount.deep', { refund: null }, null],
    ['refund.amount == null', { refund: {} }, true],
    ['refund.allowed', { refund: {} }, null],
    ['!refund.allowed', { refund: {} }, true],
    ['refund.allowed || ok', { refund: {}, ok: true }, true],
    ['refund.allowed && ok', { ok: true }, false],
    ['refund.toString', { refund: {} }, null],
    ['refund["__proto__"]', { refund: {} }, null],
    ['name == null', {}, true],
    ['items[9]', { items: [] }, null],
    ['size(items)', {}, 0],
    ['items.exists(x, x == 1)', {}, false],
  ])('what is missing is null: %s over %j is %j', (source, scope, value) => {
    expect(evaluate(source, scope)).toEqual(value);
  });

  it.each<[string, Scope]>([
    ['amount / 0', { amount: 1 }],
    ['amount % 0', { amount: 1 }],
    ['refund > 1', { refund: null }],
    ['refund - 1', { refund: 'text' }],
    ['refund + 1', { refund: 'text' }],
    ['!refund', { refund: 5 }],
    ['refund ? 1 : 2', { refund: 'x' }],
    ['refund.startsWith("a")', { refund: 5 }],
    ['refund.matches("(")', { refund: 'a' }],
    ['int("abc")', {}],
  ])('an error is null: %s over %j', (source, scope) => {
    expect(evaluate(source, scope)).toBeNull();
  });

  it('true wins over an error in or, false wins in and', () => {
    expect(evaluate('refund > 1 || ok', { ok: true, refund: 'x' })).toBe(true);
    expect(evaluate('refund > 1 && ok', { ok: false, refund: 'x' })).toBe(false);
    expect(evaluate('refund > 1 && ok', { ok: true, refund: 'x' })).toBeNull();
  });

  it('any expression over any value gives JSON or null, and never throws', () => {
    const operand = fc.constantFrom(
      'amount',
      'name',
      'ok',
      'items',
      'refund',
      'refund.a',
      'items[0]',
      '1',
      '"x"',
      'null',
      'true',
      '[1]',
      '{"a": 1}',
      'size(refund)',
    );
    const operator = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||', 'in');
    fc.assert(
      fc.property(
        operand,
        operator,
        operand,
        fc.dictionary(fc.constantFrom('amount', 'name', 'ok', 'items', 'refund'), fc.jsonValue()),
        (...[a, op, b, scope]) => {
          const value = compile(`(${a} ${op} ${b})`).expression.evaluate(JSON.parse(JSON.stringify(scope)));
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('a division that rounds to nothing gives 0, as JSON knows no -0', () => {
  expect(compile('0 / amount').expression.evaluate({ amount: -5 })).toBe(0);
  expect(compile('amount * 0').expression.evaluate({ amount: -5 })).toBe(0);
});

describe('mistakes are found before anything runs', () => {
  it.each([
    ['amuont > 1', 'EXPRESSION_UNKNOWN_NAME', 1, 7],
    ['items.exists(x, y == 1)', 'EXPRESSION_UNKNOWN_NAME', 17, 18],
    ['foo(amount)', 'EXPRESSION_UNKNOWN_NAME', 1, 12],
    ['name.foo()', 'EXPRESSION_UNKNOWN_NAME', 1, 11],
    ['timestamp("2024-01-01T00:00:00Z")', 'EXPRESSION_UNKNOWN_NAME', 1, 34],
    ['name + 1', 'EXPRESSION_SYNTAX', 1, 9],
    ['name == 5', 'EXPRESSION_SYNTAX', 1, 10],
    ['!name', 'EXPRESSION_SYNTAX', 2, 6],
    ['ok && amount', 'EXPRESSION_SYNTAX', 7, 13],
    ['name.startsWith(5)', 'EXPRESSION_SYNTAX', 17, 18],
    ['size()', 'EXPRESSION_SYNTAX', 1, 7],
    ['ok > ok', 'EXPRESSION_SYNTAX', 1, 8],
    ['amount in 5', 'EXPRESSION_SYNTAX', 1, 12],
    ['"open', 'EXPRESSION_SYNTAX', 1, 6],
    ['', 'EXPRESSION_SYNTAX', 1, 2],
  ])('%s: %s at %d to %d', (...[source, code, column, endColumn]) => {
    const { problems, expression } = compile(source);
    expect(problems).toMatchObject([{ code, column, endColumn }]);
    expect(problems[0]?.fix).toBeTruthy();
    expect(() => expression.evaluate({})).not.toThrow();
  });

  it('several mistakes of one expression are all found', () => {
    expect(compile('foo > 1 && bar < 2').problems.map(({ column }) => column)).toEqual([1, 12]);
  });

  it('a depth nobody writes is refused', () => {
    expect(compile(`${'('.repeat(5000)}1${')'.repeat(5000)}`).problems).toMatchObject([{ code: 'EXPRESSION_SYNTAX' }]);
  });
});
