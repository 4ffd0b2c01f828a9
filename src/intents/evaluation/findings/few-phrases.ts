import { type Example, outOfScope } from '../../example.ts';

/** phrases below which an intent is hardly ever recognised in other words */
export const fewestPhrases = 5;

/** Intents with too few phrases, those with the fewest first. */
export function fewPhrases(
  examples: readonly Example[],
): readonly { readonly intent: string; readonly phrases: number }[] {
  const counts = new Map<string, number>();
  for (const { intent, counter } of examples) {
    if (intent !== outOfScope) counts.set(intent, (counts.get(intent) ?? 0) + (counter ? 0 : 1));
  }
  return [...counts]
    .filter(([, phrases]) => phrases < fewestPhrases)
    .map(([intent, phrases]) => ({ intent, phrases }))
    .sort((a, b) => a.phrases - b.phrases || (a.intent < b.intent ? -1 : 1));
}
