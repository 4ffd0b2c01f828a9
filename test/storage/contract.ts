/** What every store must do, whatever it is made of. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/runtime/ports.ts';
import { accountsContract } from './accounts-contract.ts';
import { deskContract } from './desk-contract.ts';
import { personsContract } from './persons-contract.ts';
import { commit, message, sealed, start, turn } from './samples.ts';
import { uploadsContract } from './uploads-contract.ts';
import { workContract } from './work-contract.ts';

/** @param open gives an empty store */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    turnContract(() => store);
    eventContract(() => store);
    groupContract(() => store);
    workContract(() => store);
    personsContract(() => store);
    accountsContract(() => store);
    deskContract(() => store);
    uploadsContract(() => store);
  });
}

function turnContract(the: () => Store): void {
  test('a conversation nobody began is not there', async () => {
    expect(await the().load('c1')).toBeUndefined();
    expect(await the().events('c1', { after: 0 })).toEqual([]);
  });

  test('what was committed is loaded: head and snapshot', async () => {
    const first = commit({ address: '+49 170 – “ü”' });
    expect(await the().commit(first)).toBe('committed');
    expect(await the().load('c1')).toEqual({ head: first.head, snapshot: first.snapshot });
  });

  test('the next commit replaces head and snapshot', async () => {
    await the().commit(commit());
    const second = commit({ version: 2 });
    expect(await the().commit(second)).toBe('committed');
    expect(await the().load('c1')).toEqual({ head: second.head, snapshot: second.snapshot });
  });

  test.each([
    ['one that begins a conversation which exists', 1],
    ['one that repeats the version stored', 2],
    ['one that skips a version', 4],
  ])('a commit on a state that is not the stored one is a conflict and changes nothing: %s', async (_, version) => {
    await the().commit(commit());
    await the().commit(commit({ version: 2 }));
    const before = await everything(the());
    const late = commit({ version, inbox: [message('late')], events: turn('c1', version) });
    expect(await the().commit(late)).toBe('conflict');
    expect(await everything(the())).toEqual(before);
    expect(await the().accept(message('late'))).toBe('stored');
  });

  test('a commit of version 2 on a conversation that does not exist is a conflict', async () => {
    expect(await the().commit(commit({ version: 2 }))).toBe('conflict');
    expect(await the().load('c1')).toBeUndefined();
  });

  test('of racing commits on one state exactly one wins', async () => {
    await the().commit(commit());
    const results = await Promise.all(Array.from({ length: 8 }, () => the().commit(commit({ version: 2 }))));
    expect(results.filter((result) => result === 'committed')).toHaveLength(1);
    expect(results.filter((result) => result === 'conflict')).toHaveLength(7);
    expect(await the().events('c1', { after: 0 })).toHaveLength(4);
  });

  test('a message taken by an earlier commit makes the whole commit a duplicate that changes nothing', async () => {
    await the().commit(commit({ inbox: [message('m1')] }));
    const before = await everything(the());
    const again = commit({ version: 2, inbox: [message('m2'), message('m1')], dirtyCases: ['case-1'] });
    expect(await the().commit(again)).toBe('duplicate');
    expect(await everything(the())).toEqual(before);
    expect(await the().accept(message('m2'))).toBe('stored');
  });

  test('a message stored by accept is a duplicate when a commit brings it again', async () => {
    await the().accept(message('m1'));
    expect(await the().commit(commit({ inbox: [message('m1')] }))).toBe('duplicate');
    expect(await the().load('c1')).toBeUndefined();
  });

  test('a message of the same id in another conversation is another message', async () => {
    await the().commit(commit({ inbox: [message('m1')] }));
    const other = commit({ conversation: 'c2', inbox: [message('m1', { conversation: 'c2' })] });
    expect(await the().commit(other)).toBe('committed');
    expect(await the().accept(message('m1'))).toBe('duplicate');
  });

  test('a waiting message that somebody else has handled makes the whole commit a duplicate', async () => {
    await the().accept(message('m1'));
    await the().accept(message('m2'));
    await the().commit(commit({ handled: ['m1'] }));
    const before = await everything(the());
    expect(await the().commit(commit({ version: 2, handled: ['m2', 'm1'], inbox: [message('m3')] }))).toBe('duplicate');
    expect(await everything(the())).toEqual(before);
    expect(await the().waiting('c1')).toEqual([message('m2')]);
  });

  test('a commit that holds one message twice is a duplicate', async () => {
    expect(await the().commit(commit({ inbox: [message('m1'), message('m1')] }))).toBe('duplicate');
    expect(await the().load('c1')).toBeUndefined();
  });

  test('a duplicate on an outdated state is told as a duplicate: nothing is left to retry', async () => {
    await the().commit(commit({ inbox: [message('m1')] }));
    expect(await the().commit(commit({ inbox: [message('m1')] }))).toBe('duplicate');
  });

  test('a commit without events changes the head only', async () => {
    await the().commit(commit());
    const silent = commit({ version: 2, events: [], timersCleared: ['t1'] });
    expect(await the().commit(silent)).toBe('committed');
    expect((await the().load('c1'))?.head).toEqual(silent.head);
    expect(await the().events('c1', { after: 0 })).toHaveLength(2);
  });
}

function eventContract(the: () => Store): void {
  test('events come back in order, whole, with their words', async () => {
    await the().commit(commit());
    await the().commit(commit({ version: 2 }));
    expect(await the().events('c1', { after: 0 })).toEqual([...turn('c1', 1), ...turn('c1', 2)]);
  });

  test('every window of the log is that part of the whole log', async () => {
    const drafts = turn('c1', 1).map(({ seq: _seq, at: _at, turn: _turn, case: _case, v: _v, ...draft }) => draft);
    const sizes = [1, 4, 2, 3];
    let seq = 0;
    for (const [index, size] of sizes.entries()) {
      const events = sealed('c1', seq + 1, [...drafts, ...drafts].slice(0, size));
      seq += size;
      await the().commit(commit({ version: index + 1, events }));
    }
    const all = await the().events('c1', { after: 0 });
    expect(all.map((event) => event.seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    for (let after = 0; after <= 11; after++) {
      expect(await the().events('c1', { after })).toEqual(all.slice(after));
      for (const limit of [0, 1, 3, 20]) {
        expect(await the().events('c1', { after, limit })).toEqual(all.slice(after, after + limit));
      }
    }
  });

  test('conversations do not mix', async () => {
    await the().commit(commit());
    await the().commit(commit({ conversation: 'c10' }));
    expect(await the().events('c1', { after: 0 })).toEqual(turn('c1', 1));
  });

  test('text of any kind survives: emoji, quotes, NUL, lone surrogates, 1 MB', async () => {
    const text = `'";--\u0000\ud800 Ünïcode 🧾 ${'x'.repeat(1_000_000)}`;
    const data = { input: 'm', via: 'text', turn: 1, characters: text.length } as const;
    const events = sealed('c1', 1, [{ type: 'customer.said', actor: 'customer', data, words: { text } }]);
    await the().commit(commit({ events }));
    expect(await the().events('c1', { after: 0 })).toEqual(events);
  });

  test('what was given away is a copy: changing the commit later changes nothing stored', async () => {
    const shared = { order: 'A' };
    const sample = commit();
    await the().commit({ ...sample, snapshot: { ...sample.snapshot, state: { ...sample.snapshot.state, shared } } });
    shared.order = 'B';
    expect((await the().load('c1'))?.snapshot?.state.shared).toEqual({ order: 'A' });
  });

  test.each([
    ['a gap', 4],
    ['an event stored before', 2],
  ])('events that do not follow the stored ones are refused: %s', async (_, first) => {
    await the().commit(commit());
    const before = await everything(the());
    const wrong = commit({ version: 2, events: sealed('c1', first, turn('c1', 2)) });
    await expect(the().commit(wrong)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringMatching(/does not follow event 2/),
    });
    expect(await everything(the())).toEqual(before);
  });

  test('events of another conversation are refused', async () => {
    await expect(the().commit(commit({ events: turn('c2', 1) }))).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });
}

function groupContract(the: () => Store): void {
  test('of fifty commits at once the bad ones fail alone', async () => {
    await the().commit(commit({ conversation: 'c3' }));
    await the().accept(message('known', { conversation: 'c4' }));
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => {
        const conversation = `c${index}`;
        if (index === 3) return the().commit(commit({ conversation }));
        if (index === 4) return the().commit(commit({ conversation, inbox: [message('known', { conversation })] }));
        if (index === 5) return the().commit(unwritable(conversation));
        return the().commit(commit({ conversation, inbox: [message(`m${index}`, { conversation })] }));
      }),
    );
    const told = results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.code));
    expect(told.slice(0, 7)).toEqual([
      ...Array(3).fill('committed'),
      'conflict',
      'duplicate',
      'STORE_FAILED',
      'committed',
    ]);
    expect(told.filter((result) => result === 'committed')).toHaveLength(47);
    expect(await the().load('c4')).toBeUndefined();
    expect(await the().load('c5')).toBeUndefined();
    expect(await the().events('c49', { after: 0 })).toHaveLength(2);
  });

  test('commits of one conversation asked for at once are written in the order asked', async () => {
    const versions = [1, 2, 3, 4, 5];
    const results = await Promise.all(versions.map((version) => the().commit(commit({ version }))));
    expect(results).toEqual(Array(5).fill('committed'));
    expect((await the().load('c1'))?.head.version).toBe(5);
  });

  test('a write of another kind that shares the moment with a bad commit is kept', async () => {
    const [bad, good] = await Promise.allSettled([the().commit(unwritable('c5')), the().accept(message('m1'))]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'STORE_FAILED' } });
    expect(good).toEqual({ status: 'fulfilled', value: 'stored' });
    expect(await the().waiting('c1')).toHaveLength(1);
  });

  test('a closed store refuses reads and writes', async () => {
    await the().close();
    await expect(the().load('c1')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(the().commit(commit())).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await the().close();
  });

  test('closing writes what was asked for before', async () => {
    const asked = the().commit(commit());
    await the().close();
    expect(await asked).toBe('committed');
  });
}

/** A commit that fails in its last part: JSON has no big integers. */
function unwritable(conversation: string): ReturnType<typeof commit> {
  const input = JSON.parse('{}', () => ({ amount: 1n }));
  const row = { conversation, request: 'r1', action: 'pay', program: 'p1', started: 0, requestedAt: start };
  return commit({ conversation, inbox: [message('of-the-bad')], actionsAdded: [{ ...row, input }] });
}

async function everything(store: Store): Promise<unknown> {
  return {
    loaded: await store.load('c1'),
    events: await store.events('c1', { after: 0 }),
    waiting: await store.waiting('c1'),
    timers: await store.timersDue(Number.MAX_SAFE_INTEGER, 100),
    outbox: await store.outboxDue(Number.MAX_SAFE_INTEGER, 100),
    dirty: await store.dirtyConversations(100),
  };
}
