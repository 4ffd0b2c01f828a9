/**
 * One rule of the house that a machine can see to.
 *
 * @property about what it guards, as the reader of the output would say it
 */
export type Guard = {
  readonly name: string;
  readonly about: string;
  look(root: string): Promise<Finding>;
};

/**
 * What a guard found.
 *
 * @property files how many files it really looked at
 * @property problems each names its file; empty: all is well
 */
export type Finding = { readonly files: number; readonly problems: readonly string[] };
