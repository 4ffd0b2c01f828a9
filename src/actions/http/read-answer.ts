/** Reads the answer to a request: its status, at most 1 MB of JSON, and the part of it that is asked for. */
import type { ActionResult } from '../../dialogs/input.ts';
import { type Value, value } from '../../events/understood.ts';
import { failed } from '../attempt.ts';

const megabyte = 1024 * 1024;

/** 408, 425 and 429 ask to be tried again; other 4xx refuse for good. */
const passing: readonly number[] = [408, 425, 429];

/** `output`: dotted path of what is wanted; the whole answer when `undefined`. */
export async function readAnswer(response: Response, output: string | undefined): Promise<ActionResult> {
  const wrong = wrongStatus(response.status);
  if (wrong) {
    await response.body?.cancel();
    return wrong;
  }
  const text = await readText(response);
  if (text === undefined) return failed('error', 'its answer is larger than 1 MB');
  const answer = text.trim() === '' ? null : parse(text);
  return answer === undefined ? failed('error', 'its answer is not JSON') : part(answer, output);
}

function wrongStatus(status: number): ActionResult | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400)
    return failed('refused', `it was redirected (status ${status}), which is not followed`);
  const isRefusal = status < 500 && !passing.includes(status);
  return failed(isRefusal ? 'refused' : 'error', `it answered with status ${status}`);
}

async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > megabyte) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): Value | undefined {
  try {
    return value.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function part(answer: Value, output: string | undefined): ActionResult {
  const found = (output?.split('.') ?? []).reduce<Value | undefined>(member, answer);
  return found === undefined ? failed('error', `its answer holds no '${output}'`) : { ok: true, output: found };
}

function member(of: Value | undefined, key: string): Value | undefined {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, key)) return undefined;
  return value.parse(Reflect.get(of, key));
}
