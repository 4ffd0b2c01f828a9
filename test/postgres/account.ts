/** Whom PostgreSQL runs as: it refuses to be root. */
import { userInfo } from 'node:os';
import { run } from './run.ts';

/** `undefined`: as whoever starts it. Root becomes `nobody`, so that no account is made on the machine and none that owns anything is used. */
export async function findAccount(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  return { uid: Number(await run('id', ['-u', 'nobody'], {})), gid: Number(await run('id', ['-g', 'nobody'], {})) };
}
