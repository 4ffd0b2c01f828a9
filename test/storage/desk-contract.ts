import { describe, expect, test } from 'vitest';
import type { HandoffRow, PresenceRow } from '../../src/runtime/ports/desk.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { commit, start } from './samples.ts';

const row = (conversation: string, since: number, change: Partial<HandoffRow> = {}): HandoffRow => ({
  conversation,
  handoff: 'h1',
  team: 'returns',
  reason: 'asked-for',
  since,
  agent: null,
  version: 1,
  meantFor: null,
  offered: null,
  ...change,
});

/** What every store must do for the desk. */
export function deskContract(the: () => Store): void {
  describe('the desk', () => {
    test('who waits is written with the turn, oldest first, and gone with the turn that ends it', async () => {
      await the().commit(commit({ conversation: 'late', handoff: row('late', start + 9) }));
      await the().commit(commit({ conversation: 'early', handoff: row('early', start, { team: null }) }));
      expect(await the().handoffs()).toEqual([row('early', start, { team: null }), row('late', start + 9)]);
      await the().commit(commit({ conversation: 'late', version: 2 }));
      const held = row('early', start, { agent: 'a', version: 2, meantFor: 'Bo', offered: 'b' });
      await the().commit(commit({ conversation: 'early', version: 2, handoff: held }));
      expect(await the().handoffs()).toEqual([held, row('late', start + 9)]);
      await the().commit(commit({ conversation: 'early', version: 3, handoff: null }));
      expect(await the().handoffs()).toEqual([row('late', start + 9)]);
    });

    test('a commit that conflicts leaves the queue as it was', async () => {
      await the().commit(commit({ handoff: row('c1', start) }));
      expect(await the().commit(commit({ version: 5, handoff: null }))).toBe('conflict');
      expect(await the().handoffs()).toHaveLength(1);
    });

    test('one process at a time takes conversations for an agent, and one that is dead holds nobody up', async () => {
      expect(await the().reach('a', { now: start, until: start + 5 })).toBe(false);
      await the().setPresence({ agent: 'a', name: 'Ana', team: null, state: 'online', seenAt: start });
      const lease = (now: number) => the().reach('a', { now, until: now + 5 });
      expect((await Promise.all([lease(start), lease(start)])).toSorted()).toEqual([false, true]);
      expect(await lease(start + 4)).toBe(false);
      await the().letGo('a', start + 9);
      expect(await lease(start + 4)).toBe(false);
      expect(await lease(start + 5)).toBe(true);
      await the().setPresence({ agent: 'a', name: 'Ana', team: null, state: 'away', seenAt: start });
      expect(await lease(start + 6)).toBe(false);
      await the().letGo('a', start + 10);
      expect(await lease(start + 6)).toBe(true);
    });

    test('each agent has one presence, and those not seen for long are nobody', async () => {
      const ana: PresenceRow = { agent: 'a', name: 'Ana', team: null, state: 'online', seenAt: start };
      await the().setPresence({ ...ana, agent: 'b', team: 'returns' });
      await the().setPresence(ana);
      await the().setPresence({ ...ana, state: 'away', seenAt: start + 5 });
      expect(await the().presences(start - 1)).toEqual([
        { ...ana, state: 'away', seenAt: start + 5 },
        { ...ana, agent: 'b', team: 'returns' },
      ]);
      expect(await the().presences(start)).toHaveLength(1);
    });
  });
}
