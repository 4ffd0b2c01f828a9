/** Every run of `from` to `to` characters of `<word>`, repeats included: `<` and `>` mark where the word begins and ends. */
export function characterGrams(word: string, from: number, to: number): readonly string[] {
  const marked = `<${word}>`;
  const grams: string[] = [];
  for (let length = from; length <= Math.min(to, marked.length); length++) {
    for (let start = 0; start + length <= marked.length; start++) grams.push(marked.slice(start, start + length));
  }
  return grams;
}
