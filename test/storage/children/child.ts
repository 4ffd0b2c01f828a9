/** Starts one of the programs of this folder as a process of its own and talks with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type Child = {
  readonly process: ChildProcess;
  /** the next thing it says; rejects with what it wrote to its error output when it ends without saying more */
  next(): Promise<unknown>;
  /** lets a waiting child go on */
  go(): void;
};

/** @param options.blocks soft limit for the size of a file, in blocks of the shell (512 or 1024 bytes) */
export function startChild(program: URL, args: readonly string[], options: { readonly blocks?: number } = {}): Child {
  const command = [process.execPath, '--no-warnings', fileURLToPath(program), ...args];
  const limit = options.blocks === undefined ? '' : `ulimit -S -f ${options.blocks}; `;
  const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], { stdio: [...stdio] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, ...conversation(child) };
}

function conversation(child: ChildProcess): Omit<Child, 'process'> {
  const said: unknown[] = [];
  let errors = '';
  let ended = false;
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  child.on('message', (message) => {
    said.push(message);
    child.emit('said');
  });
  child.on('exit', () => {
    ended = true;
    child.emit('said');
  });
  async function next(): Promise<unknown> {
    while (said.length === 0) {
      if (ended) throw new Error(`the child ended: ${errors}`);
      await once(child, 'said');
    }
    return said.shift();
  }
  return { next, go: () => void child.send('go') };
}
