import { describe, expect, it } from 'vitest';
import { published } from '../../src/measurement/constants/measures.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { createProjector } from '../../src/reports/facts/create-projector.ts';
import { parseFacts } from '../../src/reports/facts/parse-facts.ts';
import { rebuild } from '../../src/reports/facts/rebuild.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { freshDatabase } from '../postgres/database.ts';
import { type Harness, start } from './harness.ts';

const hour = 3_600_000;
const day = 24 * hour;
const projecting = { measures: published, zone: 'UTC' };

async function facts({ store }: Harness): Promise<readonly Facts[]> {
  await createProjector({ store, ...projecting }).catchUp();
  return (await store.facts({})).map((row) => parseFacts(row.facts)).toSorted((a, b) => (a.case < b.case ? -1 : 1));
}

async function cases(bot: Harness, conversation = 'c'): Promise<readonly string[]> {
  const events = await bot.events(conversation);
  return events.flatMap((event) => (event.type.startsWith('case.') ? [`${event.type} ${event.case}`] : []));
}

async function pass(bot: Harness, ms: number): Promise<void> {
  await bot.clock.advance(ms, () => bot.runtime.settle());
}

/** Two processes on one place; a place in memory has one. */
async function twoOf(location: string): Promise<readonly [Store, Store]> {
  const first = await openStore(location);
  return [first, location === 'memory:' ? first : await openStore(location)];
}

/** Solved in c, a day of silence, and the same again in d. */
async function comesBack(channel: string, said = '#status', store = memoryStore()): Promise<Harness> {
  const bot = await start({ store });
  await bot.open('c', 'web');
  await bot.say('#status');
  await pass(bot, 2 * day);
  await bot.open('d', channel);
  await bot.say(said, { conversation: 'd' });
  await bot.runtime.settle();
  return bot;
}

describe('the cases of a customer', () => {
  it('are one where they come back with the same on another channel, known by who they are', async () => {
    const bot = await comesBack('push');
    expect(await cases(bot, 'd')).toEqual(['case.opened d/1', 'case.named d/1', 'case.linked d/1']);
    expect(await cases(bot)).toEqual(['case.opened c/1', 'case.named c/1', 'case.silent c/1', 'case.continued c/1']);
    const [one, ...more] = await facts(bot);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      case: 'c/1',
      channel: 'web',
      conversations: ['c', 'd'],
      customerTurns: 2,
      returns: 1,
      outcome: { reopened: true },
    });
    expect(one?.burdens).toMatchObject([{ signal: 'repeat_contact', count: 1, step: { dialog: 'where' } }]);
  });

  it.each([
    ['one process', async () => 'memory:'],
    ['two processes on PostgreSQL', freshDatabase],
  ])('are folded to their end though both conversations are folded at once, by %s', async (_, place) => {
    const location = await place();
    const [mine, other] = await twoOf(location);
    const bot = await comesBack('push', '#status', mine);
    const theirs = createProjector({ store: other, ...projecting });
    await theirs.catchUp();
    await mine.markDirty('c');
    let isFirst = true;
    const late: Store = {
      ...mine,
      async writeFacts(conversation, seq, rows) {
        if (conversation === 'c' && isFirst) {
          isFirst = false;
          await bot.say('#status', { conversation: 'd' });
          await theirs.catchUp();
        }
        return mine.writeFacts(conversation, seq, rows);
      },
    };
    await createProjector({ store: late, ...projecting }).catchUp();
    await theirs.catchUp();
    expect((await other.facts({})).map((row) => parseFacts(row.facts))).toMatchObject([{ customerTurns: 3 }]);
    await bot.runtime.stop();
    for (const store of new Set([mine, other])) await store.close();
  });

  it('are two where they come with something else', async () => {
    const bot = await comesBack('push', '#refund');
    expect((await facts(bot)).map((one) => one.case)).toEqual(['c/1', 'd/1']);
  });

  it('are two once the window has passed', async () => {
    const bot = await start({ store: memoryStore() });
    await bot.open('c');
    await bot.say('#status');
    await pass(bot, 8 * day);
    await bot.open('d');
    await bot.say('#status', { conversation: 'd' });
    await bot.runtime.settle();
    const all = await facts(bot);
    expect(all.map((one) => [one.case, one.returns])).toEqual([
      ['c/1', 0],
      ['d/1', 0],
    ]);
    expect(all[0]?.outcome.final).toBe(true);
  });

  it('are two parcels where the numbers differ, and one where they are the same', async () => {
    const bot = await start({ store: memoryStore() });
    const { program } = bot;
    const knowing = await start({
      store: memoryStore(),
      bots: {
        current: () => ({
          program: { ...program, issues: { rules: new Map(), keyTypes: new Set(['order_number']) } },
          since: 0,
          understand: (text) => ({
            model: 'm',
            threshold: 0.5,
            accepted: 'status',
            candidates: [{ intent: 'status', score: 0.9 }],
            entities: [{ type: 'order_number', text, start: 0, end: text.length, value: text }],
          }),
        }),
        version: async () => undefined,
      },
    });
    for (const [conversation, number] of [
      ['c', '12345678'],
      ['d', '87654321'],
      ['e', '12345678'],
    ] as const) {
      await knowing.open(conversation);
      await knowing.say(number, { conversation });
      await pass(knowing, day + hour);
    }
    expect((await facts(knowing)).map((one) => one.conversations)).toEqual([['c', 'e'], ['d']]);
    expect(JSON.stringify(await knowing.store.facts({}))).not.toContain('12345678');
    for (const id of ['c', 'd', 'e'])
      for (const event of await knowing.events(id))
        expect(JSON.stringify('words' in event ? { ...event, words: null } : event)).not.toContain('12345678');
  });

  it('are told apart within one conversation, each with its own silence and maturity', async () => {
    const bot = await start({ store: memoryStore() });
    await bot.open('c');
    await bot.say('#status');
    await pass(bot, hour);
    await bot.say('#refund 12345678');
    await pass(bot, 30 * day);
    expect(await cases(bot)).toEqual([
      'case.opened c/1',
      'case.named c/1',
      'case.opened c/2',
      'case.split c/2',
      'case.named c/2',
      'case.silent c/2',
      'case.silent c/1',
      'case.matured c/2',
      'case.matured c/1',
    ]);
    const said = (await bot.events()).filter(({ type }) => type === 'customer.said').map((event) => event.case);
    expect(said).toEqual(['c/1', 'c/2']);
    const all = await facts(bot);
    expect(all.map((one) => [one.case, one.customerTurns, one.outcome.final])).toEqual([
      ['c/1', 1, true],
      ['c/2', 1, true],
    ]);
    expect(all.every(({ review }) => review.draw !== null && review.draw >= 0 && review.draw < 1)).toBe(true);
  });

  it('go on where the customer comes back with it in the same conversation', async () => {
    const bot = await start({ store: memoryStore() });
    await bot.open('c');
    await bot.say('#status');
    await pass(bot, 2 * day);
    await bot.say('#status');
    const [one] = await facts(bot);
    expect(one).toMatchObject({ case: 'c/1', returns: 1, customerTurns: 2, outcome: { reopened: true } });
  });

  it('are linked though the process ends before the first conversation is told', async () => {
    const store = memoryStore();
    const first = await start({ store });
    await first.open('c', 'web');
    await first.say('#status');
    await pass(first, 2 * day);
    await first.open('d');
    await first.say('#status', { conversation: 'd' });
    await first.runtime.stop();
    const second = await start({ store, clock: first.clock });
    await second.runtime.settle();
    expect(await cases(second)).toContain('case.continued c/1');
    expect((await cases(second)).filter((one) => one === 'case.continued c/1')).toHaveLength(1);
  });

  it('have the same bytes when they are made anew, and after the customer was erased', async () => {
    const bot = await comesBack('push');
    await facts(bot);
    expect((await rebuild({ store: bot.store, ...projecting })).differences).toEqual([]);
    const before = await bot.store.facts({});
    await bot.store.erase('k', bot.clock.now());
    expect((await rebuild({ store: bot.store, ...projecting })).differences).toEqual([]);
    expect(await bot.store.facts({})).toEqual(before);
  });

  it('hold what a reviewer found: the last word on each sample', async () => {
    const bot = await start({ store: memoryStore() });
    await bot.open('c');
    await bot.say('#status');
    await pass(bot, 9 * day);
    const judgement = { conversation: 'c', case: 'c/1', sample: 'assumed', reviewer: 'ann' } as const;
    expect(await bot.runtime.judge({ ...judgement, value: false })).toBe('handled');
    expect(await bot.runtime.judge({ ...judgement, value: true })).toBe('handled');
    expect(await bot.runtime.judge({ ...judgement, conversation: 'none', value: true })).toBe('unknown');
    const [one] = await facts(bot);
    expect(one?.review.judged).toMatchObject([{ sample: 'assumed', value: true }]);
    expect(one?.person.joined).toBe(false);
  });
});
