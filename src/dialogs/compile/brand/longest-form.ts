/**
 * A text in ICU MessageFormat as its reader may get it at the longest: of several forms the longest one, and nothing for values, which nobody knows yet.
 *
 * @returns the text as it is where its braces do not fit together: that is told elsewhere
 */
export function longestForm(source: string): string {
  const { text, end } = readText(source, 0);
  return end === source.length ? text.replace(/\s+/g, ' ').trim() : source;
}

type Reading = { readonly text: string; readonly end: number };

/** Up to the brace that closes what is around it, or the end. */
function readText(source: string, start: number): Reading {
  let [text, at] = ['', start];
  while (at < source.length && source[at] !== '}') {
    if (source[at] !== '{') text += source[at++];
    else {
      const inner = readArgument(source, at + 1);
      text += inner.text;
      at = inner.end;
    }
  }
  return { text, end: at };
}

/** From behind its opening brace to behind its closing one. */
function readArgument(source: string, start: number): Reading {
  let [longest, at] = ['', start];
  while (at < source.length && source[at] !== '}') {
    if (source[at++] !== '{') continue;
    const form = readText(source, at);
    if (form.text.length > longest.length) longest = form.text;
    at = form.end + 1;
  }
  return { text: longest, end: at + 1 };
}
