/** A provider's server on loopback: it records what it is called with, and answers, fails, hangs or breaks off as the test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
};

/** @property times how often; every call, where it is missing */
export type Fault = {
  on(call: Call): boolean;
  /** `lost`: it is done, and its answer does not arrive */
  readonly kind: 'status' | 'hang' | 'reset' | 'reset-after' | 'lost';
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  times?: number;
};

/** A file that customers send: `bill.pdf`. */
export const bill = Buffer.from('%PDF-1.7\nto be paid');

export type FakeProvider = {
  readonly url: string;
  /** calls that were answered well */
  readonly calls: readonly Call[];
  /** all calls, those that failed among them */
  readonly tried: readonly Call[];
  fail(fault: Fault): void;
  mend(): void;
  close(): Promise<void>;
};

type Answer = {
  readonly status: number;
  readonly body?: object;
  /** instead of JSON */
  readonly bytes?: Buffer;
  readonly headers?: Record<string, string>;
};

export async function fakeProvider(answer: (call: Call) => Answer | Promise<Answer>): Promise<FakeProvider> {
  const calls: Call[] = [];
  const tried: Call[] = [];
  let faults: Fault[] = [];
  const server = createServer(async (request, response) => {
    const call = await read(request);
    tried.push(call);
    const fault = faults.find(({ on, times = 1 }) => times > 0 && on(call));
    if (fault) {
      if (fault.times !== undefined) fault.times -= 1;
      if (fault.kind === 'lost') await answer(call);
      if (fault.kind === 'reset-after') calls.push(call);
      return failing(response, fault);
    }
    const given = await answer(call);
    calls.push(call);
    write(response, given);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    tried,
    fail: (fault) => void faults.push(fault),
    mend: () => {
      faults = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}

function failing(response: ServerResponse, fault: Fault): void {
  if (fault.kind === 'hang') return;
  if (fault.kind === 'status') return write(response, { ...fault, status: fault.status ?? 500 });
  response.destroy();
}

function write(response: ServerResponse, { status, body, bytes, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': bytes ? 'application/octet-stream' : 'application/json', ...headers });
  response.end(bytes ?? (body === undefined ? '' : JSON.stringify(body)));
}
