import { text } from 'node:stream/consumers';

/** All that is given on standard input. */
export function readStdin(): Promise<string> {
  return text(process.stdin);
}
