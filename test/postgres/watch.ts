/**
 * Cleans up after this process has ended in a way that leaves it no time to, as SIGKILL does: a shell waits for the end of a pipe that only this process
 * holds open.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Ten seconds at most: where nobody collects the dead, they look alive for ever. */
const script = `read -r _
pid=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$pid" &&
for try in $(seq 100); do kill -0 "$pid" || break; sleep 0.1; done
rm -rf "$1"`;

/**
 * Once this process has gone, the PostgreSQL in `folder` is stopped, if one runs, and the folder is removed.
 *
 * @returns `release` ends the watch
 */
export function watch(folder: string): { readonly release: () => Promise<void> } {
  const shell = spawn('sh', ['-c', script, 'sh', folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const gone = once(shell, 'exit');
  return {
    release: async () => {
      shell.kill();
      await gone;
    },
  };
}
