/** What is wrong with a text that should be JSON. @property offset of the first character that does not fit; the length of a text that was cut off */
export type JsonFault = { readonly fault: string; readonly offset: number; readonly isCut: boolean };

/** Reads JSON, and says where it cannot. */
export function parseJson(text: string): { readonly value: unknown } | JsonFault {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return faultOf(text, error instanceof Error ? error.message : String(error));
  }
}

/** The engine tells the place in its message, or that the text ends too soon. */
function faultOf(text: string, message: string): JsonFault {
  const position = /at position (\d+)/.exec(message)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  const isCut = offset >= text.length || message.startsWith('Unterminated string');
  const fault = message.replace(/ in JSON at position.*$/, '').replace(/^JSON\.parse: /, '');
  return { fault, offset: Math.min(offset, text.length), isCut };
}
