/** What every store must do with what it knows of persons. */
import { describe, expect, test } from 'vitest';
import type { Commit, Store } from '../../src/runtime/ports.ts';
import { commit, delivery, message, type Sample, start } from './samples.ts';

export function personsContract(the: () => Store): void {
  identityContract(the);
  eraseContract(the);
  forgetContract(the);
}

const secret = 'Anna +4917012345';

function identityContract(the: () => Store): void {
  test('an identity is the customer it was first, whatever conversations it begins', async () => {
    const ann = { channel: 'web', address: 'ann' };
    expect(await the().customerOf(ann, { customer: 'k1', conversation: 'c1' })).toBe('k1');
    expect(await the().customerOf(ann, { customer: 'k2', conversation: 'c2' })).toBe('k1');
    expect(await the().customerOf({ ...ann, channel: 'signed' }, { customer: 'k3', conversation: 'c3' })).toBe('k3');
    expect(await the().conversationOf(ann)).toBe('c2');
    expect(await the().customersBehind(ann)).toEqual(['k1']);
    expect(await the().customersBehind({ channel: 'web', address: 'Ann' })).toEqual([]);
  });

  test('who only ever spoke under a name is found by it, letter for letter and on their channel', async () => {
    await the().commit(spokenBy('c1', 'k1', 'a%"b'));
    await the().commit(spokenBy('c2', 'k2', 'A%"b'));
    expect(await the().customersBehind({ channel: 'web', address: 'a%"b' })).toEqual(['k1']);
    expect(await the().customersBehind({ channel: 'web', address: 'A%"b' })).toEqual(['k2']);
    expect(await the().customersBehind({ channel: 'web', address: 'a__b' })).toEqual([]);
    expect(await the().customersBehind({ channel: 'telegram', address: 'a%"b' })).toEqual([]);
  });

  test('conversations of a customer come back, the one that moved last first, and no more than asked for', async () => {
    for (const conversation of ['b', 'a', 'c']) await the().commit(own(commit({ conversation }), 'k1'));
    await the().commit(own(commit({ conversation: 'x' }), 'k2'));
    await the().commit(own(commit({ conversation: 'b', version: 2 }), 'k1'));
    expect(await the().conversationsOf('k1', 9)).toEqual(['b', 'a', 'c']);
    expect(await the().conversationsOf('k1', 2)).toEqual(['b', 'a']);
    expect(await the().conversationsOf('k3', 9)).toEqual([]);
    await the().erase('k1', start);
    expect(await the().conversationsOf('k1', 9)).toEqual(['b', 'a', 'c']);
  });

  test('conversations are listed in order, a page at a time', async () => {
    for (const conversation of ['b', 'c', 'a']) await the().commit(commit({ conversation }));
    expect(await the().conversations({ after: '', limit: 2 })).toEqual(['a', 'b']);
    expect(await the().conversations({ after: 'b', limit: 2 })).toEqual(['c']);
  });
}

function eraseContract(the: () => Store): void {
  describe('erasing a customer', () => {
    test('leaves nothing of their words and identities, and every fact', async () => {
      await fill(the(), 'c1', 'k1');
      const before = await factsOf(the(), 'c1');
      expect(JSON.stringify(await the().heldOn('k1'))).toContain(secret);
      expect(await the().erase('k1', start)).toBe(1);
      expect(JSON.stringify(await the().heldOn('k1'))).not.toContain('Anna');
      expect((await the().events('c1', { after: 0 })).some((event) => 'words' in event)).toBe(false);
      expect(await factsOf(the(), 'c1')).toEqual(before);
      expect(await the().customersBehind({ channel: 'web', address: secret })).toEqual([]);
      expect(await the().conversationOf({ channel: 'web', address: secret })).toBeUndefined();
      expect(await the().outboxNextDue()).toBeUndefined();
      expect(await the().waiting('c1')).toEqual([]);
      expect(await the().conversationsWaiting(9)).toEqual([]);
      expect((await the().actionsOpen(9)).map(({ input }) => input)).toEqual([null]);
    });

    test('leaves others alone', async () => {
      await fill(the(), 'c1', 'k1');
      await fill(the(), 'c2', 'k2');
      const before = await the().heldOn('k2');
      await the().erase('k1', start);
      expect(await the().heldOn('k2')).toEqual(before);
    });

    test('a message that was taken before is still known', async () => {
      await fill(the(), 'c1', 'k1');
      await the().erase('k1', start);
      expect(await the().accept(message('taken'))).toBe('duplicate');
      expect(await the().accept(message('waiting'))).toBe('duplicate');
    });

    test('a turn that was decided on what was known before is a conflict; the next one goes on', async () => {
      await fill(the(), 'c1', 'k1');
      const version = (await the().load('c1'))?.head.version ?? 0;
      await the().erase('k1', start);
      expect(await the().commit(own(commit({ version: version + 1 }), 'k1'))).toBe('conflict');
      const { head, snapshot } = (await the().load('c1')) ?? {};
      expect([head?.version, head?.address, head?.customer, snapshot]).toEqual([version + 1, '', 'k1', undefined]);
      const events = commit({ version: 2 }).events;
      expect(await the().commit(own(commit({ version: version + 2, events }), 'k1'))).toBe('committed');
    });

    test('what was said under it is known for what it is, as long as their provider may repeat it', async () => {
      const said = { channel: 'telegram', account: '42', providerId: '100' };
      const inbox = [message('c1/telegram/42/100')];
      await the().commit(own(commit({ inbox }), 'k1'));
      await the().commit(
        own(commit({ conversation: 'c2', inbox: [message('c2/telegram/42/200', { conversation: 'c2' })] }), 'k2'),
      );
      expect(await the().wasOfErased(said, 0)).toBe(false);
      await the().erase('k1', start);
      expect(await the().wasOfErased(said, start)).toBe(true);
      expect(await the().wasOfErased(said, start + 1)).toBe(false);
      for (const other of [{ providerId: '200' }, { account: '2' }, { channel: 'web' }])
        expect(await the().wasOfErased({ ...said, ...other }, 0)).toBe(false);
    });

    test('is remembered by the random id, once; erasing again does no harm', async () => {
      await fill(the(), 'c1', 'k1');
      await the().erase('k1', start);
      await the().erase('k1', start + 1);
      await the().erase('gone', start + 2);
      expect(await the().erasures()).toEqual([
        { customer: 'gone', at: start + 2 },
        { customer: 'k1', at: start + 1 },
      ]);
    });

    test('nothing is left to be scrubbed but what says how', async () => {
      await fill(the(), 'c1', 'k1');
      await the().erase('k1', start);
      expect(await the().scrub('quietly')).toEqual([]);
    });
  });
}

function forgetContract(the: () => Store): void {
  describe('forgetting old words', () => {
    test('a conversation that has not moved since loses words and identity, and keeps its facts', async () => {
      await fill(the(), 'c1', 'k1');
      const before = await factsOf(the(), 'c1');
      expect(await the().forget(start + 99_000, 10)).toBe(1);
      expect(JSON.stringify(await the().heldOn('k1'))).not.toContain('Anna');
      expect(await factsOf(the(), 'c1')).toEqual(before);
      expect(await the().forget(start + 99_000, 10)).toBe(0);
      expect(await the().erasures()).toEqual([]);
    });

    test('a conversation that goes on loses its old words only, and what was made of them', async () => {
      await the().commit(timed(commit({ address: 'ann' })));
      await the().commit(timed(commit({ version: 2, address: 'ann' })));
      const cut = start + 1_500;
      expect(await the().forget(cut, 10)).toBe(1);
      const events = await the().events('c1', { after: 0 });
      expect(events.map((event) => 'words' in event)).toEqual([false, false, true, true]);
      const { head, snapshot } = (await the().load('c1')) ?? {};
      expect([head?.version, head?.address, snapshot]).toEqual([3, 'ann', undefined]);
      expect(await the().conversationOf({ channel: 'web', address: 'ann' })).toBe('c1');
      expect(await the().forget(cut, 10)).toBe(0);
    });

    test('an identity stays as long as one of its conversations is young', async () => {
      const late = commit({ conversation: 'c2' });
      await the().customerOf({ channel: 'web', address: 'ann' }, { customer: 'k1', conversation: 'c1' });
      await the().commit(timed(commit()));
      await the().commit(timed({ ...late, head: { ...late.head, at: start + 50_000 } }));
      await the().forget(start + 20_000, 10);
      expect(await the().customersBehind({ channel: 'web', address: 'ann' })).toEqual(['k1']);
      await the().forget(start + 99_000, 10);
      expect(await the().customersBehind({ channel: 'web', address: 'ann' })).toEqual([]);
    });

    test('no more at once than asked for, and words said later are found again', async () => {
      for (const conversation of ['a', 'b', 'c']) await the().commit(commit({ conversation }));
      expect(await the().forget(start + 99_000, 2)).toBe(2);
      expect(await the().forget(start + 99_000, 2)).toBe(1);
      const events = commit({ conversation: 'a', version: 2 }).events;
      await the().commit(commit({ conversation: 'a', version: 3, events }));
      expect(await the().forget(start + 99_000, 2)).toBe(1);
    });
  });
}

/** Everything that a conversation can leave anywhere. */
async function fill(store: Store, conversation: string, customer: string): Promise<void> {
  const action = { conversation, request: 'r1', action: 'find', program: 'p1', started: 0, requestedAt: start };
  const given: Sample = {
    conversation,
    address: conversation === 'c1' ? secret : conversation,
    inbox: [message('taken', { conversation })],
    outbox: [{ ...delivery(conversation, 2), text: secret }],
    actionsAdded: [{ ...action, input: { name: secret } }],
    timersSet: [{ conversation, timer: 't1', dueAt: start }],
    dirtyCases: ['case-1'],
  };
  await store.customerOf({ channel: 'signed', address: `${secret} ${customer}` }, { customer, conversation });
  const first = commit(given);
  const state = { ...first.snapshot.state, shared: { name: secret } };
  await store.commit(own({ ...first, snapshot: { ...first.snapshot, state } }, customer));
  await store.outboxRetry({ conversation, seq: 2 }, start, secret);
  await store.accept(message('waiting', { conversation, text: secret }));
  await store.writeFacts(conversation, 2, [{ case: 'x', conversation, startedAt: start, facts: '{}' }]);
}

function own(one: Commit, customer: string): Commit {
  return { ...one, head: { ...one.head, customer } };
}

function spokenBy(conversation: string, customer: string, id: string): Commit {
  const one = commit({ conversation });
  const events = one.events.map((event) =>
    event.type === 'customer.said' ? { ...event, words: { text: 'hi', from: { id, name: 'Ann' } } } : event,
  );
  return own({ ...one, events }, customer);
}

/** Its events happened when it was committed. */
function timed(one: Commit): Commit {
  return { ...one, events: one.events.map((event) => ({ ...event, at: one.head.at })) };
}

async function factsOf(store: Store, conversation: string) {
  const events = await store.events(conversation, { after: 0 });
  return { events: events.map((event) => ({ ...event, words: 0 })), facts: await store.facts({}) };
}
