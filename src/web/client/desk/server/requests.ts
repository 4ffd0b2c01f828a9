/** Asks the server. Never rejects: without a line the status is 0. */
import { type Fields, fieldsIn, fieldsOf, textOf } from '../../json/fields.ts';

/** @property problem what to tell the agent; '' where all is well */
export type Answer = { readonly status: number; readonly body: Fields; readonly problem: string };

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer> {
  const content = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  return answered(path, { method, ...content });
}

async function answered(path: string, asked: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(path, asked);
    const read = fieldsIn(await response.text());
    const problem = response.ok
      ? ''
      : textOf(fieldsOf(read['error'])['message']) || `The server answered ${response.status}.`;
    return { status: response.status, body: read, problem };
  } catch {
    return { status: 0, body: {}, problem: 'The server cannot be reached. It is tried again.' };
  }
}

/** What an agent does with a conversation. */
export function act(conversation: string, verb: string, body: object = {}): Promise<Answer> {
  return ask('POST', `/api/desk/conversations/${encodeURIComponent(conversation)}/${verb}`, body);
}

/** Sends a file to the customer; the same `key` is said once. */
export function actFile(conversation: string, file: File, key: string): Promise<Answer> {
  const path = `/api/desk/conversations/${encodeURIComponent(conversation)}/files?idempotencyKey=${key}`;
  const headers = {
    'content-type': file.type || 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  return answered(path, { method: 'POST', headers, body: file });
}
