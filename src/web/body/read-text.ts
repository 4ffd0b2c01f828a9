import type { IncomingMessage } from 'node:http';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** Characters (UTF-16 units) a body may have: the limit of a Direct Line activity. */
const maxCharacters = 256 * 1024;
/** No text of that many characters has more bytes in UTF-8. */
const maxBytes = 3 * maxCharacters;
/** A client that is refused is listened to a little longer, so that it hears the answer instead of a broken connection. */
const maxIgnoredBytes = 16 * 1024 * 1024;

/**
 * The body of a request as text.
 *
 * @throws TouchpointError TOO_LARGE as soon as that is known; the rest is then read and thrown away
 */
export function readText(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const refuse = () => {
      message.removeListener('data', take);
      chunks.length = 0;
      drain(message, bytes);
      reject(tooLarge());
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) return refuse();
      chunks.push(chunk);
    };
    if (Number(message.headers['content-length'] ?? 0) > maxBytes) return refuse();
    message.on('data', take);
    message.once('end', () => {
      const text = decode(chunks);
      if (text.length > maxCharacters) reject(tooLarge());
      else resolve(text);
    });
    message.once('error', () => reject(new TouchpointError('BAD_REQUEST', 'the request ended before its body did')));
  });
}

function decode(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString();
}

function drain(message: IncomingMessage, already: number): void {
  let bytes = already;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxIgnoredBytes) message.destroy();
  });
}

function tooLarge(): TouchpointError {
  return new TouchpointError('TOO_LARGE', `the body is larger than ${maxCharacters} characters`, {
    fix: 'send shorter messages, and files as uploads',
  });
}
