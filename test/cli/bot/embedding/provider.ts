/** A provider of embeddings on loopback: vectors by what words mean, so that phrases in other words are alike. It can fail in every way that real ones do. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';

export type Fault = 'none' | 'status' | 'hang' | 'garbage' | 'few' | 'widths' | 'twice' | 'reset';

export type FakeProvider = {
  readonly url: string;
  /** what was asked for, request by request */
  readonly asked: { readonly texts: readonly string[]; readonly model: string; readonly key: string | undefined }[];
  fault: Fault;
  stop(): Promise<void>;
};

const meanings: readonly RegExp[] = [
  /refund|money|reimburs|cash|dough/i,
  /order|parcel|package|delivery|consignment/i,
  /password|log ?in|account|sign in|credential/i,
  /human|person|agent|someone|staff|somebody/i,
  /where|when|track|status|arrive|shipped|whereabouts/i,
];
const request = z.object({ model: z.string(), input: z.array(z.string()), encoding_format: z.literal('float') });

export async function startProvider(): Promise<FakeProvider> {
  const server = createServer((incoming, response) => void serve(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const provider: FakeProvider = {
    url: `http://127.0.0.1:${port}/v1`,
    asked: [],
    fault: 'none',
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { model, input } = request.parse(JSON.parse(await readAll(incoming)));
    provider.asked.push({ texts: input, model, key: incoming.headers.authorization });
    const { fault } = provider;
    if (fault === 'hang' || incoming.url !== '/v1/embeddings') return;
    if (fault === 'reset') return void incoming.socket.destroy();
    if (fault === 'status') return void response.writeHead(503).end('{}');
    if (fault === 'garbage') return void response.end('<html>');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', data: spoilt(input.map(entry), fault).reverse(), model }));
  }
}

type Entry = { object: string; index: number; embedding: number[] };

function entry(text: string, index: number): Entry {
  return { object: 'embedding', index, embedding: vectorOf(text) };
}

function spoilt(data: Entry[], fault: Fault): Entry[] {
  if (fault === 'few') data.pop();
  if (fault === 'widths') data[0]?.embedding.push(1);
  if (fault === 'twice') for (const one of data) one.index = 0;
  return data;
}

/** One number for each meaning, and a little of each letter. */
function vectorOf(text: string): number[] {
  const letters = Array.from('etaoin', (letter) => text.split(letter).length / 200);
  return [...meanings.map((meaning) => (meaning.test(text) ? 1 : 0)), ...letters, 0.3];
}
