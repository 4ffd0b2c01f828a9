import type { IncomingMessage } from 'node:http';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** A client that is refused is listened to a little longer, so that it hears the answer instead of a broken connection. */
const maxIgnoredBytes = 16 * 1024 * 1024;

/**
 * The body of a request.
 *
 * @throws what `tooLarge` makes, as soon as there are more than `maxBytes`; the rest is then read and thrown away
 * @throws TouchpointError BAD_REQUEST when the request ends before its body does
 */
export function readBytes(message: IncomingMessage, maxBytes: number, tooLarge: () => Error): Promise<Buffer> {
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
    message.once('end', () => resolve(joined(chunks)));
    message.once('error', () => reject(new TouchpointError('BAD_REQUEST', 'the request ended before its body did')));
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

function drain(message: IncomingMessage, already: number): void {
  let bytes = already;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxIgnoredBytes) message.destroy();
  });
}
