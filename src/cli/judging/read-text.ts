/**
 * Reads a file of somebody else's as text: UTF-8, with or without a byte order mark.
 */
import { readFile } from 'node:fs/promises';
import type { Problem } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** @property faults lines that are not written in UTF-8, with the place of the first byte that is none */
export type ReadText = { readonly text: string; readonly faults: readonly Problem[] };

/** @throws TouchpointError USAGE where there is no such file; TRANSCRIPT_INVALID where all of it is written in another encoding */
export async function readText(path: string): Promise<ReadText> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new TouchpointError('USAGE', `'${path}' cannot be read`, { fix: 'name a file that is there', cause });
  });
  if (isUtf16(bytes)) throw utf16(path);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faults: [] };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), faults: faultsIn(path, bytes) };
  }
}

/** By its byte order mark. */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function utf16(file: string): TouchpointError {
  const where = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return new TouchpointError('TRANSCRIPT_INVALID', 'the file is written in UTF-16', { where, fix: 'save it as UTF-8' });
}

function faultsIn(file: string, bytes: Buffer): readonly Problem[] {
  const faults: Problem[] = [];
  for (let [start, line] = [0, 1]; start <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const column = faultIn(bytes.subarray(start, end));
    if (column !== undefined) faults.push(fault(file, line, column));
    start = end + 1;
  }
  return faults;
}

/** Column of the first byte that is no UTF-8. */
function faultIn(line: Buffer): number | undefined {
  const text = line.toString('utf8');
  return Buffer.from(text, 'utf8').equals(line) ? undefined : text.indexOf('\ufffd') + 1;
}

function fault(file: string, line: number, column: number): Problem {
  return {
    ...{ file, line, column, endLine: line, endColumn: column },
    code: 'TRANSCRIPT_INVALID',
    severity: 'error',
    message: 'this is not written in UTF-8',
    fix: 'save the file as UTF-8',
  };
}
