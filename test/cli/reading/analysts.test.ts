/** Who only reads figures sees dots for words where the business wants it so; whoever works with customers sees the words. */
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { customerOf, root, type Server, serve, stopAll, touchpoint } from '../serving.ts';

let server: Server;
let folder: string;
let conversation: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-analysts-'));
  await cp(join(root, 'template'), folder, { recursive: true });
  await appendFile(join(folder, 'touchpoint.yaml'), '\nanalysts: { words: masked }\n');
  server = await serve({ args: ['--bot', folder] });
  const customer = await customerOf(server.url);
  conversation = customer.conversation;
  await customer.say('my name is Ines Peralta, call 0151 2345678');
}, 120_000);
afterAll(async () => {
  await stopAll();
  await rm(folder, { recursive: true, force: true });
});

/** What somebody of a role is given of the conversation, wherever words may stand. */
async function seenAs(role: string): Promise<string> {
  const made = await touchpoint(['token', 'add', role, '--role', role, '--data', server.data]);
  const headers = { authorization: `Bearer ${made.out.trim().split('\n').at(-1)}` };
  const get = async (path: string) => (await fetch(`${server.url}/api/cx/${path}`, { headers })).text();
  let cases: readonly { readonly case: string }[] = [];
  while (cases.length === 0) ({ cases } = JSON.parse(await get('cases')));
  const paths = [`conversations/${conversation}`, `cases/${cases[0]?.case}`, 'report', 'cases', 'reviews', 'journey'];
  return (await Promise.all(paths.map(get))).join('\n');
}

it('an analyst sees what happened in a conversation, and no word of it', async () => {
  const seen = await seenAs('analyst');
  expect(seen).not.toMatch(/Ines|Peralta|2345678|call/);
  expect(seen).toContain('••• ••• •••');
  expect(seen).toContain('"schema":"conversation/1"');
}, 60_000);

it('a supervisor sees the words', async () => {
  expect(await seenAs('supervisor')).toContain('my name is Ines Peralta');
}, 60_000);
