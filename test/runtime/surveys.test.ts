/** Asking how it was: whom, when, and what becomes of odd answers. */
import { describe, expect, it } from 'vitest';
import type { Surveys } from '../../src/dialogs/program.ts';
import type { Event, EventType } from '../../src/events/event.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { type Harness, start } from './harness.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const usual: Surveys = {
  rate: 1,
  items: ['csat', 'ces', 'solved', 'expectation', 'feeling'],
  most: 2,
  soonMs: 3 * minute,
  lateMs: 20 * hour,
  linkMs: null,
  capMs: 30 * day,
  npsRate: 0,
};
const always = (...items: Surveys['items']): Surveys => ({ ...usual, items, most: items.length });

const bot = (surveys: Surveys = usual): Promise<Harness> => start({ store: memoryStore(), surveys });

async function pass(harness: Harness, ms: number): Promise<void> {
  await harness.clock.advance(ms, () => harness.runtime.settle());
}

async function types(harness: Harness, conversation = 'c'): Promise<readonly EventType[]> {
  return (await harness.events(conversation)).map(({ type }) => type);
}

async function of<T extends EventType>(harness: Harness, type: T, conversation = 'c') {
  const events = await harness.events(conversation);
  return events.filter((event): event is Extract<Event, { type: T }> => event.type === type);
}

describe('a survey', () => {
  it('is decided on when the case begins, and asked once all is said: two items, in turn', async () => {
    const harness = await bot();
    await harness.open();
    await harness.say('#status');
    const [eligible] = await of(harness, 'survey.eligible');
    expect(eligible?.data).toMatchObject({ why: 'drawn', rate: 1, share: 0.4, reachable: true });
    expect(eligible?.turn).toBe(1);
    await pass(harness, 2 * minute);
    expect(await types(harness)).not.toContain('survey.asked');
    await pass(harness, 2 * minute);
    const [first] = await of(harness, 'survey.asked');
    expect(first?.data.item).toBe(eligible?.data.items[0]);
    await harness.say(first?.data.scale[0] ?? '');
    const asked = await of(harness, 'survey.asked');
    expect(asked.map(({ data }) => data.item)).toEqual(eligible?.data.items);
    await harness.say(asked[1]?.data.scale[1] ?? '');
    expect(await of(harness, 'survey.answered')).toMatchObject([
      { data: { item: first?.data.item, value: first?.data.scale[0] } },
      { data: { item: asked[1]?.data.item, value: asked[1]?.data.scale[1] } },
    ]);
    expect((await harness.replies()).at(-1)).toBe('Thank you for telling us.');
    expect(await types(harness)).not.toContain('message.unmatched');
  });

  it('is asked whatever came of the issue: late, where the customer went in the middle of it', async () => {
    const harness = await bot(always('csat'));
    await harness.open();
    await harness.say('#refund');
    await pass(harness, 19 * hour);
    expect(await types(harness)).not.toContain('survey.asked');
    await pass(harness, 2 * hour);
    expect(await of(harness, 'survey.asked')).toMatchObject([{ data: { item: 'csat', late: true } }]);
  });

  it('is not asked late where nothing would reach the customer, and that is noted beforehand', async () => {
    const harness = await bot(always('csat'));
    await harness.open('c', 'web');
    await harness.say('#refund');
    await pass(harness, 2 * day);
    expect(await of(harness, 'survey.eligible')).toMatchObject([{ data: { reachable: false, items: ['csat'] } }]);
    expect(await types(harness)).not.toContain('survey.asked');
  });

  it('is not asked of one customer more often than allowed, over all their conversations', async () => {
    const harness = await bot(always('csat'));
    await harness.open();
    await harness.say('#status');
    await pass(harness, 4 * minute);
    await harness.open('d');
    await harness.say('#refund', { conversation: 'd' });
    expect(await of(harness, 'survey.eligible', 'd')).toMatchObject([{ data: { why: 'capped', items: [] } }]);
    await pass(harness, 31 * day);
    await harness.open('e');
    await harness.say('#refund', { conversation: 'e' });
    expect(await of(harness, 'survey.eligible', 'e')).toMatchObject([{ data: { why: 'drawn' } }]);
  });

  it('draws cases and items by the shares it states', async () => {
    const harness = await bot({ ...usual, rate: 0.5, capMs: 0 });
    const drawn: string[] = [];
    for (let n = 0; n < 200; n++) {
      await harness.runtime.open({ ...opening, conversation: `n${n}`, customer: `k${n}` });
      await harness.say('#status', { conversation: `n${n}` });
      const [eligible] = await of(harness, 'survey.eligible', `n${n}`);
      if (eligible?.data.why === 'drawn') drawn.push(...eligible.data.items);
    }
    expect(drawn.length / 2 / 200).toBeGreaterThan(0.4);
    expect(drawn.length / 2 / 200).toBeLessThan(0.6);
    for (const item of usual.items) {
      const share = drawn.filter((one) => one === item).length / (drawn.length / 2);
      expect([share > 0.25, share < 0.55]).toEqual([true, true]);
    }
  });

  it('asks about the whole relationship alone, and no more than once in 90 days', async () => {
    const harness = await bot({ ...usual, npsRate: 1, capMs: day });
    await harness.open();
    await harness.say('#status');
    await pass(harness, 4 * minute);
    expect(await of(harness, 'survey.asked')).toMatchObject([{ data: { item: 'nps' } }]);
    await pass(harness, 40 * day);
    await harness.open('d');
    await harness.say('#status', { conversation: 'd' });
    const [eligible] = await of(harness, 'survey.eligible', 'd');
    expect(eligible?.data.items).toHaveLength(2);
    expect(eligible?.data.items).not.toContain('nps');
  });
});

const opening = { channel: 'push', address: 'a', entryPoint: 'default', locale: 'en' };

describe('an odd answer to a survey', () => {
  async function asked(): Promise<Harness> {
    const harness = await bot(always('csat'));
    await harness.open();
    await harness.say('#status');
    await pass(harness, 4 * minute);
    return harness;
  }

  it('given twice: the last word counts', async () => {
    const harness = await asked();
    await harness.say('1');
    await harness.say('5');
    expect(await of(harness, 'survey.answered')).toMatchObject([
      { data: { value: '1' } },
      { data: { value: '5', again: true } },
    ]);
    expect((await harness.replies()).at(-1)).toContain('new answer');
    expect(await types(harness)).not.toContain('message.unmatched');
  });

  it('after a year: it counts nowhere, and the customer is told', async () => {
    const harness = await asked();
    await pass(harness, 365 * day);
    await harness.say('5');
    expect(await types(harness)).not.toContain('survey.answered');
    expect(await of(harness, 'survey.closed')).toMatchObject([{ data: { item: 'csat' } }]);
    expect((await harness.replies()).at(-1)).toContain('closed');
    const opened = await of(harness, 'case.opened');
    expect(opened).toHaveLength(1);
  });

  it('in words of their own: kept as a comment, which is no misunderstanding', async () => {
    const harness = await asked();
    await harness.say('took far too long if you ask me');
    expect(await of(harness, 'survey.commented')).toMatchObject([
      { data: { item: 'csat' }, words: { text: 'took far too long if you ask me' } },
    ]);
    expect(await types(harness)).not.toContain('message.unmatched');
    expect((await harness.replies()).at(-1)).toBe('Thank you for telling us.');
  });

  it('that is a wish for something else: that comes first, and the item counts as declined', async () => {
    const harness = await asked();
    await harness.say('#refund');
    expect(await types(harness)).toContain('survey.declined');
    expect((await harness.replies()).at(-1)).toBe('Which order?');
  });

  it('a number for another question is no answer to a survey', async () => {
    const harness = await asked();
    await harness.say('5');
    await harness.say('#refund');
    await harness.say('3');
    expect(await of(harness, 'survey.answered')).toHaveLength(1);
  });
});
