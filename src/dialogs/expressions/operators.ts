/** Operators of CEL over JSON values: numbers are doubles, and null counts as false in logic. */
import type { Value } from '../../events/understood.ts';
import { finite, isEqual, isList, isMap, type Result, type Run } from './result.ts';

type Operator = (left: Value, right: Value) => Result;

/** Operators that need both sides. */
export const binary: { readonly [operator: string]: Operator } = {
  '==': (a, b) => isEqual(a, b),
  '!=': (a, b) => !isEqual(a, b),
  '<': order((n) => n < 0),
  '<=': order((n) => n <= 0),
  '>': order((n) => n > 0),
  '>=': order((n) => n >= 0),
  '+': add,
  '-': calculate((a, b) => a - b),
  '*': calculate((a, b) => a * b),
  '/': calculate((a, b) => a / b),
  '%': calculate((a, b) => a % b),
  in: isIn,
};

/** `a && b`: false wins over an error. */
export function and(left: Run, right: Run): Run {
  return (scope) => {
    const a = truth(left(scope));
    if (a === false) return false;
    const b = truth(right(scope));
    return b === false ? false : a === undefined ? undefined : b;
  };
}

/** `a || b`: true wins over an error. */
export function or(left: Run, right: Run): Run {
  return (scope) => {
    const a = truth(left(scope));
    if (a === true) return true;
    const b = truth(right(scope));
    return b === true ? true : a === undefined ? undefined : b;
  };
}

export function not(operand: Run): Run {
  return (scope) => {
    const value = truth(operand(scope));
    return value === undefined ? undefined : !value;
  };
}

/** @returns an error (`undefined`) for anything but yes, no and null */
export function truth(value: Result): boolean | undefined {
  return value === null ? false : typeof value === 'boolean' ? value : undefined;
}

function order(holds: (sign: number) => boolean): Operator {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return holds(a - b);
    if (typeof a === 'string' && typeof b === 'string') return holds(a < b ? -1 : a > b ? 1 : 0);
    return undefined;
  };
}

function calculate(apply: (a: number, b: number) => number): Operator {
  return (a, b) => (typeof a === 'number' && typeof b === 'number' ? finite(apply(a, b)) : undefined);
}

function add(a: Value, b: Value): Result {
  if (typeof a === 'number' && typeof b === 'number') return finite(a + b);
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return isList(a) && isList(b) ? [...a, ...b] : undefined;
}

function isIn(item: Value, container: Value): Result {
  if (container === null) return false;
  if (isList(container)) return container.some((one) => isEqual(one, item));
  if (typeof item !== 'string') return undefined;
  if (typeof container === 'string') return container.includes(item);
  return isMap(container) ? Object.hasOwn(container, item) : undefined;
}
