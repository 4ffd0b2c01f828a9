/**
 * Where a text stops being JSON (RFC 8259): the engine's own message names the place only sometimes.
 */
type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const space = /[ \t\n\r]*/y;
/** A string without its closing quote. */
const open = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
/** What may be missing of an escape when the text ends in it. */
const brokenEscape = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const atom = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const brokenNumber = /^(?:-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/;

type Token = { readonly isWhole: boolean; readonly end: number };

/** Offset of the first character that cannot stand where it stands; the text's length when it ends too early or has no fault. */
export function findJsonFault(text: string): number {
  const closing: ('}' | ']')[] = [];
  let expect: Expect = 'value';
  let offset = skip(space, text, 0);
  while (offset < text.length) {
    const token = readToken(text, offset, expect);
    if (!token.isWhole) return token.end;
    expect = after(text.charAt(offset), expect, closing);
    offset = skip(space, text, token.end);
  }
  return text.length;
}

/** The token at `offset`; one that is not whole ends where it goes wrong, at once when nothing that is expected stands there. */
function readToken(text: string, offset: number, expect: Expect): Token {
  const sign = text.charAt(offset);
  if ('{}[],:'.includes(sign)) return allowed(expect).includes(sign) ? whole(offset + 1) : broken(offset);
  const takesValue = expect === 'value' || expect === 'value or ]';
  if (sign === '"' && (takesValue || expect === 'key' || expect === 'key or }')) return readString(text, offset);
  return takesValue ? readAtom(text, offset) : broken(offset);
}

function readString(text: string, offset: number): Token {
  const end = skip(open, text, offset);
  if (text.charAt(end) === '"') return whole(end + 1);
  return broken(brokenEscape.test(text.slice(end)) ? text.length : end);
}

function readAtom(text: string, offset: number): Token {
  const end = skip(atom, text, offset);
  if (end > offset) return whole(end);
  const rest = text.slice(offset, offset + 40);
  const endsTooEarly = brokenNumber.test(rest) || ['true', 'false', 'null'].some((word) => word.startsWith(rest));
  return broken(endsTooEarly ? text.length : offset);
}

function whole(end: number): Token {
  return { isWhole: true, end };
}

function broken(end: number): Token {
  return { isWhole: false, end };
}

function allowed(expect: Expect): string {
  if (expect === 'value') return '{[';
  if (expect === 'value or ]') return '{[]';
  return { key: '', 'key or }': '}', ':': ':', ', or ]': ',]', ', or }': ',}', end: '' }[expect];
}

function after(sign: string, expect: Expect, closing: ('}' | ']')[]): Expect {
  if (sign === '{') return enter(closing, '}', 'key or }');
  if (sign === '[') return enter(closing, ']', 'value or ]');
  if (sign === ',') return closing.at(-1) === '}' ? 'key' : 'value';
  if (sign === ':') return 'value';
  if (sign === '}' || sign === ']') closing.pop();
  if (expect === 'key' || (expect === 'key or }' && sign === '"')) return ':';
  const outer = closing.at(-1);
  return outer === undefined ? 'end' : outer === '}' ? ', or }' : ', or ]';
}

function enter(closing: ('}' | ']')[], sign: '}' | ']', expect: Expect): Expect {
  closing.push(sign);
  return expect;
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
