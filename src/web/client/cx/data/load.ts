/** Fetches what the pages show. */
import { type Fields, fieldsIn, fieldsOf, textOf } from '../../json/fields.ts';

export type Loaded =
  | { readonly kind: 'loading' | 'signed-out' | 'forbidden' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'known'; readonly fields: Fields };

/** Never rejects. @param path below `/api/cx/`, with its query */
export async function load(path: string): Promise<Loaded> {
  try {
    const response = await fetch(`/api/cx/${path}`, { headers: { accept: 'application/json' } });
    if (response.status === 401) return { kind: 'signed-out' };
    if (response.status === 403) return { kind: 'forbidden' };
    const body = await response.text();
    if (response.ok) return { kind: 'known', fields: fieldsIn(body) };
    return { kind: 'failed', message: textOf(fieldsOf(fieldsIn(body)['error'])['message']) };
  } catch {
    return { kind: 'failed', message: '' };
  }
}

/** Whether the server took what was sent. Never rejects. */
export async function send(path: string, body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const sent = fetch(`/api/cx/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return sent.then(
    ({ ok }) => ok,
    () => false,
  );
}
