/** Makes the request of an HTTP action, and refuses one that would go where it must not. */
import type { HttpAction } from './http-schema.ts';
import { asText, fill, fillWith, type Sources } from './template.ts';

export type Built = { readonly url: URL; readonly init: RequestInit } | { readonly refused: string };

/** `hosts`: names of hosts, with or without a port, that requests may go to. */
export function buildRequest(action: HttpAction, sources: Sources, hosts: readonly string[]): Built {
  const path = fillWith(action.url, sources, (value) => (isWhole(value) ? encodeURIComponent(value) : '\0'));
  if (path.includes('\0')) return { refused: 'a value of its address is empty or a way upwards' };
  const url = URL.parse(path);
  if (!url || !/^https?:$/.test(url.protocol)) return { refused: 'its address is not valid' };
  if (!isAllowed(url, action, { sources, hosts }))
    return { refused: `the host ${url.host} is not among the hosts it may ask` };
  for (const [name, value] of Object.entries(action.query ?? {})) {
    const filled = fill(value, sources);
    if (filled !== null && filled !== '') url.searchParams.set(name, asText(filled));
  }
  return { url, init: initOf(action, sources) };
}

/** Values that would change the path's shape are kept out of it. */
function isWhole(value: string): boolean {
  return value.trim() !== '' && value !== '.' && value !== '..';
}

type Allowed = { readonly sources: Sources; readonly hosts: readonly string[] };

function isAllowed(url: URL, action: HttpAction, { sources, hosts }: Allowed): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const names = hosts.map((host) => hostOf(fillWith(host, { ...sources, input: {} }, (text) => text)));
  return names.some((name) => name === url.host || name === url.hostname) && action.url.length > 0;
}

function hostOf(text: string): string {
  return text.includes('://') ? (URL.parse(text)?.host ?? '') : text;
}

function initOf(action: HttpAction, sources: Sources): RequestInit {
  const headers = new Headers({ accept: 'application/json' });
  for (const [name, value] of Object.entries(action.headers ?? {})) headers.set(name, asText(fill(value, sources)));
  if (action.body === undefined) return { method: action.method ?? 'GET', headers };
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return { method: action.method ?? 'POST', headers, body: JSON.stringify(fill(action.body, sources)) };
}
