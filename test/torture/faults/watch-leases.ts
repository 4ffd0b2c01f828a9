import { setTimeout } from 'node:timers/promises';
import type { Journal } from '../outside/journal.ts';
import type { Engine } from './engine.ts';

/** A process that has not renewed its lease this long before it runs out may lose it before this is seen. */
const shortMs = 500;
const lookMs = 100;

/**
 * Writes down when a process lost its lease: what it did then, others may do again. A machine that is busy enough stops any process for so long, and
 * nobody is to blame. The returned function ends it.
 */
export function watchLeases(engine: Engine, journal: Journal): () => Promise<void> {
  if (engine.kind === 'sqlite') return async () => {};
  const living = new Set<string>();
  let isWatching = true;
  const watching = watch();
  return async () => {
    isWatching = false;
    await watching;
  };

  async function watch(): Promise<void> {
    while (isWatching) {
      await look().catch(() => journal.write({ what: 'fault', fault: 'lease', about: 'nobody can tell' }));
      await setTimeout(lookMs);
    }
  }

  async function look(): Promise<void> {
    const rows = await engine.ask(
      `select holder::text, until > extract(epoch from clock_timestamp()) * 1000 + ${shortMs} as lives from holders`,
    );
    const now = new Map(rows.map(({ holder, lives }) => [String(holder), lives === true]));
    for (const [holder, lives] of now) {
      if (lives) living.add(holder);
      else if (living.delete(holder)) journal.write({ what: 'fault', fault: 'lease', about: holder });
    }
  }
}
