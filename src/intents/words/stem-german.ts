/**
 * Takes the endings of declension and comparison off a folded German word: `schnellsten`, `schnelles` and `schnelle` become `schnell`. After Savoy, "Light
 * stemming approaches for the French, Portuguese, German and Hungarian languages" (2006).
 */
export function stemGerman(word: string): string {
  return withoutComparison(withoutCase(word));
}

function withoutCase(word: string): string {
  if (word.length > 5 && word.endsWith('ern')) return word.slice(0, -3);
  if (word.length > 4 && /e[mnrs]$/.test(word)) return word.slice(0, -2);
  const isEnding = word.endsWith('e') || /[bdfghklmnt]s$/.test(word);
  return word.length > 3 && isEnding ? word.slice(0, -1) : word;
}

function withoutComparison(word: string): string {
  if (word.length > 5 && word.endsWith('est')) return word.slice(0, -3);
  return word.length > 4 && /(?:e[nr]|(?<=[bdfghklmnt])st)$/.test(word) ? word.slice(0, -2) : word;
}
