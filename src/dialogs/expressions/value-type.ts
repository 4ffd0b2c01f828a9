/** What is known of a value before anything runs. `any` fits everything; `null` may stand beside everything in a comparison. */
export type ValueType = 'any' | 'number' | 'text' | 'yes/no' | 'list' | 'map' | 'null';

/** Types of the names an expression or text may use. */
export type Names = ReadonlyMap<string, ValueType>;

/** Whether a value of one type may stand where another is wanted. */
export function fits(type: ValueType, wanted: ValueType): boolean {
  return type === wanted || type === 'any' || wanted === 'any' || type === 'null';
}
