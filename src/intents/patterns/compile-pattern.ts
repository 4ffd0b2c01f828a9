/**
 * Compiles the pattern of an entity: global, ignoring case, in Unicode mode where it is valid there.
 *
 * @returns the reason where it is no regular expression
 */
export function compilePattern(source: string): RegExp | { readonly invalid: string } {
  try {
    return new RegExp(source, 'giu');
  } catch {
    return compileLoosely(source);
  }
}

/** Outside Unicode mode needless escapes such as `\-` are allowed. */
function compileLoosely(source: string): RegExp | { readonly invalid: string } {
  try {
    return new RegExp(source, 'gi');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { invalid: message.replace(/^.*: /, '') };
  }
}
