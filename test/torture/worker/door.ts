/** Where customers' messages come in: answered only after the commit that holds them. And where the driver turns the process's clock. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { TouchpointError } from '../../../src/errors/touchpoint-error.ts';
import type { Runtime } from '../../../src/runtime/door.ts';

const said = z.object({ conversation: z.string(), id: z.string(), text: z.string(), at: z.number() });
const control = z.object({ offsetMs: z.number(), isLast: z.boolean() });

/**
 * @property turn sets the clock; at last, when nobody talks any more, it waits until what is due was handled
 * @property isEarly acknowledges before anything is stored: a fault on purpose
 */
type Given = {
  readonly runtime: Runtime;
  readonly turn: (to: z.infer<typeof control>) => Promise<void>;
  readonly isEarly: boolean;
};
type Answer = { readonly code: number; readonly status: string };

/** @returns its port on loopback */
export async function openDoor(given: Given): Promise<number> {
  const server = createServer((request, response) => {
    void answer(given, request).then(({ code, status }) => {
      if (!response.destroyed) response.writeHead(code).end(JSON.stringify({ status }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answer({ runtime, turn, isEarly }: Given, request: IncomingMessage): Promise<Answer> {
  try {
    const body: unknown = JSON.parse(await text(request));
    if (request.url === '/clock') return await turn(control.parse(body)).then(() => ok('turned'));
    const taken = take(runtime, said.parse(body));
    if (!isEarly) return await taken;
    taken.catch(() => {});
    return ok('handled');
  } catch (error) {
    return { code: 503, status: error instanceof TouchpointError ? error.code : String(error) };
  }
}

async function take(runtime: Runtime, { conversation, id, text: words, at }: z.infer<typeof said>): Promise<Answer> {
  const channel = 'push';
  if (words === 'open') {
    const opening = {
      conversation,
      channel,
      address: conversation,
      entryPoint: 'default',
      customer: `k-${conversation}`,
    };
    return ok(await runtime.open({ ...opening, locale: 'en' }));
  }
  const message = { channel, account: 'a', providerId: id, conversation, receivedAt: at, text: words };
  const { status } = await runtime.receive({ ...message, via: 'text' });
  return status === 'unknown' ? { code: 404, status } : ok(status);
}

function ok(status: string): Answer {
  return { code: 200, status };
}
