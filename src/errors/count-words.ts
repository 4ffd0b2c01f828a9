/** How often names, words and pairs of letters stand in texts. */
export type WordCount = {
  /** a whole name, such as `order_number` or `order.status` */
  name(name: string): number;
  /** a word in small letters, of which names are made */
  word(word: string): number;
  /** how many pairs of letters of a name stand in no other word */
  strangePairs(name: string): number;
};

/** Names that may have parts, such as `order.status`. */
const dotted = /[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu;
const words = /\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{N}]+|\p{Lu}+/gu;

/** Words of which a name is made, in small letters: `order_number`, `orderNumber` and `order.number` have two. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(words) ?? []).map((word) => word.toLowerCase());
}

export type Counting = {
  readonly texts: readonly string[];
  /** what a name looks like; names with dots when left out */
  readonly form?: RegExp;
  /** more text of the language that names are made of */
  readonly language?: string;
};

/** Reads the texts once, and only when it is asked for the first time. */
export function countWords({ texts, form = dotted, language = '' }: Counting): WordCount {
  const names = once(() => tally(texts, form));
  const all = once(() => tally(texts.map(wordsIn), words));
  const pairs = once(() => pairsIn(tally([...texts, language].map(wordsIn), words)));
  return {
    name: (name) => names().get(name) ?? 0,
    word: (word) => all().get(word) ?? 0,
    strangePairs: (name) => {
      const own = pairsIn(new Map(wordsOf(name).map((word) => [word, all().get(word) ?? 0])));
      return [...own].filter(([pair, count]) => (pairs().get(pair) ?? 0) <= count).length;
    },
  };
}

function wordsIn(text: string): string {
  return wordsOf(text).join(' ');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Counts = ReadonlyMap<string, number>;

function tally(texts: readonly string[], form: RegExp): Counts {
  const counts = new Map<string, number>();
  for (const text of texts) for (const [found] of text.matchAll(form)) counts.set(found, (counts.get(found) ?? 0) + 1);
  return counts;
}

function pairsIn(counted: Counts): Counts {
  const counts = new Map<string, number>();
  for (const [word, count] of counted) {
    const letters = ` ${word.toLowerCase()} `;
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = letters.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + count);
    }
  }
  return counts;
}
