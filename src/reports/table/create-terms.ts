/**
 * Things of which few are different, such as the places cases come from: each is read once and has a number.
 */
export type Terms<T> = {
  /** The number of a text, from 0. Throws what reading it throws. */
  of(text: string): number;
  values(): readonly T[];
};

export function createTerms<T>(read: (text: string) => T): Terms<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      values.push(read(text));
      // a copy: a piece of a long text would keep all of it
      numbers.set(structuredClone(text), values.length - 1);
      return values.length - 1;
    },
    values: () => values,
  };
}
