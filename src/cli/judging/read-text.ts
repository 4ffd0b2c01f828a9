/**
 * Reads a file of somebody else's as text: UTF-8, with or without a byte order mark.
 */
import { readFile } from 'node:fs/promises';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** @throws TouchpointError USAGE where there is no such file; TRANSCRIPT_INVALID where it is written in another encoding, with the place */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new TouchpointError('USAGE', `judge: '${path}' cannot be read`, { fix: 'name a file that is there', cause });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notUtf8(path, bytes, cause);
  }
}

function notUtf8(file: string, bytes: Buffer, cause: unknown): TouchpointError {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const { line, column } = isWide ? { line: 1, column: 1 } : firstFault(bytes);
  return new TouchpointError('TRANSCRIPT_INVALID', `the file is not written in UTF-8${isWide ? ', but in UTF-16' : ''}`, {
    where: { file, line, column, endLine: line, endColumn: column },
    fix: 'save it as UTF-8',
    cause,
  });
}

/** Where the first character stands that is none. */
function firstFault(bytes: Buffer): { readonly line: number; readonly column: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd')));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
