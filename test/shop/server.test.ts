import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

type Started = { readonly child: ChildProcess; readonly line: { readonly ready: boolean; readonly url: string } };

async function start(env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['shop/server.ts'], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const text of createInterface({ input: child.stdout })) {
    const line: Started['line'] = JSON.parse(text);
    return { child, line };
  }
  throw new Error('The shop ended before it was ready.');
}

describe('the shop as a process', () => {
  it('says once that it is ready, answers its health check, and ends well on SIGTERM', async () => {
    const { child, line } = await start();
    expect(line).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    expect((await fetch(`${line.url}/healthz`)).status).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('ends with its parent: when its standard input is closed', async () => {
    const { child, line } = await start();
    const hanging = fetch(`${line.url}/healthz`);
    await hanging;
    const ended = once(child, 'exit');
    child.stdin?.end();
    expect(await ended).toEqual([0, null]);
  });

  it('says so and ends with 1 when its port is taken', async () => {
    const first = await start();
    const child = spawn(process.execPath, ['shop/server.ts'], {
      env: { ...process.env, PORT: new URL(first.line.url).port },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const [[code], [message]] = await Promise.all([once(child, 'exit'), once(child.stderr, 'data')]);
    expect(code).toBe(1);
    expect(String(message)).toContain('EADDRINUSE');
    const ended = once(first.child, 'exit');
    first.child.kill('SIGTERM');
    await ended;
  });
});
