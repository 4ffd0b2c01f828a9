/** The built pages, under a stricter policy than any shop will have: not even inline styles. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Situation } from './loopback.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'";

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '': 'text/html; charset=utf-8',
};

const files: Readonly<Record<string, string>> = { '/': '/index.html', '/cx': '/cx.html', '/desk': '/desk.html' };

export async function page({ pages, folder }: Situation, path: string, response: ServerResponse): Promise<void> {
  const body =
    pages.get(path) ??
    (await readFile(join(folder, files[path.replace(/^\/cx\/.*/, '/cx')] ?? path)).catch(() => undefined));
  if (body === undefined) return void response.writeHead(404).end('not found');
  const type = path.startsWith('/api/') ? 'application/json' : (types[extname(path)] ?? 'text/plain');
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
  response.end(body);
}
