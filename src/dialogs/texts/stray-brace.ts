/**
 * The offset of a closing brace without an opening one, which ICU would show as it stands; `undefined` where there is none. What stands between
 * apostrophes, of which the first stands before a brace, is quoted.
 */
export function strayBrace(source: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === "'" && /[{}]/.test(source[at + 1] ?? '')) at = endOfQuote(source, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return at;
  }
  return undefined;
}

function endOfQuote(source: string, start: number): number {
  const end = source.indexOf("'", start + 1);
  return end < 0 ? source.length : end;
}
