/**
 * Numbers for names, in the order of their first coming.
 */
export type Numbering = {
  /** The number of a name, from 0; a name is given the same one again. */
  of(name: string): number;
  names(): readonly string[];
  /** Of each number, the place its name has among all names in order: the same whatever order they came in. */
  places(): Float64Array;
};

export function createNumbering(): Numbering {
  const known = new Map<string, number>();
  return {
    of(name) {
      const number = known.get(name) ?? known.size;
      if (number === known.size) known.set(name, number);
      return number;
    },
    names: () => [...known.keys()],
    places() {
      const places = new Float64Array(known.size);
      const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [place, [, number]] of inOrder.entries()) places[number] = place;
      return places;
    },
  };
}
