/** A process under torment: started, killed, stopped and let go on; whenever it ends it is started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Journal } from '../outside/journal.ts';
import type { Orders } from '../worker/orders.ts';

const program = fileURLToPath(new URL('../worker/worker.ts', import.meta.url));
/** What a process has compiled the next need not: it starts in a third of the time. */
const compileCache = join(tmpdir(), 'node-compile-cache');
const greeting = z.object({ port: z.number() });

/** @property kill where it shall kill itself; @property blocks largest file it may write, in units of 512 bytes */
export type How = { readonly kill?: Orders['kill']; readonly blocks?: number };

export type Process = {
  readonly name: string;
  /** address of its door, while it is open */
  url(): string | undefined;
  /** Ends it with SIGKILL; it starts again as told, and this resolves when its door is open. */
  restart(how: How): Promise<void>;
  /** Starts it anew where it is told to kill itself, or may not write. */
  calm(): Promise<void>;
  /** Nothing of it moves for this long (SIGSTOP). */
  pause(ms: number): Promise<void>;
  /** Turns its clock; at last, it resolves when what is due was handled. */
  turn(offsetMs: number, isLast: boolean): Promise<void>;
  /** Ends it in good order; resolves with whether it did. */
  end(): Promise<boolean>;
};

type Given = {
  readonly orders: Omit<Orders, 'kill' | 'offsetMs'>;
  /** where what it says on standard error is kept */
  readonly folder: string;
  readonly journal: Journal;
};

/** Resolves when its door is open. */
export async function startProcess({ orders, folder, journal }: Given): Promise<Process> {
  const { name } = orders;
  let url: string | undefined;
  let offsetMs = 0;
  let isEnding = false;
  let next: How = {};
  let now: How = {};
  let running: ChildProcess = begin();
  void live();
  await untilOpen();
  return {
    name,
    url: () => url,
    restart,
    async calm() {
      await untilOpen();
      if (now.kill || now.blocks !== undefined) await restart({});
    },
    async pause(ms) {
      const paused = running;
      paused.kill('SIGSTOP');
      await setTimeout(ms);
      paused.kill('SIGCONT');
    },
    async turn(to, isLast) {
      offsetMs = to;
      const body = JSON.stringify({ offsetMs, isLast });
      await fetch(`${url}/clock`, { method: 'POST', body, signal: AbortSignal.timeout(30_000) }).catch(() => {});
    },
    async end() {
      isEnding = true;
      const gone = once(running, 'exit');
      running.kill('SIGTERM');
      const late = globalThis.setTimeout(() => running.kill('SIGKILL'), 20_000);
      const [code] = await gone;
      clearTimeout(late);
      return code === 0;
    },
  };

  async function restart(how: How): Promise<void> {
    next = how;
    url = undefined;
    running.kill('SIGKILL');
    await untilOpen();
  }

  async function live(): Promise<void> {
    for (;;) {
      const [code, signal] = await once(running, 'exit');
      const wasOpen = url !== undefined;
      url = undefined;
      if (isEnding) return;
      if (signal === 'SIGKILL') journal.write({ what: 'fault', fault: 'killed', about: name });
      else if (wasOpen) journal.write({ what: 'fault', fault: 'crashed', about: `${name} ${code ?? signal}` });
      await setTimeout(wasOpen ? 0 : 200);
      running = begin();
    }
  }

  function begin(): ChildProcess {
    now = next;
    next = {};
    const { kill = null, blocks } = now;
    const args = [program, JSON.stringify({ ...orders, kill, offsetMs })];
    const said = openSync(join(folder, `${name}.log`), 'a');
    const limit = `ulimit -S -f ${blocks ?? 'unlimited'}; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', limit, process.execPath, ...args], {
      stdio: ['pipe', 'pipe', said],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    });
    closeSync(said);
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (child === running) url = `http://127.0.0.1:${greeting.parse(JSON.parse(line)).port}`;
      });
    return child;
  }

  async function untilOpen(): Promise<void> {
    while (url === undefined && !isEnding) await setTimeout(20);
  }
}
