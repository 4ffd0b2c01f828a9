import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fetchFile, type Wanted } from '../../../../src/channels/contract/files/fetch-file.ts';
import { isPublicAddress } from '../../../../src/channels/contract/files/public-address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const wanted = (url: string, more: Partial<Wanted> = {}): Wanted => ({
  url,
  maxBytes: 1_000,
  timeoutMs: 5_000,
  ...more,
});

test("only addresses that are anybody's on the Internet are public", () => {
  const isPublic = ['93.184.216.34', '1.1.1.1', '2606:2800:220:1::1'];
  const isNot = [
    ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', '2001:db8::1', 'nonsense', ''],
  ];
  expect([...isPublic, ...isNot].filter(isPublicAddress)).toEqual(isPublic);
});

test('an origin that is configured is called, wherever it is', async () => {
  const origin = await serving((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
  });
  const fetched = await fetchFile(wanted(`${origin}/bill.pdf`, { trusted: origin }));
  expect(fetched).toEqual({ kind: 'fetched', bytes: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' });
});

test('nothing else on this machine or its network is called, however it is written', async () => {
  let calls = 0;
  const origin = await serving((_request, response) => {
    calls += 1;
    response.end('secret');
  });
  const { port } = new URL(origin);
  for (const url of [
    `${origin}/`,
    `http://localhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    `https://user:word@127.0.0.1:${port}/`,
    'https://localhost/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'nonsense',
  ])
    expect([url, await fetchFile(wanted(url, { trusted: 'http://127.0.0.1:1' }))]).toEqual([
      url,
      { kind: 'refused', why: 'address' },
    ]);
  expect(calls).toBe(0);
});

test('a name is looked up once, and one bad address among good ones is enough', async () => {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
  };
  expect(await fetchFile(wanted('https://files.example/a', { resolve }))).toEqual({ kind: 'refused', why: 'address' });
  expect(asked).toEqual(['files.example']);
});

test('a redirect is looked at like the first address, and there are three at most', async () => {
  const places: Record<string, string> = { '/out': 'http://127.0.0.1:1/', '/round': '/round', '/here': '/file' };
  const origin = await serving(({ url = '' }, response) => {
    const location = places[url];
    response.writeHead(location ? 302 : 200, location ? { location } : {}).end('hello');
  });
  const at = (path: string) => fetchFile(wanted(`${origin}${path}`, { trusted: origin }));
  expect(await at('/here')).toMatchObject({ kind: 'fetched' });
  expect(await at('/out')).toEqual({ kind: 'refused', why: 'address' });
  expect(await at('/round')).toEqual({ kind: 'refused', why: 'redirects' });
});

test('what is too large is not read to its end, and what takes too long is given up', async () => {
  const origin = await serving(({ url }, response) => {
    if (url === '/slow') return void response.write('a');
    const more = () => {
      while (response.write('x'.repeat(10_000)));
      response.once('drain', more);
    };
    more();
  });
  const at = (path: string, timeoutMs: number) => fetchFile(wanted(`${origin}${path}`, { trusted: origin, timeoutMs }));
  expect(await at('/endless', 20_000)).toEqual({ kind: 'refused', why: 'too large' });
  expect(await at('/slow', 100)).toEqual({ kind: 'refused', why: 'failed' });
});
