/**
 * What other processes did: told by the database at once where it can, and looked for again and again in any case.
 */
import pg from 'pg';
import { channel } from '../commit/commit-statement.ts';
import { connectionOf } from '../database.ts';

/** Conversations that others have moved; `undefined`: anything may have happened. */
export type Change = readonly string[] | undefined;

/** Without any notice, work and changes are found within this time. */
const pollMs = 500;

/**
 * Calls `changed` until the returned function is called.
 *
 * @param holder of this process, whose own notices say nothing new
 */
export function hearChanges(url: string, holder: number, changed: (change: Change) => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let isStopped = false;
  const timer = setInterval(() => {
    changed(undefined);
    if (!client) void connect();
  }, pollMs);
  void connect();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await client?.end().catch(() => {});
  };

  async function connect(): Promise<void> {
    const next = new pg.Client(connectionOf(url, []));
    client = next;
    next.on('error', () => leave(next));
    next.on('end', () => leave(next));
    next.on('notification', ({ payload = '' }) => notice(payload));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (isStopped) await next.end();
    } catch {
      leave(next);
      next.end().catch(() => {});
    }
  }

  function leave(one: pg.Client): void {
    if (client === one) client = undefined;
  }

  function notice(payload: string): void {
    const end = payload.indexOf(':');
    const conversations = payload.slice(end + 1);
    if (isStopped || Number(payload.slice(0, end)) === holder) return;
    changed(conversations === '' ? undefined : conversations.split(' '));
  }
}
