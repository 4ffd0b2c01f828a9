import { trustFor } from './evidence.ts';

/**
 * A linear classifier is as sure of one word as of a sentence, because it has seen hardly any word alone. Where a message has one or two known words,
 * its best intent is believed no more than those words deserve; what is taken off goes to the other intents that they speak for, which stay behind the best.
 *
 * @param probabilities lowered in place
 * @param weighed what the words speak for each class
 * @param outside class that is no intent, -1 where there is none
 */
export function doubt(probabilities: Float64Array, weighed: Float64Array, outside: number): void {
  const best = bestOf(probabilities, outside);
  const before = probabilities[best] ?? 0;
  const after = before * trustFor(weighed[best] ?? 0);
  const isOther = (k: number) => k !== best && k !== outside;
  const others = weighed.reduce((sum, share, k) => (isOther(k) ? sum + share : sum), 0);
  for (let k = 0; k < probabilities.length; k++) {
    const more = isOther(k) && others > 0 ? ((before - after) * (weighed[k] ?? 0)) / others : 0;
    if (more > 0) probabilities[k] = Math.min(after, (probabilities[k] ?? 0) + more);
  }
  probabilities[best] = after;
}

function bestOf(probabilities: Float64Array, outside: number): number {
  let best = -1;
  for (let k = 0; k < probabilities.length; k++) {
    if (k !== outside && (best < 0 || (probabilities[k] ?? 0) > (probabilities[best] ?? 0))) best = k;
  }
  return best;
}
