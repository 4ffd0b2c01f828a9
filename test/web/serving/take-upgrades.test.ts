import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { takeUpgrades } from '../../../src/web/serving/take-upgrades.ts';
import { call } from '../../channels/directline/setup/call.ts';
import { openFrames } from '../../channels/directline/setup/frames.ts';
import { serve } from '../../channels/directline/setup/serve.ts';

test('an open stream keeps nothing of the request that opened it', async () => {
  const served = await serve();
  const server = createServer();
  const requests: WeakRef<IncomingMessage>[] = [];
  server.on('upgrade', (message: IncomingMessage) => void requests.push(new WeakRef(message)));
  const upgraded = takeUpgrades(server, { channel: served.directline, reach: {}, log: quiet });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { body } = await call(`${served.url}/v3/directline/conversations`, { body: {} });
  const stream = new URL(body.streamUrl);
  stream.port = String(port);
  const frames = await openFrames(stream.href);
  await frames.until('hello, I am a machine');
  await collected(requests);
  expect([upgraded.size, served.directline.openSockets()]).toEqual([1, 1]);
  frames.socket.terminate();
  while (upgraded.size > 0) await nextTurn();
  server.close();
  await served.close();
});

const quiet = { info: nothing, warn: nothing, error: nothing };

function nothing(): void {}

const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Collects garbage until these are gone; parts of a request are let go by callbacks of Node that are still to come. */
async function collected(refs: readonly WeakRef<object>[]): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('garbage cannot be collected on demand');
  while (refs.some((ref) => ref.deref())) {
    await nextTurn();
    collect();
  }
}
