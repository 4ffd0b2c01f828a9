/** Reads a regular expression that is known to be valid into its structure; what a character class holds is left to the engine. */
export type Pattern =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'either'; readonly items: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly item: Pattern; readonly min: number; readonly max: number };

/**
 * @property looks bodies of look-ahead and look-behind, which stand as empty in `pattern`
 * @property hasReference whether it refers back to a group
 */
export type Parsed = { readonly pattern: Pattern; readonly looks: readonly Pattern[]; readonly hasReference: boolean };

type Cursor = { readonly source: string; at: number; readonly looks: Pattern[]; hasReference: boolean };

export function parsePattern(source: string): Parsed {
  const cursor: Cursor = { source, at: 0, looks: [], hasReference: false };
  const pattern = either(cursor);
  return { pattern, looks: cursor.looks, hasReference: cursor.hasReference };
}

function either(cursor: Cursor): Pattern {
  const items = [sequence(cursor)];
  while (take(cursor, /\|/y)) items.push(sequence(cursor));
  return items.length === 1 && items[0] ? items[0] : { kind: 'either', items };
}

function sequence(cursor: Cursor): Pattern {
  const items: Pattern[] = [];
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source[cursor.at] ?? '')) items.push(repeated(cursor));
  return { kind: 'sequence', items };
}

function repeated(cursor: Cursor): Pattern {
  const item = single(cursor);
  const quantifier = take(cursor, /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y);
  if (!quantifier) return item;
  const [text, min, comma, max] = quantifier;
  const most = (value: string | undefined) => (value ? Number(value) : Number.POSITIVE_INFINITY);
  if (min !== undefined) return { kind: 'repeat', item, min: Number(min), max: comma ? most(max) : Number(min) };
  return {
    kind: 'repeat',
    item,
    min: text.startsWith('+') ? 1 : 0,
    max: text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY,
  };
}

function single(cursor: Cursor): Pattern {
  const look = take(cursor, /\(\?<?[=!]/y);
  if (look) {
    cursor.looks.push(closed(cursor));
    return { kind: 'empty' };
  }
  if (take(cursor, /\((?:\?(?:<[^>]+>|[a-z-]*:))?/y)) return closed(cursor);
  if (take(cursor, /[\^$]|\\[bB]/y)) return { kind: 'empty' };
  if (take(cursor, /\\(?:[1-9]\d*|k<[^>]*>)/y)) {
    cursor.hasReference = true;
    return { kind: 'empty' };
  }
  const atom = take(
    cursor,
    /\[(?:\\[\s\S]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\?[\s\S]/uy,
  );
  return { kind: 'atom', source: atom?.[0] ?? '' };
}

function closed(cursor: Cursor): Pattern {
  const inner = either(cursor);
  take(cursor, /\)/y);
  return inner;
}

function take(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = cursor.at;
  const found = expression.exec(cursor.source);
  if (found) cursor.at = expression.lastIndex;
  return found;
}
