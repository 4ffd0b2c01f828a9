/** Surveys by a link: of whom, and what becomes of what they answer. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Event, EventType } from '../../src/events/event.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import { foldCase, startCase } from '../../src/measurement/fold-case.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { type Harness, start } from './harness.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
let bot: Harness;
afterEach(() => bot.runtime.stop());

/** A customer who went in the middle of it, on a channel that does not reach them. */
async function gone(channel = 'web', ...said: readonly string[]): Promise<void> {
  await begin();
  await bot.open('c', channel);
  for (const text of said.length > 0 ? said : ['#refund']) await bot.say(text);
  await pass(21 * hour);
}

async function begin(): Promise<void> {
  bot = await start({
    store: memoryStore(),
    surveys: {
      rate: 1,
      items: ['csat', 'solved'],
      most: 2,
      soonMs: 3 * minute,
      lateMs: 20 * hour,
      linkMs: 14 * day,
      capMs: 30 * day,
      npsRate: 0,
    },
  });
}

async function pass(ms: number): Promise<void> {
  await bot.clock.advance(ms, () => bot.runtime.settle());
}

const link = { conversation: 'c', case: 'c/1', items: ['csat', 'solved'] } as const;
const answer = (value: string, comment = '') =>
  bot.runtime.surveyed({ ...link, answers: [{ item: 'csat', value }], comment });
const sent = () => bot.runtime.surveyed({ ...link, answers: [], comment: '' });
const due = async () => (await bot.runtime.linked('c'))?.due ?? null;

async function of<T extends EventType>(type: T) {
  return (await bot.events()).filter((event): event is Extract<Event, { type: T }> => event.type === type);
}

async function measured() {
  const events = (await bot.events()).filter((event) => event.case === 'c/1');
  return events.reduce((fold, event) => foldCase(published, fold, event), startCase);
}

describe('a survey by a link', () => {
  it('is due once the customer has gone, with what was drawn when the case began', async () => {
    await gone();
    expect(await of('survey.asked')).toEqual([]);
    expect(await due()).toMatchObject({ case: 'c/1', items: ['csat', 'solved'] });
    await bot.say('still here');
    expect(await due()).toBeNull();
  });

  it('is not due where the channel itself reaches who has gone: they are asked there', async () => {
    await gone('push');
    expect(await of('survey.asked')).toMatchObject([{ data: { late: true } }]);
    expect(await due()).toBeNull();
  });

  it('asks who is known on the web too: in the chat they would see it only if they came back', async () => {
    await begin();
    const opening = {
      conversation: 'c',
      channel: 'web',
      address: 'c',
      entryPoint: 'default',
      customer: 'k',
      locale: 'en',
    };
    await bot.runtime.open({ ...opening, profile: { email: 'ines@shop.example' } });
    await bot.say('#refund');
    await pass(21 * hour);
    expect(await of('survey.asked')).toEqual([]);
    expect(await bot.runtime.linked('c')).toMatchObject({
      profile: { email: 'ines@shop.example' },
      due: { case: 'c/1' },
    });
  });

  it('counts as asked once it was sent, and once only', async () => {
    await gone();
    expect(await sent()).toBe('handled');
    await sent();
    const asked = await of('survey.asked');
    expect(asked.map(({ data, case: id }) => [data.item, data.late, data.case, id])).toEqual([
      ['csat', true, 'c/1', 'c/1'],
      ['solved', true, 'c/1', 'c/1'],
    ]);
    expect(await due()).toBeNull();
  });

  it('answered counts, whether or not it was said to be sent; an answer given again takes the place of the first', async () => {
    await gone();
    await answer('2', 'took very long');
    await answer('5');
    expect(await of('survey.answered')).toMatchObject([
      { data: { item: 'csat', value: '2' } },
      { data: { item: 'csat', value: '5', again: true } },
    ]);
    expect(await of('survey.commented')).toMatchObject([{ words: { text: 'took very long' } }]);
    expect((await measured()).experience.survey.items).toMatchObject([
      { item: 'csat', value: '5', late: true, shown: true, commented: true },
      { item: 'solved', value: null },
    ]);
  });

  it('changes neither effort nor outcome, says nothing, and leaves the talk where it was', async () => {
    await gone();
    const before = await measured();
    const replies = await bot.replies();
    await answer('1', 'never again');
    const { tallies, outcome, context } = await measured();
    expect({ tallies, outcome, turns: context.customerTurns }).toEqual({
      tallies: before.tallies,
      outcome: before.outcome,
      turns: before.context.customerTurns,
    });
    expect(await bot.replies()).toEqual(replies);
    await bot.say('12345678');
    await bot.runtime.settle();
    expect((await bot.replies()).at(-1)).toContain('Paid');
  });

  it('states a resolution of the case it is about where it answers "is it solved?"', async () => {
    await gone('web', '#status', '#refund');
    expect((await of('case.opened')).map(({ data }) => data.case)).toEqual(['c/1', 'c/2']);
    await bot.runtime.surveyed({ ...link, answers: [{ item: 'solved', value: 'no' }], comment: '' });
    expect(await of('resolution.stated')).toMatchObject([{ data: { value: 'no' }, case: 'c/1' }]);
  });

  it('stays due while another issue of the customer begins, and is not held against them for ever', async () => {
    await gone('web', '#status', '#refund');
    expect(await due()).toMatchObject({ case: 'c/1' });
    await pass(31 * day);
    await bot.open('d', 'web');
    await bot.say('#refund', { conversation: 'd' });
    const events = await bot.events('d');
    expect(events.find(({ type }) => type === 'survey.eligible')).toMatchObject({ data: { why: 'drawn' } });
  });

  it('takes what is not on the scale for no answer', async () => {
    await gone();
    await answer('9');
    expect(await of('survey.answered')).toEqual([]);
  });

  it('of who was erased takes nothing, and says nothing of them', async () => {
    await gone();
    await bot.store.erase('k', bot.clock.now());
    const count = (await bot.events()).length;
    expect(await answer('1', 'my name is Anna')).toBe('unknown');
    expect(await bot.runtime.linked('c')).toBeUndefined();
    expect((await bot.events()).length).toBe(count);
  });

  it('counts for the cap: another case of the customer is not asked about soon', async () => {
    await gone();
    await sent();
    await bot.open('d', 'web');
    await bot.say('#refund', { conversation: 'd' });
    const events = await bot.events('d');
    expect(events.find(({ type }) => type === 'survey.eligible')).toMatchObject({ data: { why: 'capped' } });
  });
});
