/** Finds the values of a list by their synonyms, whatever the case and accents, and where allowed in spite of small typos. */
import type { Entity } from '../../events/understood.ts';
import { foldText } from '../../languages/fold-text.ts';
import { editDistance } from './edit-distance.ts';
import type { ListEntity } from './entity-definition.ts';
import type { FindEntities } from './find-all.ts';

type Word = { readonly folded: string; readonly start: number; readonly end: number };
type Synonym = { readonly folded: string; readonly key: string; readonly letters: number };
type Known = {
  readonly keys: ReadonlyMap<string, string>;
  /** by first letter */
  readonly synonyms: ReadonlyMap<string, readonly Synonym[]>;
  readonly mostWords: number;
  readonly fuzzy: boolean;
};

const words = /[\p{L}\p{M}\p{N}]+/gu;

export function listFinder(definition: ListEntity): FindEntities {
  const known = learn(definition);
  return (text) => {
    const found: Entity[] = [];
    const all = wordsOf(text, definition.locale);
    for (let at = 0; at < all.length; ) {
      const hit = longestAt(known, all, at);
      if (hit) found.push(toEntity(definition.name, text, { hit, first: all[at], last: all[at + hit.words - 1] }));
      at += hit?.words ?? 1;
    }
    return found;
  };
}

function learn({ values, fuzzy, locale }: ListEntity): Known {
  const keys = new Map<string, string>();
  for (const [key, synonyms] of values) {
    for (const synonym of [key, ...synonyms]) {
      const folded = foldPhrase(synonym, locale);
      if (folded !== '' && !keys.has(folded)) keys.set(folded, key);
    }
  }
  const synonyms = [...keys].map(([folded, key]): Synonym => ({ folded, key, letters: lettersOf(folded) }));
  const mostWords = Math.max(0, ...synonyms.map(({ folded }) => folded.split(' ').length));
  return { keys, synonyms: Map.groupBy(synonyms, ({ folded }) => folded.charAt(0)), mostWords, fuzzy };
}

/** The words of a phrase as they are compared: folded, one space between. */
export function foldPhrase(phrase: string, locale: string): string {
  return wordsOf(phrase, locale)
    .map(({ folded }) => folded)
    .join(' ');
}

function wordsOf(text: string, locale: string): readonly Word[] {
  return Array.from(text.matchAll(words), ({ 0: word, index }) => ({
    folded: foldText(word, locale),
    start: index,
    end: index + word.length,
  }));
}

type Hit = { readonly key: string; readonly words: number };

/** What begins at a word: more words before fewer, the exact before the nearly right. */
function longestAt(known: Known, all: readonly Word[], at: number): Hit | undefined {
  let nearly: Hit | undefined;
  let phrase = '';
  let exact: Hit | undefined;
  for (let count = 1; count <= Math.min(known.mostWords, all.length - at); count++) {
    phrase += `${count > 1 ? ' ' : ''}${all[at + count - 1]?.folded}`;
    const key = known.keys.get(phrase);
    if (key !== undefined) exact = { key, words: count };
    const near = known.fuzzy && key === undefined ? nearestKey(known, phrase) : undefined;
    if (near !== undefined) nearly = { key: near, words: count };
  }
  return exact ?? nearly;
}

/** Synonyms of fewer than 5 letters take no typo, of fewer than 9 one, longer ones two; the first letter is never wrong. */
function nearestKey({ synonyms }: Known, phrase: string): string | undefined {
  const likely = synonyms.get(phrase.charAt(0));
  if (!likely) return undefined;
  const letters = lettersOf(phrase);
  let best: string | undefined;
  let edits = 3;
  for (const synonym of likely) {
    const limit = Math.min(edits - 1, allowedEdits(synonym.folded.length));
    if (limit < 1 || Math.abs(synonym.folded.length - phrase.length) > limit) continue;
    if (bitCount(synonym.letters ^ letters) > 2 * limit) continue;
    const distance = editDistance(synonym.folded, phrase, limit);
    if (distance <= limit) [best, edits] = [synonym.key, distance];
  }
  return best;
}

function allowedEdits(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Which letters a phrase holds, as bits; an edit changes two of them at most. */
function lettersOf(phrase: string): number {
  let bits = 0;
  for (let i = 0; i < phrase.length; i++) bits |= 1 << (phrase.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

type Placed = { readonly hit: Hit; readonly first: Word | undefined; readonly last: Word | undefined };

function toEntity(type: string, text: string, { hit, first, last }: Placed): Entity {
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  return { type, text: text.slice(start, end), start, end, value: hit.key };
}
