/** Says whether some character fits all the given atoms, by their numbers. */
export type Letters = { share(atoms: readonly number[]): boolean };

const common = [...'aAzZ059_ -.,;:@#/+*?!\'"()[]\n\téßñ中Жع😀'];

/**
 * Tries characters on atoms of an expression: a sample of common ones, and those that stand in the atoms with their neighbours. Enough to tell
 * whether character classes overlap, without knowing how the engine reads them.
 */
export function lettersOf(atoms: readonly string[], flags: string): Letters {
  const characters = [...new Set([...common, ...atoms.flatMap(spelledOut)])];
  const fits = new Map([...new Set(atoms)].map((atom) => [atom, charactersOf(atom, flags, characters)]));
  return {
    share: (numbers) => {
      const [first, ...others] = numbers.map((number) => fits.get(atoms[number] ?? '') ?? new Set<string>());
      return first !== undefined && [...first].some((character) => others.every((other) => other.has(character)));
    },
  };
}

function spelledOut(atom: string): readonly string[] {
  return [...atom].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return [character, String.fromCodePoint(Math.max(0, code - 1)), String.fromCodePoint(Math.min(0x10ffff, code + 1))];
  });
}

function charactersOf(atom: string, flags: string, characters: readonly string[]): ReadonlySet<string> {
  const expression = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ''));
  return new Set(characters.filter((character) => expression.test(character)));
}
