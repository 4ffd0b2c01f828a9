import { stopWordsOf } from './stop-words.ts';
import { tokensOf } from './tokens.ts';

/**
 * How alike two messages are, 0–1: the larger of the Jaccard index of their words without stop words (Jaccard 1901) and the cosine of their
 * character trigrams (Damashek 1995, Science 267). 0 when either holds no word.
 */
export function similarity(a: string, b: string, locale: string): number {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  return Math.max(jaccard(meaning(left, locale), meaning(right, locale)), cosine(trigrams(left), trigrams(right)));
}

function meaning(tokens: readonly string[], locale: string): ReadonlySet<string> {
  const stop = stopWordsOf(locale);
  return new Set(tokens.filter((token) => !stop.has(token)));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((token) => b.has(token)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

function trigrams(tokens: readonly string[]): ReadonlyMap<string, number> {
  const text = ` ${tokens.join(' ')} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= text.length; i++) {
    const gram = text.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [gram, count] of a) dot += count * (b.get(gram) ?? 0);
  return Math.min(1, dot / Math.sqrt(squares(a) * squares(b)));
}

function squares(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
