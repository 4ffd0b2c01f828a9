import type { IncomingMessage } from 'node:http';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { readBytes } from './read-bytes.ts';

/** Characters (UTF-16 units) a body may have: the limit of a Direct Line activity. */
const maxCharacters = 256 * 1024;
/** No text of that many characters has more bytes in UTF-8. */
const maxBytes = 3 * maxCharacters;

/**
 * The body of a request as text.
 *
 * @throws TouchpointError TOO_LARGE as soon as that is known; the rest is then read and thrown away
 */
export async function readText(message: IncomingMessage): Promise<string> {
  const text = (await readBytes(message, maxBytes, tooLarge)).toString();
  if (text.length > maxCharacters) throw tooLarge();
  return text;
}

function tooLarge(): TouchpointError {
  return new TouchpointError('TOO_LARGE', `the body is larger than ${maxCharacters} characters`, {
    fix: 'send shorter messages, and files as uploads',
  });
}
