/**
 * Reads JSON, and says where it cannot: engines differ in how they tell it.
 */

/** @property offset of the first part that does not fit; the length of the text where it ends too soon */
export type JsonFault = { readonly fault: 'cut' | 'wrong'; readonly offset: number };

export function parseJson(text: string): { readonly value: unknown } | JsonFault {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return faultIn(text);
  }
}

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may stand next. `first…`: or the end of the list or object that has just begun. */
type Expected = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'more';
type Reading = { readonly open: ('{' | '[')[]; expected: Expected };

function faultIn(text: string): JsonFault {
  const reading: Reading = { open: [], expected: 'value' };
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return brokenAt(text, at);
    const [whole, sign, string] = found;
    if (!take(reading, sign ?? (string === undefined ? 'literal' : 'string'))) {
      return { fault: 'wrong', offset: at + whole.length - whole.trimStart().length };
    }
    if (reading.expected === 'more' && reading.open.length === 0 && text.slice(token.lastIndex).trim() !== '')
      return { fault: 'wrong', offset: token.lastIndex };
  }
  return { fault: 'cut', offset: text.length };
}

/** A text or a number that was cut off is no token. */
function brokenAt(text: string, at: number): JsonFault {
  const rest = text.slice(at).trimStart();
  const isCut =
    rest === '' ||
    /^"(?:[^"\\\u0000-\u001f]|\\.)*\\?$/.test(rest) ||
    /^(?:-?[\d.eE+-]*|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(rest);
  return { fault: isCut ? 'cut' : 'wrong', offset: isCut ? text.length : text.length - rest.length };
}

/** @returns whether it may stand here */
function take(reading: Reading, kind: string): boolean {
  if (kind === 'string' || kind === 'literal') return takeScalar(reading, kind);
  if (kind === '{' || kind === '[') return takeStart(reading, kind);
  if (kind === '}' || kind === ']') return takeEnd(reading, kind);
  if (reading.expected !== (kind === ':' ? 'colon' : 'more')) return false;
  reading.expected = kind === ':' || reading.open.at(-1) === '[' ? 'value' : 'key';
  return true;
}

function takeStart(reading: Reading, kind: '{' | '['): boolean {
  if (reading.expected !== 'value' && reading.expected !== 'firstValue') return false;
  reading.open.push(kind);
  reading.expected = kind === '{' ? 'firstKey' : 'firstValue';
  return true;
}

function takeScalar(reading: Reading, kind: 'string' | 'literal'): boolean {
  const isKey = reading.expected === 'key' || reading.expected === 'firstKey';
  if (isKey ? kind !== 'string' : reading.expected !== 'value' && reading.expected !== 'firstValue') return false;
  reading.expected = isKey ? 'colon' : 'more';
  return true;
}

function takeEnd(reading: Reading, kind: '}' | ']'): boolean {
  const isFirst = reading.expected === (kind === '}' ? 'firstKey' : 'firstValue');
  if (!isFirst && reading.expected !== 'more') return false;
  if (reading.open.pop() !== (kind === '}' ? '{' : '[')) return false;
  reading.expected = 'more';
  return true;
}
