import type { Problem } from '../../../errors/problem.ts';
import type { Entry } from './read-translations.ts';

/** Share of words two texts have in common from which one may have become the other. */
const alike = 0.5;

/** What to say of a translation whose text stands nowhere: it was edited, or is gone. */
export function unusedTranslation(entry: Entry, source: string, texts: readonly string[]): Problem {
  const text = entry.worded.get(source)?.[0]?.text ?? '';
  const near = mostAlike(text, texts);
  const where = entry.of === null ? 'in no dialog' : `not in dialog '${entry.of}'`;
  return {
    ...entry.placeOf(source),
    code: 'TRANSLATION_UNUSED',
    severity: 'warning',
    message: `this text stands ${where}, so its translations are never said`,
    fix: near === undefined ? 'remove the entry' : `was it edited? The nearest text is now: "${near}"`,
  };
}

function mostAlike(text: string, texts: readonly string[]): string | undefined {
  const words = wordsOf(text);
  const found = texts.map((other) => ({ other, share: shared(words, wordsOf(other)) }));
  const best = found.reduce<{ readonly other: string; readonly share: number } | undefined>(
    (a, b) => (a && a.share >= b.share ? a : b),
    undefined,
  );
  return best && best.share >= alike ? best.other : undefined;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Jaccard's index of two sets of words. */
function shared(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
