import { outOfScope } from '../example.ts';
import type { ReadWord } from '../features/create-word-reader.ts';
import type { LinearModel } from '../model/model.ts';
import { createWeigh } from './create-weigh.ts';
import { doubt } from './doubt.ts';
import { wholeKey } from './short-words.ts';

/** Changes the probabilities of a message in place. */
export type Temper = (words: readonly ReadWord[], probabilities: Float64Array) => void;

/** What a linear classifier cannot know: how little a word or two tell, and which phrases an intent is never said by. */
export function createTemper({ evidence, vocabulary, classes }: Omit<LinearModel, 'id'>): Temper {
  const weigh = createWeigh(evidence, vocabulary, classes.length);
  const outside = classes.indexOf(outOfScope);
  const { against, wholes } = evidence;
  return (words, probabilities) => {
    const [meant, ...others] = wholes.get(wholeKey(words) ?? '') ?? [];
    if (meant && others.length === 0) prefer(probabilities, meant[0]);
    const weighed = weigh(words);
    if (weighed) doubt(probabilities, weighed, outside);
    if (against.size === 0) return;
    for (const k of against.get(wholeKey(words) ?? '') ?? []) probabilities[k] = 0;
  };
}

/** A short phrase that was taught for one intent only means that intent, whatever its words mean in longer ones. */
function prefer(probabilities: Float64Array, meant: number): void {
  const best = probabilities.indexOf(Math.max(...probabilities));
  const before = probabilities[meant] ?? 0;
  probabilities[meant] = probabilities[best] ?? 0;
  probabilities[best] = before;
}
