import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../src/cli/process/test-clock.ts';
import { evolve } from '../../src/dialogs/evolve/evolve.ts';
import type { ActionResult } from '../../src/dialogs/input.ts';
import { initialState } from '../../src/dialogs/state.ts';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';
import type { Sent } from '../../src/runtime/ports/delivery.ts';
import type { Commit, Hearing, Sharing, Store } from '../../src/runtime/ports.ts';
import { createLives } from '../../src/runtime/turn/live.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { programOf, understand } from '../dialogs/step/talk.ts';
import { freshDatabase } from '../postgres/database.ts';
import { breathe, gate, start } from './harness.ts';

const minute = 60_000;
const hour = 60 * minute;

async function locationOf(kind: string, folder: string): Promise<string> {
  if (kind === 'postgres') return freshDatabase();
  return kind === 'memory' ? 'memory:' : join(folder, 'data.db');
}

describe.each(['memory', 'sqlite', 'postgres'])('the runtime on the %s store', (kind) => {
  let folder: string;
  let stores: Store[];
  let location: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoint-runtime-'));
    stores = [];
    location = await locationOf(kind, folder);
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  async function fresh(): Promise<Store> {
    const store = await openStore(location);
    stores.push(store);
    return store;
  }

  it('has the vector of what was said before it is understood, where the bot asks for vectors', async () => {
    const heard: unknown[] = [];
    const listening = Object.assign(
      (text: string, { vector }: { vector?: Float32Array | undefined }) => {
        heard.push([text, vector]);
        return understand(text);
      },
      { vectorOf: async (text: string) => (text === 'hm' ? undefined : new Float32Array([text.length])) },
    );
    const yaml = 'dialog: a\nstart: { intents: [refund] }\nsteps:\n  - say: Done.\n';
    const bot = { program: programOf(yaml), since: 0, understand: listening };
    const talk = await start({ store: await fresh(), bots: { current: () => bot, version: async () => undefined } });
    await talk.open();
    for (const text of ['#refund', 'hm']) await talk.say(text);
    expect(heard).toEqual([
      ['#refund', new Float32Array([7])],
      ['hm', undefined],
    ]);
  });

  it('tells who understands a message its language, whether a question is open, and whether it was offered', async () => {
    const heard: Hearing[] = [];
    const listening = (text: string, hearing: Hearing) => {
      heard.push(hearing);
      return understand(text);
    };
    const yaml = 'dialog: a\nstart: { intents: [refund] }\nsteps:\n  - confirm: Really?\n  - say: Done.\n';
    const bot = { program: programOf(yaml), since: 0, understand: listening };
    const talk = await start({ store: await fresh(), bots: { current: () => bot, version: async () => undefined } });
    await talk.open();
    for (const text of ['#refund', 'hm', 'yes']) await talk.say(text);
    expect(heard.map(({ at: _at, ...rest }) => rest)).toEqual([
      { locale: 'en', expectsAnswer: false, isOffered: false },
      { locale: 'en', expectsAnswer: true, isOffered: false },
      { locale: 'en', expectsAnswer: true, isOffered: true },
    ]);
  });

  it('greets, answers, acts and delivers, in order', async () => {
    const bot = await start({ store: await fresh() });
    await bot.open();
    expect((await bot.say('#refund')).status).toBe('handled');
    await bot.say('12345678');
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Hello.', 'Which order?', 'Paid 12345678.']);
    expect(bot.sent.map(({ text }) => text)).toEqual(['Hello.', 'Which order?', 'Paid 12345678.']);
    expect(await bot.store.outboxDue(bot.clock.now(), 10)).toEqual([]);
    expect(await bot.store.actionsOpen(10)).toEqual([]);
  });

  it('tells a notice of the business once, however often it comes', async () => {
    const bot = await start({
      store: await fresh(),
      yaml: 'dialog: late\nstart: { notice: parcel.late }\nslots: { n: { type: text } }\nsteps:\n  - say: "Parcel {n} is late."\n---\ndialog: on.start\nsteps: []\n',
    });
    const notice = { conversation: 'c', id: 'n1', notice: 'parcel.late', values: { n: '7' } };
    expect(await bot.runtime.notify(notice)).toBe('unknown');
    await bot.open();
    expect([await bot.runtime.notify(notice), await bot.runtime.notify(notice)]).toEqual(['handled', 'handled']);
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Parcel 7 is late.']);
  });

  it('lets a step that waits go on after a restart', async () => {
    const yaml =
      'dialog: slow\nstart: { intents: [refund] }\nsteps:\n  - say: One moment.\n  - wait: 10m\n  - say: Here it is.\n';
    const before = await start({ store: await fresh(), yaml });
    await before.open();
    await before.say('#refund');
    await before.runtime.stop();
    await before.clock.advance(11 * minute, async () => {});
    const after = await start({ store: kind === 'memory' ? before.store : await fresh(), yaml, clock: before.clock });
    await after.runtime.settle();
    expect((await after.replies()).at(-1)).toBe('Here it is.');
  });

  it('keeps a state equal to the fold of its log', async () => {
    const bot = await start({ store: await fresh() });
    await bot.open();
    const texts = ['#refund', 'what', '12345678', 'blah', '#status', '#human.request', 'blah', '#status', 'so?'];
    for (const text of texts) await bot.say(text);
    await bot.runtime.settle();
    const snapshot = (await bot.store.load('c'))?.snapshot;
    const events = await bot.events();
    const folded = (seq: number) => events.slice(0, seq).reduce(evolve, initialState('c'));
    expect(snapshot?.state).toEqual(folded(snapshot?.seq ?? 0));
    expect((await createLives(bot.store).get('c'))?.state).toEqual(folded(events.length));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('goes on the same without its snapshots', async () => {
    const store = await fresh();
    const first = await start({ store });
    await first.open();
    await first.say('#refund');
    await first.runtime.stop();
    const blind: Store = { ...store, load: async (id) => without(await store.load(id)) };
    const second = await start({ store: blind, clock: first.clock });
    await second.say('12345678');
    await second.runtime.settle();
    expect((await second.replies()).at(-1)).toBe('Paid 12345678.');
  });

  it('handles a redelivered message once', async () => {
    const bot = await start({ store: await fresh() });
    await bot.open();
    const both = await Promise.all([bot.say('#status', { id: 'same' }), bot.say('#status', { id: 'same' })]);
    expect(both.map(({ status }) => status)).toEqual(['handled', 'duplicate']);
    expect(await bot.say('#status', { id: 'same' })).toEqual({ status: 'duplicate' });
    expect(await bot.replies()).toEqual(['Hello.', 'On its way.']);
  });

  it('takes messages that wait together as one customer turn', async () => {
    const bot = await start({ store: await fresh() });
    await bot.open();
    const all = await Promise.all([bot.say('#status'), bot.say('one'), bot.say('two')]);
    expect(all.map(({ status }) => status)).toEqual(['handled', 'handled', 'handled']);
    const turns = (await bot.events()).flatMap((event) => (event.type === 'customer.said' ? [event.turn] : []));
    expect(turns).toEqual([1, 1, 1]);
    expect(await bot.replies()).toEqual(['Hello.', 'On its way.']);
  });

  it('knows no conversation that was never begun', async () => {
    const bot = await start({ store: await fresh() });
    expect(await bot.say('hello', { conversation: 'nowhere' })).toEqual({ status: 'unknown' });
  });

  it('loses nothing when two processes move the same conversations', async () => {
    const store = await fresh();
    const one = await start({ store });
    const two = await start({ store, clock: one.clock });
    await one.open();
    const said = Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? one : two).say('#status', { id: `r${index}` }),
    );
    expect((await Promise.all(said)).every(({ status }) => status === 'handled')).toBe(true);
    const inputs = (await one.events()).flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
    expect(inputs.toSorted()).toEqual(Array.from({ length: 40 }, (_, index) => `r${index}`).toSorted());
  });

  it('stores what is said while an action runs at once, and handles it after the result', async () => {
    const result = gate<ActionResult>();
    const bot = await start({ store: await fresh(), act: () => result.promise });
    await bot.open();
    await bot.say('#refund 12345678');
    expect(await bot.say('#status', { id: 'early' })).toEqual({ status: 'deferred' });
    expect(await bot.say('#status', { id: 'early' })).toEqual({ status: 'duplicate' });
    expect((await bot.store.waiting('c')).map(({ providerId }) => providerId)).toEqual(['early']);
    result.open({ ok: true, output: true });
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Hello.', 'Paid 12345678.', 'On its way.']);
    expect(await bot.store.waiting('c')).toEqual([]);
  });

  it('serves a wish for a person at once while an action runs; its late result is only recorded', async () => {
    const result = gate<ActionResult>();
    const bot = await start({ store: await fresh(), act: () => result.promise });
    await bot.open();
    await bot.say('#refund 12345678');
    expect((await bot.say('#human.request')).status).toBe('handled');
    result.open({ ok: true, output: true });
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Hello.', 'Nobody is here.']);
    expect((await bot.events()).at(-1)?.type).toBe('action.succeeded');
  });

  it('tells the customer after three seconds that it takes a moment', async () => {
    const result = gate<ActionResult>();
    const bot = await start({ store: await fresh(), act: () => result.promise });
    await bot.open();
    await bot.say('#refund 12345678');
    await bot.clock.advance(2_900, breathe);
    expect(await bot.replies()).toEqual(['Hello.']);
    await bot.clock.advance(200, breathe);
    expect(await bot.replies()).toEqual(['Hello.', 'One moment.']);
    result.open({ ok: true, output: true });
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Hello.', 'One moment.', 'Paid 12345678.']);
  });

  it('never calls an action twice whose first call may have worked', async () => {
    let calls = 0;
    const act = (): Promise<ActionResult> => {
      calls++;
      return new Promise(() => {});
    };
    const bot = await start({ store: await fresh(), act });
    await bot.open();
    await bot.say('#refund 12345678');
    await bot.clock.advance(minute, breathe);
    expect(calls).toBe(1);
    const failed = (await bot.events()).flatMap((event) =>
      event.type === 'action.failed' ? [event.data.failure] : [],
    );
    expect(failed).toEqual(['unknown']);
    expect((await bot.replies()).at(-1)).toBe('Our fault.');
  });

  it('repeats an action declared safe, with the same idempotency key, and gives up in the end', async () => {
    const keys: string[] = [];
    const act = async ({ idempotencyKey }: { readonly idempotencyKey: string }): Promise<ActionResult> => {
      keys.push(idempotencyKey);
      return { ok: false, failure: 'error', message: 'down' };
    };
    const bot = await start({ store: await fresh(), spec: { safe: true, retries: 2 }, act });
    await bot.open();
    await bot.say('#refund 12345678');
    await bot.clock.advance(minute, breathe);
    expect(keys).toEqual(['c:a1', 'c:a1', 'c:a1']);
    expect((await bot.replies()).at(-1)).toBe('Our fault.');
  });

  it('turns an action that throws into a failure the dialog answers', async () => {
    const act = async (): Promise<ActionResult> => {
      throw new Error('bug');
    };
    const bot = await start({ store: await fresh(), act });
    await bot.open();
    await bot.say('#refund 12345678');
    await bot.runtime.settle();
    expect((await bot.replies()).at(-1)).toBe('Our fault.');
  });

  it('sends again, in order, what a channel could not take', async () => {
    let isDown = true;
    const send = async (): Promise<Sent> => (isDown ? { ok: false, message: 'down' } : { ok: true });
    const bot = await start({ store: await fresh(), send });
    await bot.open();
    await bot.say('#status');
    await bot.say('#refund');
    await bot.runtime.settle();
    expect(bot.sent).toEqual([]);
    isDown = false;
    await bot.clock.advance(hour, () => bot.runtime.settle());
    expect(bot.sent.map(({ text }) => text)).toEqual(['Hello.', 'On its way.', 'Which order?']);
  });

  it('acknowledges nothing it could not store, and goes on when it can again', async () => {
    const store = await fresh();
    let isFull = false;
    const full = async (commit: Commit): ReturnType<Store['commit']> => {
      if (isFull) throw new TouchpointError('STORE_FULL', 'the disk is full');
      return store.commit(commit);
    };
    const bot = await start({ store: { ...store, commit: full } });
    await bot.open();
    isFull = true;
    await expect(bot.say('#status', { id: 'x' })).rejects.toMatchObject({ code: 'STORE_FULL' });
    isFull = false;
    expect((await bot.say('#status', { id: 'x' })).status).toBe('handled');
    expect(await bot.replies()).toEqual(['Hello.', 'On its way.']);
  });

  it('handles a message that waited for an action although the store failed in between', async () => {
    const store = await fresh();
    const result = gate<ActionResult>();
    let failures = 0;
    const failing = async (commit: Commit): ReturnType<Store['commit']> => {
      if (commit.handled.length > 0 && failures++ === 0) throw new TouchpointError('STORE_FULL', 'the disk is full');
      return store.commit(commit);
    };
    const bot = await start({ store: { ...store, commit: failing }, act: () => result.promise });
    await bot.open();
    await bot.say('#refund 12345678');
    await bot.say('#status', { id: 'waiting' });
    result.open({ ok: true, output: true });
    await bot.runtime.settle();
    expect(await bot.replies()).toEqual(['Hello.', 'Paid 12345678.']);
    await bot.say('blah');
    await bot.runtime.settle();
    expect(await bot.replies()).toContain('On its way.');
    expect(await store.waiting('c')).toEqual([]);
  });

  it('begins an action once its try could be stored', async () => {
    const store = await fresh();
    let failures = 0;
    const actionStarted: Store['actionStarted'] = async (conversation, request) => {
      if (failures++ === 0) throw new TouchpointError('STORE_FULL', 'the disk is full');
      return store.actionStarted(conversation, request);
    };
    let calls = 0;
    const act = async (): Promise<ActionResult> => {
      calls++;
      return { ok: true, output: true };
    };
    const bot = await start({ store: { ...store, actionStarted }, act });
    await bot.open();
    await bot.say('#refund 12345678');
    await breathe();
    expect(calls).toBe(0);
    await bot.clock.advance(minute, () => breathe());
    expect(await bot.replies()).toEqual(['Hello.', 'Paid 12345678.']);
    expect(calls).toBe(1);
  });

  it('loses no wish for a person that was overtaken by the result of an action', async () => {
    const store = await fresh();
    const result = gate<ActionResult>();
    const first = await start({ store, act: () => result.promise });
    const commit: Store['commit'] = async (turn) => {
      if (turn.inbox.some(({ providerId }) => providerId === 'urgent')) {
        result.open({ ok: true, output: true });
        await first.runtime.settle();
      }
      return store.commit(turn);
    };
    const second = await start({ store: { ...store, commit } });
    await first.open();
    await first.say('#refund 12345678');
    await Promise.all([second.say('#status', { id: 'aside' }), second.say('#human.request', { id: 'urgent' })]);
    await second.runtime.settle();
    const said = (await first.events()).flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
    expect(said.slice(1).toSorted()).toEqual(['aside', 'urgent']);
  });

  it('does not acknowledge a message that others have overtaken again and again', async () => {
    const store = await fresh();
    let isBusy = false;
    const commit: Store['commit'] = async (turn) => (isBusy ? 'conflict' : store.commit(turn));
    const bot = await start({ store: { ...store, commit } });
    await bot.open();
    isBusy = true;
    await expect(bot.say('#status', { id: 'x' })).rejects.toMatchObject({ code: 'STORE_FAILED' });
    isBusy = false;
    expect((await bot.say('#status', { id: 'x' })).status).toBe('handled');
  });

  it('sends a reply once, although the store says late what was due', async () => {
    const store = await fresh();
    const [sending, answering] = [gate<void>(), gate<void>()];
    let looks = 0;
    const outboxDue: Store['outboxDue'] = async (now, limit) => {
      const rows = await store.outboxDue(now, limit);
      if (rows.length > 0 && ++looks > 1) await answering.promise;
      return rows;
    };
    const bot = await start({
      store: { ...store, outboxDue },
      send: () => sending.promise.then((): Sent => ({ ok: true })),
    });
    await bot.open();
    await expect.poll(() => looks, { timeout: minute }).toBe(1);
    await bot.open('other');
    await expect.poll(() => looks, { timeout: minute }).toBe(2);
    sending.open();
    await expect
      .poll(() => store.outboxDue(bot.clock.now(), 9).then((rows) => rows.length), { timeout: minute })
      .toBe(1);
    answering.open();
    await bot.runtime.settle();
    expect(bot.sent.map(({ id }) => id).toSorted()).toEqual(['c:3', 'other:3']);
  });

  it('does not run an action again that ended while the store said what was open', async () => {
    const store = await fresh();
    const [result, answering] = [gate<ActionResult>(), gate<void>()];
    let look = (_: undefined): void => {};
    const sharing: Sharing = {
      listen: (changed) => {
        look = changed;
        return () => {};
      },
      versions: async () => new Map(),
    };
    let looks = 0;
    const actionsOpen: Store['actionsOpen'] = async (limit) => {
      const rows = await store.actionsOpen(limit);
      if (rows.length > 0) looks++;
      if (rows.length > 0) await answering.promise;
      return rows;
    };
    let calls = 0;
    const act = (): Promise<ActionResult> => {
      calls++;
      return result.promise;
    };
    const bot = await start({ store: { ...store, sharing, actionsOpen }, act, spec: { safe: true } });
    await bot.open();
    await bot.say('#refund 12345678');
    look(undefined);
    await expect.poll(() => looks, { timeout: minute }).toBe(1);
    result.open({ ok: true, output: true });
    await expect.poll(() => bot.replies(), { timeout: minute }).toContain('Paid 12345678.');
    answering.open();
    await bot.runtime.settle();
    expect(calls).toBe(1);
    expect(await bot.replies()).toEqual(['Hello.', 'Paid 12345678.']);
  });

  it('gives a customer an honest word when its own code breaks', async () => {
    const bot = await start({ store: await fresh() });
    await bot.open();
    const node = [...(bot.program.dialogs.get('where')?.nodes.values() ?? [])][0];
    Object.defineProperty(node, 'texts', {
      get: () => [
        {
          format: () => {
            throw new Error('bug');
          },
        },
      ],
    });
    expect((await bot.say('#status')).status).toBe('handled');
    expect((await bot.replies()).at(-1)).toBe('Our fault.');
    expect(bot.logged).toEqual(['a turn broke down']);
  });

  it('tells its listeners every commit in order', async () => {
    const bot = await start({ store: await fresh() });
    const seen: number[] = [];
    bot.runtime.listen((_, events) => seen.push(...events.map(({ seq }) => seq)));
    await bot.open();
    await Promise.all([bot.say('#status'), bot.say('#refund'), bot.say('12345678')]);
    await bot.runtime.settle();
    expect(seen).toEqual((await bot.events()).map(({ seq }) => seq));
  });
});

describe('after a restart', () => {
  it('the runtime takes up timers, waiting messages and undelivered replies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-runtime-'));
    const file = join(folder, 'data.db');
    const store = await openStore(file);
    const first = await start({ store, act: () => new Promise(() => {}), send: () => new Promise(() => {}) });
    await first.open();
    await first.say('#refund 12345678');
    await first.say('#status');
    await store.close();
    const second = await start({ store: await openStore(file), clock: createTestClock(first.clock.now()) });
    await second.runtime.settle();
    expect(await second.replies()).toEqual(['Hello.', 'Our fault.', 'On its way.']);
    expect(second.sent.map(({ text }) => text)).toEqual(['Hello.', 'Our fault.', 'On its way.']);
    await second.clock.advance(8 * 24 * hour, () => second.runtime.settle());
    const timed = (await second.events())
      .map(({ type }) => type)
      .filter((type) => type === 'case.silent' || type === 'case.matured');
    expect(timed.toSorted()).toEqual(['case.matured', 'case.matured', 'case.silent', 'case.silent']);
    await second.store.close();
    await rm(folder, { recursive: true, force: true });
  });
});

function without(loaded: Awaited<ReturnType<Store['load']>>): Awaited<ReturnType<Store['load']>> {
  return loaded && { ...loaded, snapshot: undefined };
}
