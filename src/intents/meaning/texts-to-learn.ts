import type { Example } from '../example.ts';
import { backgroundPhrases } from '../training/background/background-phrases.ts';

/** Every text that training wants a vector of, each once: the phrases, and the generic ones out of scope of the language. */
export function textsToLearn(examples: readonly Example[], locale: string): readonly string[] {
  return [...new Set([...examples.map(({ text }) => text), ...backgroundPhrases(locale)])];
}
