/** The desk that docs/desks/webhook.md begins with, as it stands there: a process of its own, beside a server and a customer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished, test } from 'vitest';
import { secret } from '../../desks/webhook/fake-desk.ts';
import { freePort } from '../../postgres/free-port.ts';
import { customerOf, messagesOf, pollPause, root, serve, stopAll, touchpoint } from '../serving.ts';

afterAll(stopAll);

test('the desk of docs/desks/webhook.md serves a customer as it stands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-webhook-'));
  await cp(join(root, 'template'), folder, { recursive: true });
  const port = await freePort();
  const yaml = `desk: { external: { webhook: { url: "http://127.0.0.1:${port}" } } }\n`;
  await writeFile(join(folder, 'touchpoint.yaml'), yaml);
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(await readFile(join(root, 'docs/desks/webhook.md'), 'utf8')) ?? [];
  await writeFile(join(folder, 'desk.mjs'), code);
  const env = { TOUCHPOINT_DESK_SECRET: secret };
  const server = await serve({ args: ['--bot', folder], env });
  const child = spawn(process.execPath, [join(folder, 'desk.mjs')], {
    env: { ...process.env, ...env, BOT: server.url, PORT: String(port) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill();
    await closed;
    await rm(folder, { recursive: true });
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk;
  });
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await pollPause();
  };
  const customer = await customerOf(server.url);
  const hears = async (text: string) =>
    (await messagesOf(server.url, customer.conversation)).some((one) => one.text?.includes(text));

  const checks = async () => (await touchpoint(['channels', 'check', 'webhook', '--bot', folder], { env })).out;
  while (!(await checks()).includes('the desk takes what it is told')) await pollPause();
  await customer.post('can I talk to a person?');
  await until(() => hears('Ana is here now'));
  await until(() => shown.includes('Why a person: asked for'));
  await customer.post('my table is gone');
  await until(() => shown.includes('customer: my table is gone'));
  child.stdin.write('I look for it.\n');
  await until(() => hears('I look for it.'));
  child.stdin.write('done\n');
  // with a person there the bot keeps silent
  await until(async () => (await customer.say('are you there?')).length > 0);
}, 90_000);
