/**
 * The versions of a bot in a running process: today's, which can be replaced between two turns, and older ones, made ready when a conversation on them
 * moves.
 */
import type { LoadedActions } from '../../../actions/load-actions.ts';
import type { Program } from '../../../dialogs/program.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Bot, Bots, Clock, RunAction, Store } from '../../../runtime/ports.ts';

/** A version that is ready to become today's. */
export type Fresh = {
  readonly program: Program;
  readonly understand: Bot['understand'];
  readonly files: readonly SourceFile[];
  readonly actions: LoadedActions;
};

export type LiveBots = Bots & {
  /** by the code of today, whatever program asks */
  readonly run: RunAction;
  /** hash of today's program */
  hash(): string;
  /**
   * Keeps the files of the version, and makes it today's at once. Turns that run finish on theirs. A version that no turn has ever asked for is not
   * kept: who edits saves often.
   */
  replace(fresh: Fresh): Promise<void>;
};

type Given = {
  readonly store: Pick<Store, 'saveProgram' | 'programFiles' | 'removeProgram'>;
  readonly clock: Pick<Clock, 'now'>;
  /** makes an older version ready */
  readonly readVersion: (hash: string, actions: LoadedActions) => Promise<Bot | undefined>;
};

/** A version is as large as the files of the bot, read; conversations on more old ones than this take turns. */
const mostOlder = 8;

/** @throws TouchpointError STORE_… when the files could not be kept */
export async function createBots({ store, clock, readVersion }: Given, first: Fresh): Promise<LiveBots> {
  const older = new Map<string, Promise<Bot | undefined>>();
  let today = await save(first);
  let isUsed = false;
  return {
    current() {
      isUsed = true;
      return today.bot;
    },
    hash: () => today.bot.program.hash,
    run: (call) => today.actions.run(call),
    version(hash) {
      const bot = older.get(hash) ?? readVersion(hash, today.actions);
      remember(hash, bot);
      return bot;
    },
    async replace(fresh) {
      const next = await save(fresh);
      const before = today;
      const isKept = isUsed || !before.isNew;
      [today, isUsed] = [next, false];
      older.delete(fresh.program.hash);
      if (isKept) remember(before.bot.program.hash, Promise.resolve(before.bot));
      else await store.removeProgram(before.bot.program.hash);
    },
  };

  async function save({ program, understand, files, actions }: Fresh) {
    const since = clock.now();
    const isNew = (await store.programFiles(program.hash)) === undefined;
    await store.saveProgram({ hash: program.hash, files: JSON.stringify(files), at: since });
    return { bot: { program, understand, since }, actions, isNew };
  }

  /** What could not be read now is tried again the next time. */
  function remember(hash: string, bot: Promise<Bot | undefined>): void {
    older.delete(hash);
    older.set(hash, bot);
    bot.catch(() => older.delete(hash));
    const [oldest = ''] = older.keys();
    if (older.size > mostOlder) older.delete(oldest);
  }
}
