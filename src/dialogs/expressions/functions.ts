/** Functions of CEL that make sense over JSON values. A method is a function whose first argument stands before the dot. */
import type { Value } from '../../events/understood.ts';
import { finite, isList, isMap, type Result } from './result.ts';
import type { Kind } from './value-type.ts';

export type Callable = {
  readonly on: Kind | null;
  /** types of the arguments in parentheses; the last ones may be left out down to `required` */
  readonly takes: readonly Kind[];
  readonly required: number;
  readonly gives: Kind;
  /** gets the receiver first, where there is one */
  run(args: readonly Value[]): Result;
};

/** `name(…)` */
export const functions: { readonly [name: string]: Callable } = {
  size: { on: null, takes: ['any'], required: 1, gives: 'number', run: ([value]) => sizeOf(value) },
  string: { on: null, takes: ['any'], required: 1, gives: 'text', run: ([value]) => textOf(value) },
  double: { on: null, takes: ['any'], required: 1, gives: 'number', run: ([value]) => numberOf(value) },
  int: { on: null, takes: ['any'], required: 1, gives: 'number', run: ([value]) => whole(numberOf(value)) },
  bool: { on: null, takes: ['any'], required: 1, gives: 'yes/no', run: ([value]) => booleanOf(value) },
  dyn: { on: null, takes: ['any'], required: 1, gives: 'any', run: ([value]) => value },
};

/** `value.name(…)` */
export const methods: { readonly [name: string]: Callable } = {
  size: { on: 'any', takes: [], required: 0, gives: 'number', run: ([value]) => sizeOf(value) },
  startsWith: text(
    { takes: ['text'], gives: 'yes/no' },
    (value, [part]) => typeof part === 'string' && value.startsWith(part),
  ),
  endsWith: text(
    { takes: ['text'], gives: 'yes/no' },
    (value, [part]) => typeof part === 'string' && value.endsWith(part),
  ),
  contains: text(
    { takes: ['text'], gives: 'yes/no' },
    (value, [part]) => typeof part === 'string' && value.includes(part),
  ),
  matches: text({ takes: ['text'], gives: 'yes/no' }, matches),
  lowerAscii: text({ takes: [], gives: 'text' }, (value) => value.toLowerCase()),
  upperAscii: text({ takes: [], gives: 'text' }, (value) => value.toUpperCase()),
  trim: text({ takes: [], gives: 'text' }, (value) => value.trim()),
  indexOf: text({ takes: ['text', 'number'], required: 1, gives: 'number' }, (value, [part, from]) =>
    typeof part === 'string' ? value.indexOf(part, typeof from === 'number' ? from : 0) : undefined,
  ),
  substring: text({ takes: ['number', 'number'], required: 1, gives: 'text' }, (value, [from, to]) =>
    typeof from === 'number'
      ? value.slice(Math.max(0, from), typeof to === 'number' ? Math.max(0, to) : undefined)
      : undefined,
  ),
  split: text({ takes: ['text'], gives: 'list' }, (value, [by]) =>
    typeof by === 'string' ? value.split(by) : undefined,
  ),
  join: { on: 'list', takes: ['text'], required: 0, gives: 'text', run: ([list, by]) => join(list, by) },
};

type TextMethod = { readonly takes: readonly Kind[]; readonly required?: number; readonly gives: Kind };

function text(
  { takes, required, gives }: TextMethod,
  run: (value: string, args: readonly Value[]) => Result,
): Callable {
  return {
    on: 'text',
    takes,
    required: required ?? takes.length,
    gives,
    run: ([value, ...args]) => (typeof value === 'string' ? run(value, args) : undefined),
  };
}

function sizeOf(value: Result): Result {
  if (value === null) return 0;
  if (typeof value === 'string' || isList(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : undefined;
}

function textOf(value: Result): Result {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function numberOf(value: Result): Result {
  if (typeof value === 'string' && value.trim() !== '') return finite(Number(value));
  return typeof value === 'number' ? value : undefined;
}

function whole(value: Result): Result {
  return typeof value === 'number' ? Math.trunc(value) : undefined;
}

function booleanOf(value: Result): Result {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function matches(value: string, [pattern]: readonly Value[]): Result {
  try {
    return typeof pattern === 'string' ? new RegExp(pattern, 'u').test(value.slice(0, 4000)) : undefined;
  } catch {
    return undefined;
  }
}

function join(list: Result, by: Result): Result {
  return isList(list) ? list.map((item) => textOf(item) ?? '').join(typeof by === 'string' ? by : '') : undefined;
}
