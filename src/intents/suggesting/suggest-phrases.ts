/** From messages nobody understood to phrases somebody may approve. */
import type { Candidate } from '../../events/understood.ts';
import type { Classify } from '../model/create-classifier.ts';
import { clusterTexts } from './cluster-texts.ts';

/**
 * Messages that say much the same, and where they may belong.
 *
 * @property phrases different ones, the most typical first, numbers and addresses in them made up
 * @property messages how often anything like it was said
 * @property nearest intent on average nearest to them, with its mean score; `null` where none is near
 */
export type Suggestion = {
  readonly phrases: readonly string[];
  readonly messages: number;
  readonly nearest: Candidate | null;
};

/** words of a message that is longer than a training phrase should be */
const longest = 30;

/** The largest group of messages first. */
export function suggestPhrases(
  messages: readonly string[],
  { classify, locale }: { readonly classify: Classify; readonly locale: string },
): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const phrase = withoutPerson(message);
    if (phrase !== '' && phrase.split(' ').length <= longest) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return clusterTexts([...counts.keys()], locale)
    .map(({ texts }) => ({
      phrases: texts,
      messages: texts.reduce((sum, text) => sum + (counts.get(text) ?? 0), 0),
      nearest: nearestTo(texts, classify),
    }))
    .sort((a, b) => b.messages - a.messages);
}

/** One line; what may point to a person is replaced by something of the same form. */
function withoutPerson(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  const addresses = line.replace(/[^\s@<>]+@[^\s@<>]+\.\w+/g, 'name@example.com');
  return addresses.replace(/\d(?:[\d /.-]{2,}\d|\d{3,})/g, (number) => {
    let digit = 0;
    return number.replace(/\d/g, () => String(++digit % 10));
  });
}

function nearestTo(texts: readonly string[], classify: Classify): Candidate | null {
  const sums = new Map<string, number>();
  for (const text of texts)
    for (const { intent, score } of classify(text).candidates) sums.set(intent, (sums.get(intent) ?? 0) + score);
  const [best] = [...sums].sort(([, a], [, b]) => b - a);
  return best ? { intent: best[0], score: Math.round((best[1] / texts.length) * 1e6) / 1e6 } : null;
}
