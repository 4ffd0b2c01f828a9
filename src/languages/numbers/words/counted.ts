/** Words of a list as a map: `counted('ten eleven', 10)` gives ten → 10, eleven → 11. `a/b` are two words of one number. */
export function counted(words: string, first: number, step = 1): ReadonlyMap<string, number> {
  return new Map(
    words.split(' ').flatMap((entry, n) => entry.split('/').map((word): [string, number] => [word, first + n * step])),
  );
}

/** Every ten from a map with every unit below ten. */
export function compounds(
  tens: ReadonlyMap<string, number>,
  units: ReadonlyMap<string, number>,
  join: (ten: string, unit: string) => string,
): readonly [string, number][] {
  return [...tens].flatMap(([ten, high]) =>
    [...units]
      .filter(([, low]) => low > 0 && low < 10)
      .map(([unit, low]): [string, number] => [join(ten, unit), high + low]),
  );
}

export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').filter(Boolean));
}
