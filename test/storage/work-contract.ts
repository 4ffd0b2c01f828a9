/** What every store must do with work that waits: messages, deliveries, timers, actions, facts, programs. */
import { expect, test } from 'vitest';
import type { CountedFacts, FactsRow } from '../../src/runtime/ports/facts.ts';
import type { Cells, RollupKey } from '../../src/runtime/ports/rollup.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { commit, delivery, message, start } from './samples.ts';

export function workContract(the: () => Store): void {
  inboxContract(the);
  outboxContract(the);
  timerContract(the);
  actionContract(the);
  dirtyContract(the);
  factsContract(the);
  otherContract(the);
  settingContract(the);
}

function inboxContract(the: () => Store): void {
  test('messages wait in the order they were accepted, whatever the clock did', async () => {
    const from = { id: 'u1', name: 'Zoë' };
    const rows = [
      message('b', { receivedAt: start + 5, channelData: { clientActivityID: 'x' }, from }),
      message('a', { receivedAt: start }),
      message('c', { receivedAt: start + 9 }),
    ];
    for (const row of rows) expect(await the().accept(row)).toBe('stored');
    expect(await the().waiting('c1')).toEqual(rows);
    expect(await the().waiting('c2')).toEqual([]);
  });

  test('a message accepted twice waits once', async () => {
    await the().accept(message('m1'));
    expect(await the().accept(message('m1', { text: 'changed' }))).toBe('duplicate');
    expect(await the().waiting('c1')).toEqual([message('m1')]);
  });

  test('a message that a commit took is a duplicate for accept', async () => {
    await the().commit(commit({ inbox: [message('m1')] }));
    expect(await the().accept(message('m1'))).toBe('duplicate');
    expect(await the().waiting('c1')).toEqual([]);
  });

  test('a handled message waits no more and stays known', async () => {
    await the().accept(message('m1'));
    await the().accept(message('m2'));
    await the().commit(commit({ handled: ['m1'] }));
    expect(await the().waiting('c1')).toEqual([message('m2')]);
    expect(await the().accept(message('m1'))).toBe('duplicate');
  });

  test('conversations with waiting messages are named once, longest waiting first', async () => {
    await the().accept(message('1', { conversation: 'late', receivedAt: start + 9 }));
    await the().accept(message('2', { conversation: 'early', receivedAt: start }));
    await the().accept(message('3', { conversation: 'early', receivedAt: start + 20 }));
    expect(await the().conversationsWaiting(10)).toEqual(['early', 'late']);
    expect(await the().conversationsWaiting(1)).toEqual(['early']);
  });
}

function outboxContract(the: () => Store): void {
  const now = start + 60_000;
  const at = (conversation: string, seq: number) => ({ conversation, seq });
  const ids = async (when = now, limit = 10) => (await the().outboxDue(when, limit)).map((row) => row.id);

  test('a delivery comes back as it was given', async () => {
    await the().commit(commit({ outbox: [delivery('c1', 2)] }));
    expect(await the().outboxDue(now, 10)).toEqual([delivery('c1', 2)]);
  });

  test('what was passed of a delivery is kept, and its place in line', async () => {
    await the().commit(commit({ outbox: [delivery('c1', 1), delivery('c1', 2)] }));
    const left = { ...delivery('c1', 1), passed: 3 };
    await the().outboxPassed(left);
    expect(await the().outboxDue(now, 10)).toEqual([left]);
  });

  test('what a desk outside is to be told holds up no reply to the customer', async () => {
    const forDesk = { ...delivery('c1', 1), channel: 'chatwoot' };
    await the().commit(commit({ outbox: [forDesk, delivery('c1', 2), delivery('c1', 3)] }));
    expect((await ids()).toSorted()).toEqual(['c1:1', 'c1:2']);
    await the().outboxRetry(at('c1', 1), now + 60_000, 'down');
    await the().outboxDone([at('c1', 2)]);
    expect(await ids()).toEqual(['c1:3']);
    expect(await the().outboxNextDue()).toBe(0);
  });

  test('only the oldest undelivered row of a conversation is due', async () => {
    await the().commit(commit({ outbox: [delivery('c1', 2), delivery('c1', 1)] }));
    await the().commit(commit({ version: 2, outbox: [delivery('c1', 4)] }));
    await the().commit(commit({ conversation: 'c2', outbox: [delivery('c2', 2)] }));
    expect((await ids()).toSorted()).toEqual(['c1:1', 'c2:2']);
    await the().outboxDone([at('c1', 1), at('c2', 2)]);
    expect(await ids()).toEqual(['c1:2']);
    await the().outboxDone([at('c1', 2)]);
    expect(await ids()).toEqual(['c1:4']);
  });

  test('the conversation that waited longest comes first, and no more than asked for', async () => {
    await the().commit(commit({ conversation: 'b', outbox: [delivery('b', 2)] }));
    await the().commit(commit({ conversation: 'a' }));
    await the().commit(commit({ conversation: 'a', version: 2, outbox: [delivery('a', 4)] }));
    expect(await ids()).toEqual(['b:2', 'a:4']);
    expect(await ids(now, 1)).toEqual(['b:2']);
  });

  test('a row to be retried holds back the rows behind it until it is due', async () => {
    await the().commit(commit({ outbox: [delivery('c1', 1), delivery('c1', 2)] }));
    await the().outboxRetry(at('c1', 1), now + 5_000, 'timeout');
    expect(await ids(now + 4_999)).toEqual([]);
    expect(await the().outboxNextDue()).toBe(now + 5_000);
    expect(await ids(now + 5_000)).toEqual(['c1:1']);
  });

  test('a new row is due at once even where the clock went back', async () => {
    await the().commit(commit({ outbox: [delivery('c1', 2)] }));
    expect(await ids(start - 3_600_000)).toEqual(['c1:2']);
    expect(await the().outboxNextDue()).toBeLessThanOrEqual(start - 3_600_000);
  });

  test('an empty outbox is never due', async () => {
    expect(await the().outboxNextDue()).toBeUndefined();
    await the().commit(commit({ outbox: [delivery('c1', 2)] }));
    await the().outboxDone([at('c1', 2), at('unknown', 1)]);
    expect(await the().outboxNextDue()).toBeUndefined();
    expect(await ids()).toEqual([]);
  });
}

function timerContract(the: () => Store): void {
  const timer = (name: string, afterMs: number) => ({ conversation: 'c1', timer: name, dueAt: start + afterMs });

  test('timers are due from their time on, earliest first', async () => {
    const rows = [timer('t2', 200), timer('t1', 100), timer('t3', 300)];
    await the().commit(commit({ timersSet: rows }));
    expect(await the().timersNextDue()).toBe(start + 100);
    expect(await the().timersDue(start + 99, 10)).toEqual([]);
    expect(await the().timersDue(start + 200, 10)).toEqual([rows[1], rows[0]]);
    expect(await the().timersDue(start + 999, 1)).toEqual([rows[1]]);
  });

  test('a timer stays until a commit clears it', async () => {
    await the().commit(commit({ timersSet: [timer('t1', 100), timer('t2', 200)] }));
    await the().commit(commit({ version: 2, timersCleared: ['t1', 'unknown'] }));
    expect(await the().timersDue(start + 999, 10)).toEqual([timer('t2', 200)]);
    await the().commit(commit({ version: 3, timersCleared: ['t2'] }));
    expect(await the().timersNextDue()).toBeUndefined();
  });

  test('a timer set anew has its new time, and one set and cleared in one turn is gone', async () => {
    await the().commit(commit({ timersSet: [timer('t1', 100)] }));
    await the().commit(commit({ version: 2, timersSet: [timer('t1', 500), timer('t2', 1)], timersCleared: ['t2'] }));
    expect(await the().timersDue(start + 999, 10)).toEqual([timer('t1', 500)]);
  });

  test('timers of the same name in two conversations are two', async () => {
    await the().commit(commit({ timersSet: [timer('t1', 100)] }));
    const other = { conversation: 'c2', timer: 't1', dueAt: start + 50 };
    await the().commit(commit({ conversation: 'c2', timersSet: [other] }));
    await the().commit(commit({ version: 2, timersCleared: ['t1'] }));
    expect(await the().timersDue(start + 999, 10)).toEqual([other]);
  });
}

function actionContract(the: () => Store): void {
  const request = (name: string, requestedAt: number) => {
    const row = { conversation: 'c1', request: name, action: 'find-order', program: 'p1', requestedAt };
    return { ...row, input: { order: '10012', lines: [1, null, true] }, started: 0 };
  };

  test('open actions come back oldest first, with their input', async () => {
    const rows = [request('r2', start + 2), request('r1', start + 1)];
    await the().commit(commit({ actionsAdded: rows }));
    expect(await the().actionsOpen(10)).toEqual([rows[1], rows[0]]);
    expect(await the().actionsOpen(1)).toEqual([rows[1]]);
  });

  test('an action is begun once', async () => {
    await the().commit(commit({ actionsAdded: [request('r1', start), request('r2', start + 1)] }));
    expect(await the().actionStarted('c1', 'r1')).toBe(true);
    expect(await the().actionStarted('c1', 'r1')).toBe(false);
    expect(await the().actionStarted('c1', 'unknown')).toBe(false);
    expect((await the().actionsOpen(10)).map((row) => row.started)).toEqual([1, 0]);
  });

  test('a removed action is open no more', async () => {
    await the().commit(commit({ actionsAdded: [request('r1', start), request('r2', start + 1)] }));
    await the().commit(commit({ version: 2, actionsAdded: [request('r3', start + 2)], actionsRemoved: ['r1'] }));
    expect((await the().actionsOpen(10)).map((row) => row.request)).toEqual(['r2', 'r3']);
  });

  test('an action has one result: another is a duplicate, and changes nothing', async () => {
    await the().commit(commit({ actionsAdded: [request('r1', start), request('r2', start)] }));
    expect(await the().commit(commit({ version: 2, actionsRemoved: ['r1'] }))).toBe('committed');
    expect(await the().commit(commit({ version: 3, actionsRemoved: ['r1'] }))).toBe('duplicate');
    expect(await the().commit(commit({ version: 3, actionsRemoved: ['r2'] }))).toBe('committed');
    expect(await the().actionsOpen(10)).toEqual([]);
  });
}

function dirtyContract(the: () => Store): void {
  test('a commit with dirty cases marks its conversation with its last event', async () => {
    await the().commit(commit());
    expect(await the().dirtyConversations(10)).toEqual([]);
    await the().commit(commit({ version: 2, dirtyCases: ['case-1', 'case-2'] }));
    await the().commit(commit({ version: 3, dirtyCases: ['case-1'] }));
    expect(await the().dirtyConversations(10)).toEqual([{ conversation: 'c1', seq: 6 }]);
  });

  test('the mark made first comes first, and no more than asked for', async () => {
    await the().commit(commit({ conversation: 'b', dirtyCases: ['x'] }));
    await the().commit(commit({ conversation: 'a' }));
    await the().commit(commit({ conversation: 'a', version: 2, dirtyCases: ['x'] }));
    expect((await the().dirtyConversations(10)).map((row) => row.conversation)).toEqual(['b', 'a']);
    expect(await the().dirtyConversations(1)).toEqual([{ conversation: 'b', seq: 2 }]);
  });

  test('facts written for the last event clear the mark', async () => {
    await the().commit(commit({ dirtyCases: ['case-1'] }));
    await the().writeFacts('c1', 2, [facts('case-1', start)]);
    expect(await the().dirtyConversations(10)).toEqual([]);
  });

  test('facts written while newer events came leave the mark', async () => {
    await the().commit(commit({ dirtyCases: ['case-1'] }));
    await the().commit(commit({ version: 2, dirtyCases: ['case-1'] }));
    await the().writeFacts('c1', 2, []);
    expect(await the().dirtyConversations(10)).toEqual([{ conversation: 'c1', seq: 4 }]);
  });

  test('a late projector with older facts leaves the conversation to be folded again', async () => {
    await the().commit(commit({ dirtyCases: ['case-1'] }));
    await the().commit(commit({ version: 2, dirtyCases: ['case-1'] }));
    await the().writeFacts('c1', 4, [facts('case-1', start)]);
    await the().writeFacts('c1', 2, []);
    expect(await the().dirtyConversations(10)).toEqual([{ conversation: 'c1', seq: 4 }]);
  });

  test('everything can be marked at once, and is counted', async () => {
    await the().commit(commit());
    await the().commit(commit({ conversation: 'c2', dirtyCases: ['x'] }));
    expect(await the().markAllDirty()).toBe(2);
    const marked = (await the().dirtyConversations(10)).toSorted((a, b) =>
      a.conversation.localeCompare(b.conversation),
    );
    expect(marked).toEqual([
      { conversation: 'c1', seq: 2 },
      { conversation: 'c2', seq: 2 },
    ]);
  });
}

function factsContract(the: () => Store): void {
  test('a conversation that has not moved can be marked; one that nobody began cannot', async () => {
    await the().commit(commit());
    await the().markDirty('c1');
    await the().markDirty('c1');
    await the().markDirty('nobody');
    expect(await the().dirtyConversations(9)).toEqual([{ conversation: 'c1', seq: 2 }]);
    await the().writeFacts('c1', 2, []);
    expect(await the().dirtyConversations(9)).toEqual([]);
    await the().markDirty('c1');
    expect(await the().dirtyConversations(9)).toEqual([{ conversation: 'c1', seq: 2 }]);
  });

  test('facts replace those written before for the conversation, and no others', async () => {
    await the().writeFacts('c2', 1, [facts('z', start, 'c2')]);
    await the().writeFacts('c1', 1, [facts('a', start), facts('b', start + 1)]);
    await the().writeFacts('c1', 2, [facts('b', start + 5)]);
    expect(await the().facts({})).toEqual([facts('z', start, 'c2'), facts('b', start + 5)]);
  });

  test('what reports keep of a conversation is replaced with its facts, in order of the last change', async () => {
    const kept = async (after: number) =>
      (await the().briefs({ after: { change: after, conversation: '' }, limit: 9 })).map(({ brief }) => brief);
    expect(await kept(-1)).toEqual([]);
    await the().writeFacts('c1', 1, [
      { ...facts('a', start), brief: 'a' },
      { ...facts('b', start), brief: 'b' },
    ]);
    await the().writeFacts('c2', 1, [{ ...facts('z', start, 'c2'), brief: 'z' }]);
    const before = await the().lastChange();
    await the().writeFacts('c1', 2, [{ ...facts('a', start), brief: 'a2' }]);
    expect(await kept(before)).toContain('a2');
    expect(new Set(await kept(-1))).toEqual(new Set(['z', 'a2']));
    await the().writeFacts('c1', 3, []);
    expect((await kept(-1)).toSorted()).toEqual(['', 'z']);
    expect(await the().lastChange()).toBeGreaterThan(before);
  });

  test('what reports keep is read page by page', async () => {
    for (const id of ['c3', 'c1', 'c2']) await the().writeFacts(id, 1, [{ ...facts('a', start, id), brief: id }]);
    const [first, second] = await the().briefs({ after: { change: -1, conversation: '' }, limit: 2 });
    expect([first?.brief, second?.brief]).toEqual(['c3', 'c1']);
    const rest = await the().briefs({ after: second ?? { change: 0, conversation: '' }, limit: 2 });
    expect(rest.map(({ brief }) => brief)).toEqual(['c2']);
  });

  test('what facts add to the rollups is taken back when they are replaced, and what is 0 is gone', async () => {
    await the().writeFacts('c1', 1, [
      counted('a', { cases: 1, effort: 40 }),
      counted('b', { cases: 1 }, { dialog: 'pay' }),
    ]);
    await the().writeFacts('c2', 1, [counted('z', { cases: 1, effort: 2 }, { conversation: 'c2' })]);
    expect(await the().hours({ only: {} })).toEqual([{ hour: start, cells: { cases: 3, effort: 42 } }]);
    await the().writeFacts('c1', 2, [counted('a', { cases: 1, left: 1 }), facts('b', start)]);
    expect(await the().hours({ only: {} })).toEqual([{ hour: start, cells: { cases: 2, effort: 2, left: 1 } }]);
    expect(await the().hours({ only: { dialog: 'pay' } })).toEqual([]);
    await the().writeFacts('c1', 3, [counted('a', { cases: 1, effort: 5 }, { hour: start + hour })]);
    expect(await the().hours({ only: {} })).toEqual([
      { hour: start, cells: { cases: 1, effort: 2 } },
      { hour: start + hour, cells: { cases: 1, effort: 5 } },
    ]);
    for (const conversation of ['c1', 'c2']) await the().writeFacts(conversation, 4, []);
    expect(await the().hours({ only: {} })).toEqual([]);
  });

  test('rollups are selected by hour, from inclusive, to exclusive, and by each part of their key', async () => {
    const rows = [
      counted('a', { cases: 1 }, { touchpoint: 'web:shop', version: 'v2' }),
      counted('b', { cases: 10 }, { hour: start + hour, intent: 'refund' }),
      counted('c', { cases: 100 }, { hour: start + 2 * hour, dialog: 'pay', intent: 'refund' }),
    ];
    await the().writeFacts('c1', 1, rows);
    const cases = async (range: Partial<Parameters<Store['hours']>[0]>) =>
      (await the().hours({ only: {}, ...range })).reduce((sum, { cells }) => sum + (cells['cases'] ?? 0), 0);
    expect(await cases({})).toBe(111);
    expect(await cases({ from: start + hour, to: start + 2 * hour })).toBe(10);
    expect(await cases({ only: { intent: 'refund' } })).toBe(110);
    expect(await cases({ only: { intent: 'refund', dialog: 'pay' } })).toBe(100);
    expect(await cases({ only: { touchpoint: 'web:shop' } })).toBe(1);
    expect(await cases({ only: { version: 'v2' } })).toBe(1);
    expect(await cases({ to: start + hour, only: { intent: 'refund' } })).toBe(0);
  });

  test('rollups are exact when the facts of many conversations, and of one, are replaced at once', async () => {
    const conversations = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const write = (conversation: string, seq: number) =>
      the().writeFacts(conversation, seq, [counted('a', { cases: 1, effort: seq }, { conversation })]);
    await Promise.all(conversations.map((conversation) => write(conversation, 1)));
    await Promise.all([2, 3, 4].flatMap((seq) => conversations.map((conversation) => write(conversation, seq))));
    expect(await the().hours({ only: {} })).toEqual([{ hour: start, cells: { cases: 30, effort: 120 } }]);
  });

  test('facts are selected by the start of the case, from inclusive, to exclusive, in order', async () => {
    const rows = [facts('d', start + 30), facts('c', start + 20), facts('b', start + 10), facts('a', start + 10)];
    await the().writeFacts('c1', 1, rows);
    const found = async (range: Parameters<Store['facts']>[0]) => (await the().facts(range)).map((row) => row.case);
    expect(await found({})).toEqual(['a', 'b', 'c', 'd']);
    expect(await found({ from: start + 20 })).toEqual(['c', 'd']);
    expect(await found({ to: start + 20 })).toEqual(['a', 'b']);
    expect(await found({ from: start + 10, to: start + 30 })).toEqual(['a', 'b', 'c']);
    expect(await found({ from: start + 31 })).toEqual([]);
  });

  test('facts come page by page, those that started at once too, and of one conversation', async () => {
    await the().writeFacts('c2', 1, [facts('b', start, 'c2'), facts('a', start, 'c2'), facts('c', start + 9, 'c2')]);
    await the().writeFacts('c1', 1, [facts('d', start), facts('e', start + 1)]);
    const all = await the().facts({});
    const pages: FactsRow[] = [];
    for (;;) {
      const after = pages.at(-1);
      const page = await the().facts({ limit: 2, ...(after && { after }) });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(2);
      pages.push(...page);
    }
    expect(pages).toEqual(all);
    expect(all.map((row) => row.case)).toEqual(['d', 'a', 'b', 'e', 'c']);
    expect((await the().facts({ conversation: 'c2', from: start + 1 })).map((row) => row.case)).toEqual(['c']);
    expect(await the().facts({ conversation: 'nobody' })).toEqual([]);
  });
}

function otherContract(the: () => Store): void {
  test('a program is found by its hash; its files never change, and what is kept of it is since when and until when it is used', async () => {
    expect(await the().programFiles('p1')).toBeUndefined();
    await the().saveProgram({ hash: 'p1', files: '{"dialogs":{}}', at: 1 });
    await the().saveProgram({ hash: 'p0', files: '{}', at: 2 });
    await the().saveProgram({ hash: 'p1', files: '{"changed":true}', at: 3 });
    await the().useProgram('p1', 5);
    expect(await the().programFiles('p1')).toBe('{"dialogs":{}}');
    expect(await the().programs()).toEqual([
      { hash: 'p0', since: 2, usedAt: 2 },
      { hash: 'p1', since: 3, usedAt: 5 },
    ]);
    await the().removeProgram('p1');
    await the().useProgram('p1', 6);
    expect(await the().programs()).toEqual([{ hash: 'p0', since: 2, usedAt: 2 }]);
    expect(await the().programFiles('p1')).toBeUndefined();
  });

  test('conversations with timers are unsettled: each once with its program, in order, a page at a time', async () => {
    for (const conversation of ['c', 'a', 'b', 'd'])
      await the().commit(commit({ conversation, ...timers(conversation) }));
    await the().commit(commit({ conversation: 'quiet' }));
    await the().commit(commit({ conversation: 'd', version: 2, timersCleared: ['t1', 't2'] }));
    const found = async (after: string, limit: number) =>
      (await the().unsettled({ after, limit })).map((row) => row.conversation);
    expect(await found('', 2)).toEqual(['a', 'b']);
    expect(await found('b', 2)).toEqual(['c']);
    expect(await the().unsettled({ after: 'b', limit: 9 })).toEqual([{ conversation: 'c', program: 'p1' }]);
  });

  test('an identity leads to the conversation it began last, also when an older one moves again', async () => {
    const identity = { channel: 'web', address: '+49170' };
    expect(await the().conversationOf(identity)).toBeUndefined();
    await the().commit(commit({ conversation: 'old', address: '+49170' }));
    await the().commit(commit({ conversation: 'new', address: '+49170' }));
    await the().commit(commit({ conversation: 'old', version: 2, address: '+49170' }));
    expect(await the().conversationOf(identity)).toBe('new');
    expect(await the().conversationOf({ channel: 'telegram', address: '+49170' })).toBeUndefined();
  });
}

function settingContract(the: () => Store): void {
  test('processes agree on what was said first', async () => {
    expect(await the().agree('key', 'first')).toBe('first');
    expect(await the().agree('key', 'second')).toBe('first');
    expect(await the().agree('other', 'second')).toBe('second');
  });
}

function timers(conversation: string) {
  return { timersSet: ['t1', 't2'].map((timer) => ({ conversation, timer, dueAt: start })) };
}

const hour = 3_600_000;

type Key = Partial<RollupKey> & { readonly conversation?: string };

function counted(caseId: string, cells: Cells, { conversation = 'c1', ...key }: Key = {}): CountedFacts {
  const usual = { hour: start, touchpoint: 'web:default', dialog: 'none', intent: 'none', version: 'v1' };
  return { ...facts(caseId, start, conversation), rollup: { ...usual, ...key, cells } };
}

function facts(caseId: string, startedAt: number, conversation = 'c1'): FactsRow {
  return { case: caseId, conversation, startedAt, facts: `{"case":"${caseId}"}` };
}
