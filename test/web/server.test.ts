import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { call } from '../channels/directline/setup/call.ts';
import { openFrames } from '../channels/directline/setup/frames.ts';
import { serve } from '../channels/directline/setup/serve.ts';

describe('health', () => {
  test('says that the process lives and whether it takes messages', async () => {
    const reasons: string[] = [];
    const served = await serve({ web: { notReady: async () => reasons } });
    expect((await call(`${served.url}/healthz`)).status).toBe(200);
    const ready = await call(`${served.url}/readyz`);
    expect([ready.status, ready.body]).toEqual([200, { ready: true }]);
    reasons.push('the database is read-only');
    const unready = await call(`${served.url}/readyz`);
    expect([unready.status, unready.body]).toEqual([503, { ready: false, reasons: ['the database is read-only'] }]);
    expect((await call(`${served.url}/healthz`)).status).toBe(200);
    await served.close();
  });
});

describe('an edit that was not taken', () => {
  test('leaves the server ready, and is told with its problems on this machine', async () => {
    const problem = {
      file: 'dialogs/a.yaml',
      line: 7,
      column: 10,
      endLine: 7,
      endColumn: 13,
      code: 'DIALOG_UNKNOWN_SLOT',
      severity: 'error',
      message: 'no such slot',
    } as const;
    const served = await serve({ web: { rejectedEdit: () => ({ at: 0, problems: [problem] }) } });
    const { status, body } = await call(`${served.url}/readyz`);
    expect(status).toBe(200);
    expect(body).toEqual({
      ready: true,
      rejectedEdit: { at: '1970-01-01T00:00:00.000Z', errors: 1, problems: [problem] },
    });
    const [answer] = await once(get(`${served.url}/readyz`, { headers: { host: 'shop.example' } }), 'response');
    expect(JSON.parse(await readText(answer)).rejectedEdit).toEqual({ at: '1970-01-01T00:00:00.000Z', errors: 1 });
    await served.close();
  });
});

describe('metrics', () => {
  test('count turns, their latency, answers and sockets', async () => {
    const served = await serve();
    const base = `${served.url}/v3/directline/conversations`;
    const { body } = await call(base, { body: {} });
    const frames = await openFrames(body.streamUrl);
    await frames.until('hello, I am a machine');
    for (const text of ['a', 'b'])
      await call(`${base}/${body.conversationId}/activities`, { body: { type: 'message', text } });
    await call(`${base}/nothing`);
    const { text, headers } = await call(`${served.url}/metrics`);
    expect(headers.get('content-type')).toContain('version=0.0.4');
    const value = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    expect(value('touchpoint_turns_total')).toBe(2);
    expect(value('touchpoint_turn_seconds_count')).toBe(2);
    expect(value('touchpoint_turn_seconds_bucket{le="0.005"}')).toBe(2);
    expect(value('touchpoint_turn_seconds_bucket{le="+Inf"}')).toBe(2);
    expect(value('touchpoint_http_answers_total{status="404"}')).toBe(1);
    expect(value('touchpoint_open_sockets')).toBe(1);
    expect(value('touchpoint_outbox_lag_seconds')).toBe(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(text.endsWith('\n')).toBe(true);
    await served.close();
  });
});

describe('addresses', () => {
  test('that do not exist are 404, and methods they do not take 405, as JSON', async () => {
    const served = await serve();
    const nowhere = await call(`${served.url}/nowhere`, { body: {} });
    expect([nowhere.status, nowhere.body.error.code]).toEqual([404, 'NOT_FOUND']);
    const wrong = await call(`${served.url}/healthz`, { body: {} });
    expect([wrong.status, wrong.body.error.code, wrong.headers.get('allow')]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      expect.stringContaining('GET'),
    ]);
    await served.close();
  });

  test('whose answer fails unexpectedly say so without details, and the log has them', async () => {
    const notReady = async () => {
      throw new Error('password is swordfish');
    };
    const served = await serve({ web: { notReady } });
    const answer = await call(`${served.url}/readyz`);
    expect([answer.status, answer.body.error.code]).toEqual([500, 'INTERNAL']);
    expect(answer.text).not.toContain('swordfish');
    expect(served.logged).toContain('a request failed');
    await served.close();
  });

  test('that are taken by another program are told with a fix', async () => {
    const first = await serve();
    const port = Number(new URL(first.url).port);
    await expect(serve({ web: { config: { host: '127.0.0.1', port } } })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(String(port)),
      fix: expect.stringContaining('--port'),
    });
    await first.close();
  });
});

describe('closing', () => {
  test('finishes what runs, sends it, and then takes nothing more', async () => {
    const gate = Promise.withResolvers<string>();
    const arrived = Promise.withResolvers<void>();
    const notReady = async () => {
      arrived.resolve();
      return [await gate.promise];
    };
    const served = await serve({ web: { notReady } });
    const running = call(`${served.url}/readyz`);
    await arrived.promise;
    const closed = served.close();
    gate.resolve('busy');
    const answer = await running;
    expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close']);
    await closed;
    await expect(call(`${served.url}/healthz`)).rejects.toThrow();
  });

  test('does not wait for connections that say nothing', async () => {
    const served = await serve();
    const idle = connect(Number(new URL(served.url).port), '127.0.0.1');
    const hungUp = new Promise((resolve) => idle.once('close', resolve));
    await call(`${served.url}/healthz`);
    const closed = served.close();
    served.wall.advance(8000);
    await Promise.all([closed, hungUp]);
  });

  test('cuts a client that does not let go of its WebSocket', async () => {
    const served = await serve();
    const { body } = await call(`${served.url}/v3/directline/conversations`, { body: {} });
    const frames = await openFrames(body.streamUrl);
    await frames.until('hello, I am a machine');
    frames.socket.pause();
    const closed = served.close();
    served.wall.advance(8000);
    await closed;
    frames.socket.terminate();
  });
});

test('a caller who goes away breaks off what is made for them, and is no failure', async () => {
  const asked = Promise.withResolvers<AbortSignal>();
  const served = await serve({
    web: {
      accounts: { ...memoryStore(), tokenOwner: async () => ({ name: 'nightly', role: 'analyst', team: null }) },
      read: (_asked, gone) =>
        new Promise((_resolve, reject) => {
          gone.addEventListener('abort', () => reject(gone.reason));
          asked.resolve(gone);
        }),
    },
  });
  const caller = new AbortController();
  const headers = { authorization: 'Bearer any' };
  const answer = fetch(`${served.url}/api/cx/report`, { headers, signal: caller.signal });
  const gone = await asked.promise;
  expect(gone.aborted).toBe(false);
  const noticed = once(gone, 'abort');
  caller.abort();
  await expect(answer).rejects.toThrow();
  await noticed;
  await served.close();
  expect(served.logged).toEqual([]);
});
