/** What is wrong with an expression, before it is told with its place in a file. */
export type Fault = {
  readonly kind: 'name' | 'field' | 'function' | 'type';
  /** offsets in the source */
  readonly start: number;
  readonly end: number;
  /** the unknown name */
  readonly name: string;
  readonly message: string;
  /** what could have been meant */
  readonly known?: readonly string[];
};
