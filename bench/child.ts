import { spawn } from 'node:child_process';

/** A server in a process of its own, started for a benchmark. */
export type Child = {
  /** the first line it printed, read as JSON */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly startedInMs: number;
  readonly pid: number | undefined;
  stop(): Promise<void>;
};

/** Starts a program with this Node and waits for its first line. What it writes on stderr is shown. */
export async function startChild(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Child> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = await new Promise<string>((done, failed) => {
    let text = '';
    void exited.then(() => failed(new Error(`${args.join(' ')} ended before it was ready`)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
  });
  const startedInMs = performance.now() - begun;
  return {
    ready: JSON.parse(ready),
    startedInMs,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** A text field of what a child printed. */
export function field(child: Child, name: string): string {
  const value = child.ready[name];
  if (typeof value !== 'string') throw new Error(`the child printed no '${name}'`);
  return value;
}
