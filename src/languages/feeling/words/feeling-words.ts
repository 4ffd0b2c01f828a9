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

/** Valences to look up: of whole words, and of beginnings, by their first three letters, the longer ones first. */
export type Weights = {
  readonly whole: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, readonly (readonly [beginning: string, valence: number])[]>;
};

/** letters of the shortest beginning that stands for all its words */
const shortest = 3;

/** @param words those that end in `*` stand for all that begin with what is before it */
export function weightsOf(words: ReadonlyMap<string, number>): Weights {
  const starred = [...words].filter(([word]) => word.endsWith('*'));
  const begun = starred
    .map(([word, valence]): [string, number] => [word.slice(0, -1), valence])
    .filter(([beginning]) => beginning.length >= shortest)
    .sort(([a], [b]) => b.length - a.length);
  return { whole: words, beginnings: Map.groupBy(begun, ([beginning]) => beginning.slice(0, shortest)) };
}

/** The valence of the word itself, or of the longest beginning that stands for it. */
export function weightOf({ whole, beginnings }: Weights, word: string): number | undefined {
  const own = whole.get(word);
  if (own !== undefined) return own;
  const likely = beginnings.get(word.slice(0, shortest));
  return likely?.find(([beginning]) => word.startsWith(beginning))?.[1];
}

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
