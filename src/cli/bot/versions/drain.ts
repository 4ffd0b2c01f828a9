/**
 * Which older programs are still in use: by how many conversations, since when, what holds them, and until when at most.
 */
import { findMove } from '../../../dialogs/moving/find-move.ts';
import type { Hold } from '../../../dialogs/moving/hold.ts';
import { keepsUntil } from '../../../dialogs/moving/lasting.ts';
import type { Program } from '../../../dialogs/program.ts';
import type { Instant } from '../../../events/instant.ts';
import type { ProgramRow, Store } from '../../../runtime/ports.ts';
import { createLives, type Live } from '../../../runtime/turn/live.ts';

/**
 * An older program.
 *
 * @property begunAt when new conversations last began with it
 * @property isReadable this release can read its files
 * @property conversations those in which something may still happen
 * @property moving those that go on with today's program at their next turn
 * @property holds what keeps the others, most conversations first; one conversation may be held by several things
 * @property expiresAt when the last of them gives it up, if its customer stays silent; `null` where nothing holds it
 */
export type Draining = {
  readonly program: string;
  readonly begunAt: Instant;
  readonly isReadable: boolean;
  readonly conversations: number;
  readonly moving: number;
  readonly holds: readonly (Hold & { readonly conversations: number; readonly example: string })[];
  readonly expiresAt: Instant | null;
};

export type Drain = {
  /** the program new conversations begin with; `null` before the first start */
  readonly current: string | null;
  /** latest first */
  readonly older: readonly Draining[];
};

type Given = {
  readonly store: Pick<Store, 'programs' | 'unsettled' | 'load' | 'events'>;
  /** `undefined` where the files are gone or cannot be read */
  readonly programOf: (hash: string) => Promise<Program | undefined>;
  readonly now: Instant;
};

const page = 500;

/** Reads the state of every conversation on an older program, a page at a time. */
export async function drain({ store, programOf, now }: Given): Promise<Drain> {
  const kept = (await store.programs()).toSorted((a, b) => b.since - a.since);
  const [today] = kept;
  if (!today) return { current: null, older: [] };
  const current = await programOf(today.hash);
  const byProgram = await livesByProgram(store, today.hash);
  const rows = [...kept.slice(1), ...unkept(byProgram, kept)];
  const older: Draining[] = [];
  for (const row of rows) {
    const lives = byProgram.get(row.hash) ?? [];
    older.push(drainingOf({ row, lives, own: await programOf(row.hash), current, now }));
  }
  return { current: today.hash, older };
}

/** Programs whose files are gone, though conversations ran on them last. */
function unkept(byProgram: ReadonlyMap<string, readonly Live[]>, kept: readonly ProgramRow[]): readonly ProgramRow[] {
  const known = new Set(kept.map(({ hash }) => hash));
  return [...byProgram.keys()].filter((hash) => !known.has(hash)).map((hash) => ({ hash, since: 0, usedAt: 0 }));
}

async function livesByProgram(store: Given['store'], current: string): Promise<ReadonlyMap<string, readonly Live[]>> {
  const found = new Map<string, Live[]>();
  for (let after = '', isMore = true; isMore; ) {
    const rows = await store.unsettled({ after, limit: page });
    const lives = createLives(store);
    for (const { conversation, program } of rows) {
      const live = program === current ? undefined : await lives.get(conversation);
      if (live) found.set(program, [...(found.get(program) ?? []), live]);
    }
    after = rows.at(-1)?.conversation ?? after;
    isMore = rows.length === page;
  }
  return found;
}

type Measured = {
  readonly row: ProgramRow;
  readonly lives: readonly Live[];
  readonly own: Program | undefined;
  readonly current: Program | undefined;
  readonly now: Instant;
};

function drainingOf({ row, lives, own, current, now }: Measured): Draining {
  const held = lives.flatMap((live) => {
    const holds = own && current ? findMove({ from: own, to: current, state: live.state, at: now }).holds : [];
    return holds.length > 0 && own ? [{ live, holds, until: keepsUntil(own, live.state, live.head.at) }] : [];
  });
  return {
    program: row.hash,
    begunAt: row.usedAt,
    isReadable: own !== undefined,
    conversations: lives.length,
    moving: lives.length - held.length,
    holds: counted(held),
    expiresAt: held.length === 0 ? null : Math.max(...held.map(({ until }) => until)),
  };
}

function counted(held: readonly { readonly live: Live; readonly holds: readonly Hold[] }[]): Draining['holds'] {
  const counts = new Map<string, Draining['holds'][number]>();
  for (const { live, holds } of held) {
    for (const hold of holds) {
      const key = JSON.stringify(hold);
      const known = counts.get(key) ?? { ...hold, conversations: 0, example: live.head.conversation };
      counts.set(key, { ...known, conversations: known.conversations + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.conversations - a.conversations);
}
