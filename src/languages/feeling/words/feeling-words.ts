/**
 * What a language's list of feeling words holds. Valences run from −4 (as bad as can be) to 4.
 *
 * @property words `word valence` pairs as text; a word that ends in `*` stands for all that begin with it
 * @property negated words that say nothing alone, but are bad news when denied ("does not work")
 * @property neutral words of service talk that other lists take for feelings ("please", "credit")
 * @property negators deny what stands up to three words behind them, or, where `negatesBefore`, before them
 * @property boosters strengthen the word behind them; `dampeners` weaken it
 * @property turns words after which what is said weighs more than what was said before ("but")
 */
export type FeelingWords = {
  readonly words: ReadonlyMap<string, number>;
  readonly negated: ReadonlyMap<string, number>;
  readonly negators: ReadonlySet<string>;
  readonly negatesBefore: boolean;
  readonly boosters: ReadonlySet<string>;
  readonly dampeners: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
};

/** Words by their valence, several to a line: `{ '-3': 'awful dreadful' }`. */
export type Valences = Readonly<Record<string, string>>;

/** One entry a word; a word of two valences has that of the last. */
export function byWord(...lists: readonly Valences[]): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap((valences) =>
      Object.entries(valences).flatMap(([valence, words]) =>
        wordsOf(words).map((word): [string, number] => [word, Number(valence)]),
      ),
    ),
  );
}

/** Words between blanks, each once. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words));
}

function wordsOf(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
