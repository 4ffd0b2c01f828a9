/** What is known of a value before anything runs. `any` fits everything; `null` may stand beside everything in a comparison. */
import type { Shape } from './shape.ts';

export type ValueType = Shape | { readonly is: 'null' };

/** A type without what is inside it: what operators and functions ask for. */
export type Kind = ValueType['is'];

/** Types of the names an expression or text may use. */
export type Names = ReadonlyMap<string, ValueType>;

export const anything: Shape = { is: 'any' };

/** The type of a kind of which nothing more is known. */
export function typeOfKind(kind: Kind): ValueType {
  if (kind === 'list') return { is: 'list', of: anything };
  if (kind === 'map') return { is: 'map', fields: {}, optional: [], isOpen: true };
  return { is: kind };
}

/** Whether a value of one type may stand where another is wanted. */
export function fits({ is }: ValueType, wanted: Kind): boolean {
  return is === wanted || is === 'any' || wanted === 'any' || is === 'null';
}

/** A type as part of another; of null nothing is known. */
export function shapeOf(type: ValueType): Shape {
  return type.is === 'null' ? anything : type;
}

/** What a value is that comes from one of several places. */
export function either(types: readonly ValueType[]): ValueType {
  const [first, ...others] = types.filter(({ is }) => is !== 'null');
  if (!first) return types[0] ?? anything;
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : anything;
}

/**
 * The type of a field.
 *
 * @returns `undefined` where the value is known to have no such field
 */
export function fieldOf(type: ValueType, name: string): ValueType | undefined {
  if (type.is !== 'map') return type.is === 'any' || type.is === 'null' ? anything : undefined;
  if (Object.hasOwn(type.fields, name)) return type.fields[name];
  return type.isOpen ? anything : undefined;
}

/** Fields that are known of a value. */
export function fieldsOf(type: ValueType): readonly string[] {
  return type.is === 'map' ? Object.keys(type.fields) : [];
}

/** Whether every value of one form may be given where another is declared; a number is taken for a text. */
export function isAssignable(given: ValueType, wanted: Shape): boolean {
  if (given.is === 'any' || given.is === 'null' || wanted.is === 'any') return true;
  if (given.is === 'number' && wanted.is === 'text') return true;
  if (given.is === 'list' && wanted.is === 'list') return isAssignable(given.of, wanted.of);
  return given.is === wanted.is;
}
