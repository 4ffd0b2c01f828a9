import type { About } from '../../../reports/desk/about-of.ts';

/** @property steady milliseconds since some moment; @property find what is said of a conversation in the queue */
type Parts = { steady(): number; find(conversation: string): Promise<About> };

export type Abouts = {
  of(conversation: string): About | undefined;
  /** Looks up those that are not known, or were a minute ago; forgets all others. Never rejects: what cannot be read is left out until the next time. */
  look(conversations: readonly string[]): Promise<void>;
};

/** The customer may say more, and may be erased. */
const freshMs = 60_000;

export function createAbouts({ steady, find }: Parts): Abouts {
  let known: ReadonlyMap<string, { readonly about: About; readonly at: number }> = new Map();
  return {
    of: (conversation) => known.get(conversation)?.about,
    async look(conversations) {
      const now = steady();
      const found = await Promise.all(
        conversations.map(async (id) => {
          const before = known.get(id);
          if (before && now - before.at < freshMs) return [[id, before]] as const;
          const about = await find(id).catch(() => undefined);
          return about ? ([[id, { about, at: now }]] as const) : [];
        }),
      );
      known = new Map(found.flat());
    },
  };
}
