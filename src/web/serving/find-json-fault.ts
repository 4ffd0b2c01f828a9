/**
 * Where a text stops being JSON (RFC 8259): the engine's own message names the place only sometimes.
 */
type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const atom = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

/** Offset of the first character that cannot stand where it stands; the text's length when it ends too early or has no fault. */
export function findJsonFault(text: string): number {
  const closing: ('}' | ']')[] = [];
  let expect: Expect = 'value';
  let offset = skip(space, text, 0);
  while (offset < text.length) {
    const end = expect === 'end' ? offset : tokenEnd(text, offset, expect);
    if (end === offset) return offset;
    expect = after(text.slice(offset, offset + 1), expect, closing);
    offset = skip(space, text, end);
  }
  return text.length;
}

/** End of the token at `offset`, or `offset` itself when none that is expected stands there. */
function tokenEnd(text: string, offset: number, expect: Expect): number {
  const sign = text.charAt(offset);
  const punctuation = '{}[],:'.includes(sign);
  if (punctuation) return allowed(expect).includes(sign) ? offset + 1 : offset;
  if (expect === 'key' || expect === 'key or }') return skip(string, text, offset);
  if (expect !== 'value' && expect !== 'value or ]') return offset;
  return skip(sign === '"' ? string : atom, text, offset);
}

function allowed(expect: Expect): string {
  if (expect === 'value') return '{[';
  if (expect === 'value or ]') return '{[]';
  return { key: '', 'key or }': '}', ':': ':', ', or ]': ',]', ', or }': ',}', end: '' }[expect];
}

function after(sign: string, expect: Expect, closing: ('}' | ']')[]): Expect {
  if (sign === '{') return open(closing, '}', 'key or }');
  if (sign === '[') return open(closing, ']', 'value or ]');
  if (sign === ',') return closing.at(-1) === '}' ? 'key' : 'value';
  if (sign === ':') return 'value';
  if (sign === '}' || sign === ']') closing.pop();
  if (expect === 'key' || (expect === 'key or }' && sign === '"')) return ':';
  const outer = closing.at(-1);
  return outer === undefined ? 'end' : outer === '}' ? ', or }' : ', or ]';
}

function open(closing: ('}' | ']')[], sign: '}' | ']', expect: Expect): Expect {
  closing.push(sign);
  return expect;
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
