/** `list.all(x, …)` and its kin: expressions run for each item of a list under a name of their own. */
import type { Value } from '../../events/understood.ts';
import { truth } from './operators.ts';
import { isList, isMap, type Result, type Run } from './result.ts';
import { type Kind, shapeOf, typeOfKind, type ValueType } from './value-type.ts';

type Over = (items: readonly Value[], body: (item: Value) => Result) => Result;

export type Macro = { readonly gives: Kind; readonly body: Kind; readonly over: Over };

export const macros: { readonly [name: string]: Macro } = {
  all: { gives: 'yes/no', body: 'yes/no', over: (items, body) => items.every((item) => truth(body(item)) === true) },
  exists: { gives: 'yes/no', body: 'yes/no', over: (items, body) => items.some((item) => truth(body(item)) === true) },
  exists_one: {
    gives: 'yes/no',
    body: 'yes/no',
    over: (items, body) => items.filter((item) => truth(body(item)) === true).length === 1,
  },
  filter: { gives: 'list', body: 'yes/no', over: (items, body) => items.filter((item) => truth(body(item)) === true) },
  map: { gives: 'list', body: 'any', over: (items, body) => items.map((item) => body(item) ?? null) },
};

/** Runs a macro; over a map it runs over the keys, over null over nothing. */
export function runMacro(
  macro: Macro,
  { on, name, body }: { readonly on: Run; readonly name: string; readonly body: Run },
): Run {
  return (scope) => {
    const items = itemsOf(on(scope));
    return items && macro.over(items, (item) => body({ ...scope, [name]: item }));
  };
}

/** A filter keeps the items as they are; a map makes new ones. */
export function macroType({ gives, body }: Macro, on: ValueType, made: ValueType): ValueType {
  if (gives !== 'list') return typeOfKind(gives);
  return body === 'any' ? { is: 'list', of: shapeOf(made) } : on.is === 'list' ? on : typeOfKind('list');
}

function itemsOf(value: Result): readonly Value[] | undefined {
  if (value === null) return [];
  return isList(value) ? value : isMap(value) ? Object.keys(value) : undefined;
}
