import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMask } from '../../../../src/cli/testing/recording/mask.ts';
import { recordTest } from '../../../../src/cli/testing/recording/record-test.ts';
import { openConversation } from '../../../../src/cli/testing/running/conversation.ts';
import type { Event } from '../../../../src/events/event.ts';
import { read, smallBot, understand } from '../small-bot.ts';

/** What really happened: a conversation that was led by somebody. */
async function happened(stub: string, lead: (chat: Awaited<ReturnType<typeof openConversation>>) => Promise<void>) {
  const [test] = read(`test: t\nstub: ${stub}\ntalk: [{ customer: x }]\n`).tests;
  if (!test) throw new Error('the stubs cannot be read');
  const chat = await openConversation({ program: smallBot, understand, test });
  await lead(chat);
  const events: readonly Event[] = [...chat.events];
  await chat.close();
  return events;
}

function recordOf(events: readonly Event[]) {
  const bot = { program: smallBot, understand, zone: 'UTC', files: [] };
  return recordTest({ ...bot, conversation: 'Ab_12-cd34', events, path: 'dialogs/tests/recorded.test.yaml' });
}

const stub = '{ exists: { calls: [false, true] }, pay: { amount: 20 }, is_paid: true }';

async function refund(chat: Awaited<ReturnType<typeof openConversation>>): Promise<void> {
  for (const text of ['#refund', '12345678', '87654321', 'open sesame 7', 'yes']) {
    await chat.say({ text, via: 'text' });
    await chat.finish();
  }
}

describe('a recorded conversation', () => {
  it('is a test that passes at once, with what actions answered and what came of it', async () => {
    const { text, run } = await recordOf(await happened(stub, refund));
    expect(run.results).toMatchObject([{ ok: true, failures: [], outcome: 'resolved_verified' }]);
    expect(parse(text)).toMatchObject({
      test: 'refund, recorded from ab12cd34',
      locale: 'en',
      now: '2026-01-05T09:00:00Z',
      stub: { exists: { calls: [false, true] }, pay: { amount: 20 }, is_paid: true },
      talk: [
        { bot: 'Hello.' },
        { customer: '#refund' },
        { bot: 'Which order?' },
        { customer: '12345678' },
        { bot: 'No such order.' },
        { bot: 'Eight digits please.' },
        { customer: '87654321' },
        { bot: 'Your password?' },
        { customer: 'xxxx xxxxxx 1' },
        { bot: 'Pay it back?' },
        { customer: 'yes' },
        { bot: 'Much money, 20.' },
      ],
      expect: { goal: ['refund'], outcome: 'resolved_verified', effort: { at_most: 8 }, turns: { at_most: 5 } },
    });
    expect(text).not.toContain('sesame');
  });

  it('keeps what the business told', async () => {
    const events = await happened('{}', async (chat) => {
      await chat.tell({ notice: 'parcel.late', values: { days: 3 } });
      await chat.tell({ notice: 'parcel.late', values: {} });
    });
    const { text, run } = await recordOf(events);
    expect(parse(text).talk).toEqual([
      { bot: 'Hello.' },
      { notice: { name: 'parcel.late', with: { days: 3 } } },
      { bot: 'Your parcel is 3 days late.' },
      { notice: 'parcel.late' },
      { bot: 'How many days?' },
    ]);
    expect(run.results).toMatchObject([{ ok: true, failures: [] }]);
  });

  it('keeps pauses, buttons, failures, slow answers, and what was said meanwhile', async () => {
    const slow = '{ exists: true, pay: { after: 4s, gives: { amount: 1 } } }';
    const events = await happened(slow, async (chat) => {
      await chat.say({ text: '#status', via: 'text' });
      await chat.wait(90 * 60_000);
      await chat.say({ text: 'b', via: 'choice' });
      await chat.say({ text: '#refund', via: 'text' });
      await chat.say({ text: '12345678', via: 'text' });
      await chat.say({ text: 'secret', via: 'text' });
      await chat.finish();
      await chat.say({ text: 'yes', via: 'text' });
      await chat.wait(3_500);
      await chat.say({ text: '#human.request', via: 'text' });
      await chat.finish();
    });
    const { text, run } = await recordOf(events);
    const { talk, stub: stubs } = parse(text);
    expect(talk).toContainEqual({ after: '90m', customer: { picks: 'Blue' } });
    expect(talk).toContainEqual({ after: '3s', bot: 'One moment.' });
    expect(talk).toContainEqual({ after: '500ms', customer: '#human.request', meanwhile: true });
    // it came when nobody waited for it any more, so nothing of it was kept but that it came
    expect(stubs.pay).toEqual({ after: '4s', gives: null });
    expect(run.results[0]?.failures).toEqual([]);
  });

  it('takes the words of today where another variation was said, and tells where the bot goes another way today', async () => {
    const events = await happened('{}', async (chat) => {
      await chat.say({ text: '#status', via: 'text' });
      await chat.say({ text: 'r', via: 'text' });
    });
    const reworded = events.map((event) =>
      event.type === 'bot.said' && event.words?.text === 'You like r.'
        ? { ...event, words: { text: 'So r it is.' } }
        : event,
    );
    const same = await recordOf(reworded);
    expect(same.run.results[0]?.ok).toBe(true);
    const moved = events.map((event) =>
      event.type === 'bot.said' && event.words?.text === 'You like r.' && event.data.at
        ? { ...event, words: { text: 'Gone.' }, data: { ...event.data, at: { ...event.data.at, step: 'gone' } } }
        : event,
    );
    const other = await recordOf(moved);
    expect(other.run.results[0]?.failures).toMatchObject([{ expected: 'Gone.', got: 'You like r.' }]);
  });
});

describe('the mask', () => {
  it('replaces a value everywhere it stands as a word of its own, always by the same one, of the same form', async () => {
    const events = await happened('{ exists: true, pay: { amount: 1 } }', async (chat) => {
      for (const text of ['#refund', '12345678', 'Kirsche 77', 'no']) {
        await chat.say({ text, via: 'text' });
        await chat.finish();
      }
    });
    const mask = createMask(events, { program: smallBot, understand });
    expect(mask.text('Is it Kirsche 77? Yes, Kirsche 77.')).toBe('Is it Xxxxxxx 12? Yes, Xxxxxxx 12.');
    expect(mask.text('Kirsche 778')).toBe('Kirsche 778');
    expect(mask.text('AKirsche 77')).toBe('AKirsche 77');
    expect(mask.value({ a: ['Kirsche 77', 12345678], b: null })).toEqual({ a: ['Xxxxxxx 12', 12345678], b: null });
  });

  it('replaces e-mail addresses and phone numbers, wherever they were said', async () => {
    const events = await happened('{}', (chat) => chat.say({ text: 'I am Ada@Example.org', via: 'text' }));
    const entity = { type: 'email', text: 'Ada@Example.org', start: 5, end: 20, value: 'ada@example.org' };
    const finding = (text: string) => ({ ...understand(text), entities: text.includes('Ada') ? [entity] : [] });
    const mask = createMask(events, { program: smallBot, understand: finding });
    expect(mask.text('Ada@Example.org')).toMatch(/^customer\d@example\.com$/);
    expect(mask.text('write to ada@example.org')).toMatch(/^write to customer\d@example\.com$/);
  });
});
