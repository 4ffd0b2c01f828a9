/** Whom PostgreSQL runs as: it refuses to be root. */
import { userInfo } from 'node:os';
import { run } from './run.ts';

/** `undefined`: as whoever starts it. Root becomes `nobody`, so no account is made on the machine. */
export async function findAccount(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number(await run('id', [flag, 'nobody'], {}))));
  if (uid === undefined || gid === undefined) return undefined;
  return { uid, gid };
}
