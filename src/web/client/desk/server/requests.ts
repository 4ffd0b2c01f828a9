/** Asks the server. Never rejects: without a line the status is 0. */
import { type Fields, fieldsIn, fieldsOf, textOf } from '../../json/fields.ts';

/** @property problem what to tell the agent; '' where all is well */
export type Answer = { readonly status: number; readonly body: Fields; readonly problem: string };

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer> {
  const content = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  try {
    const response = await fetch(path, { method, ...content });
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
