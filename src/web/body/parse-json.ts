import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Value } from '../../events/understood.ts';
import { findJsonFault } from './find-json-fault.ts';

/**
 * The JSON of a request's body; the one place where outside text becomes a `Value`.
 *
 * @returns `undefined` for an empty body
 * @throws TouchpointError BAD_REQUEST with line and column of the first fault
 */
export function parseJson(text: string): Value | undefined {
  if (text.trim() === '') return undefined;
  try {
    const value: Value = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new TouchpointError('BAD_REQUEST', `the body is not valid JSON: ${placeOf(text)}`, { cause });
  }
}

function placeOf(text: string): string {
  const before = text.slice(0, findJsonFault(text)).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const isEnd = before.join('\n').length >= text.trimEnd().length;
  return `${isEnd ? 'it ends too early' : 'unexpected character'} at line ${before.length}, column ${column}`;
}
