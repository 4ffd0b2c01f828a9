/**
 * A process among those that share the work: a number, and a lease that it renews. Work it has claimed is its own while the lease runs; when it dies,
 * others take the work over once the lease has run out. What it writes late is fenced by the version of the conversation's row.
 */
import type { Database } from '../database.ts';
import { nowMs, type StatementText } from '../statement-text.ts';

/** Runs out this long after the last renewal: one may fail. */
const leaseMs = 1_500;
const renewMs = 400;

const renewal: StatementText = {
  name: 'renewHolder',
  text: `with old as (delete from holders where until < ${nowMs} - 86400000)
    insert into holders (holder, until) values ($1::bigint, ${nowMs} + ${leaseMs})
    on conflict (holder) do update set until = excluded.until`,
  needsHolder: true,
};
const end: StatementText = {
  name: 'endHolder',
  text: 'delete from holders where holder = $1::bigint',
  needsHolder: true,
};

export type Holder = {
  /** Gives up all that is claimed: others take it at once. */
  end(): Promise<void>;
};

/** @throws TouchpointError STORE_UNAVAILABLE */
export async function holdWork(database: Database): Promise<Holder> {
  await database.ask(renewal, []);
  let isRenewing = false;
  const timer = setInterval(() => {
    if (isRenewing) return;
    isRenewing = true;
    // one that fails is made up for by the next; what cannot be written for longer says so itself
    database.once(renewal, []).then(renewed, renewed);
  }, renewMs);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await database.once(end, []).catch(() => {});
    },
  };

  function renewed(): void {
    isRenewing = false;
  }
}
