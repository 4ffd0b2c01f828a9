/** Telling customers something first: whom, when, how often, and what is measured of it. */
import { describe, expect, it } from 'vitest';
import { published } from '../../src/measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { quietFor } from '../../src/runtime/notices/quiet-for.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { type Harness, start } from './harness.ts';

const yaml = `
dialog: late
start: { notice: parcel.late }
slots:
  number: { type: text, ask: Which one? }
steps:
  - say: Parcel {number} comes later.
---
dialog: yes
start: { intents: [refund] }
steps:
  - consent: given
  - say: Noted.
---
dialog: no
start: { intents: [status] }
steps:
  - consent: withdrawn
  - say: Noted.
`;
const hour = 3_600_000;
const night = { from: 21 * 60, to: 8 * 60 };
const late = { customer: 'k', topic: 'parcel.late', data: { number: '12' }, dedupeKey: 'late 12' };

const bot = async (noticing: NonNullable<Parameters<typeof start>[0]['noticing']> = { consent: 'assumed' }) => {
  const harness = await start({ store: memoryStore(), yaml, noticing });
  await harness.open();
  return harness;
};

async function factsOf(harness: Harness) {
  const fold = foldConversation(published, startConversation, await harness.events());
  return readConversation(published, 'c', fold)[0];
}

describe('a notice', () => {
  it('begins its dialog with its values, once for each key, and is an issue that the business began', async () => {
    const harness = await bot();
    expect(await harness.runtime.tell(late)).toEqual({ status: 'told', conversation: 'c' });
    expect(await harness.runtime.tell(late)).toEqual({ status: 'duplicate', conversation: 'c' });
    expect((await harness.replies()).filter((text) => text === 'Parcel 12 comes later.')).toHaveLength(1);
    expect(await factsOf(harness)).toMatchObject({ initiated: 'proactive', engaged: false, customerTurns: 0 });
    await harness.say('#refund');
    expect(await factsOf(harness)).toMatchObject({ initiated: 'interactive', customerTurns: 1 });
  });

  it('is refused for a customer nobody knows, one who was erased, and a topic no dialog begins with', async () => {
    const harness = await bot();
    expect(await harness.runtime.tell({ ...late, customer: 'nobody' })).toEqual({ status: 'unknown_customer' });
    expect(await harness.runtime.tell({ ...late, customer: 'web:nobody' })).toEqual({ status: 'unknown_customer' });
    expect(await harness.runtime.tell({ ...late, topic: 'parcel.lost' })).toEqual({
      status: 'unknown_topic',
      topics: ['parcel.late'],
    });
    await harness.store.erase('k', harness.clock.now());
    expect(await harness.runtime.tell(late)).toEqual({ status: 'erased' });
    const again = await start({ store: harness.store, yaml, noticing: { consent: 'assumed' } });
    expect(await again.runtime.tell(late)).toEqual({ status: 'erased' });
  });

  it('is told only to who has agreed, where that is asked for; the last word counts', async () => {
    const harness = await bot({ consent: 'asked' });
    expect(await harness.runtime.tell(late)).toEqual({ status: 'no_consent' });
    await harness.say('#refund');
    expect(await harness.runtime.tell(late)).toMatchObject({ status: 'told' });
    await harness.say('#status');
    expect(await harness.runtime.tell({ ...late, dedupeKey: 'other' })).toEqual({ status: 'no_consent' });
  });

  it('is told no more often than allowed', async () => {
    const harness = await bot({ consent: 'assumed', most: 1, withinMs: 24 * hour });
    await harness.runtime.tell(late);
    expect(await harness.runtime.tell({ ...late, dedupeKey: 'other' })).toEqual({ status: 'capped' });
    await harness.clock.advance(25 * hour, () => harness.runtime.settle());
    expect(await harness.runtime.tell({ ...late, dedupeKey: 'other' })).toMatchObject({ status: 'told' });
  });

  it('waits until the night is over', async () => {
    const harness = await bot({ consent: 'assumed', quiet: { from: 8 * 60, to: 10 * 60 } });
    expect(await harness.runtime.tell(late)).toEqual({
      status: 'later',
      conversation: 'c',
      at: '2026-01-05T10:00:00.000Z',
    });
    expect(await harness.runtime.tell(late)).toMatchObject({ status: 'duplicate' });
    expect(await harness.replies()).not.toContain('Parcel 12 comes later.');
    await harness.clock.advance(hour, () => harness.runtime.settle());
    expect(await harness.replies()).toContain('Parcel 12 comes later.');
  });

  it('is told where a channel still takes a first word, and nowhere when the windows of all have closed', async () => {
    const harness = await bot({ consent: 'assumed', most: 9, windowsMs: { push: 24 * hour, web: 48 * hour } });
    const tell = (dedupeKey: string) => harness.runtime.tell({ ...late, dedupeKey });
    const pass = (hours: number) => harness.clock.advance(hours * hour, () => harness.runtime.settle());
    expect(await tell('before they spoke')).toEqual({ status: 'out_of_window', channel: 'push' });
    await harness.say('#refund');
    await pass(24);
    expect(await tell('in time')).toEqual({ status: 'told', conversation: 'c' });
    await pass(1);
    expect(await tell('too late')).toEqual({ status: 'out_of_window', channel: 'push' });
    await harness.open('w', 'web');
    await harness.say('#refund', { conversation: 'w' });
    expect(await tell('elsewhere')).toEqual({ status: 'told', conversation: 'w' });
    await pass(49);
    expect(await tell('nowhere')).toEqual({ status: 'out_of_window', channel: 'push' });
    expect(await tell('in time')).toEqual({ status: 'duplicate', conversation: 'c' });
  });

  it('put off by night is refused where the window closes before morning', async () => {
    const quiet = { from: 8 * 60, to: 10 * 60 };
    const harness = await bot({ consent: 'assumed', quiet, windowsMs: { push: hour / 2 } });
    await harness.say('#refund');
    expect(await harness.runtime.tell(late)).toEqual({ status: 'out_of_window', channel: 'push' });
  });

  it('is held back from a share of customers, whose silence or question counts as theirs', async () => {
    const harness = await bot({ consent: 'assumed', holdOut: 0.5 });
    const arms = new Map<string, string>();
    for (let n = 0; n < 40; n++) {
      const conversation = `n${n}`;
      await harness.runtime.open({
        ...{ conversation, channel: 'push', address: conversation, entryPoint: 'default' },
        ...{ customer: `k${n}`, locale: 'en' },
      });
      const { status } = await harness.runtime.tell({ ...late, customer: `k${n}` });
      arms.set(conversation, status);
      const events = await harness.events(conversation);
      const assigned = events.find((event) => event.type === 'arm.assigned');
      expect(assigned?.data).toMatchObject({ experiment: 'notice:parcel.late', probability: 0.5 });
      expect((await harness.replies(conversation)).includes('Parcel 12 comes later.')).toBe(status === 'told');
      expect(assigned?.case).toBe(`${conversation}/1`);
    }
    const held = [...arms.values()].filter((status) => status === 'held_out').length;
    expect([held > 8, held < 32]).toEqual([true, true]);
  });

  it('put off by night begins both arms in the morning: nobody is compared with another hour', async () => {
    const quiet = { from: 8 * 60, to: 10 * 60 };
    const harness = await bot({ consent: 'assumed', holdOut: 0.5, quiet });
    const told = new Map<string, string>();
    for (let n = 0; n < 20; n++) {
      const conversation = `n${n}`;
      await harness.runtime.open({
        ...{ conversation, channel: 'push', address: conversation, entryPoint: 'default' },
        ...{ customer: `k${n}`, locale: 'en' },
      });
      told.set(conversation, (await harness.runtime.tell({ ...late, customer: `k${n}` })).status);
      expect(await harness.runtime.tell({ ...late, customer: `k${n}` })).toMatchObject({ status: 'duplicate' });
    }
    await harness.clock.advance(hour, () => harness.runtime.settle());
    for (const [conversation, status] of told) {
      const assigned = (await harness.events(conversation)).filter((event) => event.type === 'arm.assigned');
      const arm = status === 'held_out' ? 'held_out' : 'treated';
      expect(assigned.map(({ at, data }) => [at, data])).toEqual([
        [Date.parse('2026-01-05T10:00:00Z'), { experiment: 'notice:parcel.late', arm, probability: 0.5 }],
      ]);
      expect((await harness.replies(conversation)).includes('Parcel 12 comes later.')).toBe(arm === 'treated');
    }
    expect(new Set(told.values())).toEqual(new Set(['later', 'held_out']));
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-01-05T20:59:00Z', 0],
    ['2026-01-05T21:00:00Z', 11],
    ['2026-01-05T23:30:00Z', 8.5],
    ['2026-01-06T07:59:30Z', 30 / 3600],
    ['2026-01-06T08:00:00Z', 0],
  ])('around midnight, at %s, are over in %d hours', (at, hours) => {
    expect(quietFor(night, 'UTC', Date.parse(at))).toBeCloseTo(hours * hour, 3);
  });

  it('are those of the zone', () => {
    expect(quietFor(night, 'America/New_York', Date.parse('2026-01-05T22:00:00Z'))).toBe(0);
  });
});
