/**
 * A process among several on one store: it hears when others have moved a conversation, and takes over what they left when they ended.
 */
import type { Log, Sharing, Store } from './ports.ts';
import type { Lives } from './turn/live.ts';
import type { Mailboxes } from './turn/mailboxes.ts';

type Given = {
  readonly store: Pick<Store, 'sharing'>;
  readonly lives: Pick<Lives, 'forget'>;
  readonly mailboxes: Pick<Mailboxes, 'holding' | 'release'>;
  /** looks for work that nobody has any more */
  readonly takeOver: () => Promise<void>;
  readonly log: Log;
};

export type Shared = {
  /** Calls `moved` when another process may have moved the conversation. The returned function ends it. */
  watch(conversation: string, moved: () => void): () => void;
  stop(): void;
};

/** Where the process is alone, nothing ever moves from outside. */
export function shareWork({ store: { sharing }, lives, mailboxes, takeOver, log }: Given): Shared {
  const watched = new Map<string, Watched>();
  let isLooking = false;
  const stop = sharing?.listen((conversations) => {
    if (conversations) for (const conversation of conversations) moved(conversation);
    else if (!isLooking) void look(sharing);
  });
  return {
    watch(conversation, tell) {
      const entry = watched.get(conversation) ?? { version: 0, tells: new Set() };
      entry.tells.add(tell);
      watched.set(conversation, entry);
      return () => {
        entry.tells.delete(tell);
        if (entry.tells.size === 0 && watched.get(conversation) === entry) watched.delete(conversation);
      };
    },
    stop: () => stop?.(),
  };

  function moved(conversation: string): void {
    lives.forget(conversation);
    mailboxes.release(conversation);
    for (const tell of watched.get(conversation)?.tells ?? []) tell();
  }

  /** Finds out by itself what no notice told. */
  async function look(from: Sharing): Promise<void> {
    isLooking = true;
    try {
      for (const conversation of mailboxes.holding()) moved(conversation);
      if (watched.size > 0) for (const [id, version] of await from.versions([...watched.keys()])) note(id, version);
      await takeOver();
    } catch (error) {
      log.warn({ error }, 'what other processes did could not be seen; it will be looked for again');
    } finally {
      isLooking = false;
    }
  }

  function note(conversation: string, version: number): void {
    const entry = watched.get(conversation);
    if (!entry || entry.version === version) return;
    entry.version = version;
    for (const tell of entry.tells) tell();
  }
}

type Watched = { version: number; readonly tells: Set<() => void> };
