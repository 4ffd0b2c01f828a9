import { unreadable } from './unreadable.ts';

/**
 * @param what names the row in the error
 * @throws TouchpointError STORE_FAILED where the text is no JSON
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(what, 'it is not JSON', cause);
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
