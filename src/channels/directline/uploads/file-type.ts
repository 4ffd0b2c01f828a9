/**
 * The kinds of files that are taken, told by their first bytes and never by what the sender calls them: pictures a browser draws, PDF, and plain text.
 * What may hold script when a browser opens it (SVG, HTML, Office files) is not among them.
 */
const signatures: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['application/pdf', /^%PDF-\d/],
];

/** What to tell who sent something else. */
export const takenTypes = 'pictures (PNG, JPEG, GIF, WebP), PDF and plain text';

/**
 * @param claimed what the sender says it is: text counts as text only where they say so, since anything readable might be taken for it
 * @returns the content type to serve it as; `undefined` for a kind that is not taken
 */
export function fileType(bytes: Uint8Array, claimed: string): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = signatures.find(([, pattern]) => pattern.test(start))?.[0];
  if (found !== undefined) return found;
  return /^text\/plain\b/i.test(claimed) && isText(bytes) ? 'text/plain; charset=utf-8' : undefined;
}

/** UTF-8 without control characters but those that lay out lines. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
