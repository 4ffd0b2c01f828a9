/** The customer says of something that it is still not so: what was tried before did not help. */
import { foldText } from './fold-text.ts';

const phrases: readonly RegExp[] = [
  /\bstill (?:not|no|nothing|never|waiting|isn't|isnt|doesn't|doesnt|don't|dont|can't|cant|haven't|havent|hasn't|hasnt|won't|wont|wrong|broken)\b/,
  /\b(?:not|isn't|doesn't|haven't|hasn't) (?:\w+ )?(?:yet|still)\b/,
  /\b(?:immer noch|noch immer|nach wie vor|weiterhin) (?:\S+ ){0,2}(?:nicht|kein|keine|keinen|nichts|falsch|kaputt)\b/,
  /\b(?:todavia|aun) (?:no|nada|sigue)\b|\bsigue (?:sin|igual|mal)\b/,
];

/** Whatever the language of the conversation: what one customer writes may be in another. */
export function saysStillNot(text: string): boolean {
  const folded = foldText(text.slice(0, longest));
  return phrases.some((phrase) => phrase.test(folded));
}

/** Longer messages are judged by their beginning. */
const longest = 4000;
