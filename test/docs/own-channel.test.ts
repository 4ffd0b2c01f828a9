import { createHmac } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ChannelDoor } from '../../src/channels/contract/channel-door.ts';
import { packageRoot } from '../../src/cli/process/package-root.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { fakeProvider } from '../channels/setup/fake-provider.ts';
import { startStage } from '../channels/setup/stage.ts';

type Pager = { createPager(options: { readonly baseUrl: string; readonly secret: string }): ChannelDoor };
const module = z.custom<Pager>((loaded) => typeof loaded === 'object' && loaded !== null && 'createPager' in loaded);

test('the channel of docs/channels/own.md runs as it stands, in under a hundred lines', async () => {
  const text = await readFile(join(packageRoot, 'docs/channels/own.md'), 'utf8');
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  expect(code.split('\n').length).toBeLessThan(100);
  const file = join(packageRoot, '.cache', 'own-channel.ts');
  await mkdir(join(packageRoot, '.cache'), { recursive: true });
  await writeFile(file, code);
  const { createPager } = module.parse(await import(file));

  const provider = await fakeProvider(() => ({ status: 200, body: {} }));
  const store = await openStore('memory:');
  const stage = await startStage({ store, door: createPager({ baseUrl: provider.url, secret: 'word' }) });
  const post = (id: string, said: string, secret = 'word') => {
    const body = JSON.stringify({ id, number: '+49170', text: said });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return fetch(`${stage.url}/channels/pager`, { method: 'POST', headers: { 'x-pager-signature': signature }, body });
  };
  expect((await post('1', '#colours', 'wrong')).status).toBe(401);
  expect((await post('1', '#colours')).status).toBe(200);
  expect((await post('1', '#colours')).status).toBe(200);
  await stage.pass(1_000);
  await post('2', '2');
  await stage.pass(1_000);
  expect(provider.calls.map(({ body }) => body['text'])).toEqual([
    'Hello.',
    'Which colour?\n1. Red\n2. Blue 🎨',
    'You chose blue.',
  ]);
  await stage.stop();
  await store.close();
  await provider.close();
});
