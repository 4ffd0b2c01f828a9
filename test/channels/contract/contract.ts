/** What every channel must do. What it cannot do stands in its capabilities, and is then asserted to be refused or said in another way. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestClock, type TestClock } from '../../../src/cli/process/test-clock.ts';
import type { ActionResult } from '../../../src/dialogs/input.ts';
import type { EventOf, EventType } from '../../../src/events/event.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { longText, scripts } from '../setup/contract-bot.ts';
import { bill } from '../setup/fake-provider.ts';
import { noon, type Stage, startStage } from '../setup/stage.ts';
import type { Driver } from './driver.ts';

export function channelContract(name: string, begin: () => Promise<Driver>): void {
  let driver: Driver;
  let store: Store;
  let stage: Stage;
  let clock: TestClock;
  let act: () => Promise<ActionResult>;

  beforeEach(async () => {
    driver = await begin();
    store = await openStore('memory:');
    act = async () => ({ ok: true, output: true });
    clock = createTestClock(noon);
    await start();
  });
  afterEach(async () => {
    await stage.stop();
    await store.close();
    await driver.provider.close();
  });

  async function start(): Promise<void> {
    const door = driver.door();
    stage = await startStage({ store, ...(door ? { door } : {}), act: () => act(), clock });
  }
  const seen = () => driver.seen(stage);
  const texts = async () => (await seen()).map(({ text }) => text);
  const settled = () => stage.pass(1_000);
  async function say(text: string): Promise<void> {
    expect((await driver.say(stage.url, text)).status).toBe(200);
    await settled();
    await seen();
  }
  async function of<T extends EventType>(type: T): Promise<readonly EventOf<T>[]> {
    return (await stage.events()).filter((event): event is EventOf<T> => event.type === type);
  }
  /** What came of what was said: on the web a conversation has begun before. */
  const taken = async () => (isPushed() ? stage.events() : of('customer.said'));
  const can = () => driver.capabilities;
  /** the bot's side brings it to the customer; else they fetch it */
  const isPushed = () => driver.channel.delivery === 'push';

  describe(`the channel ${name}`, () => {
    test('greets who comes, answers what they say, and knows the touchpoint', async () => {
      await say('#status');
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
      expect((await of('conversation.started'))[0]?.data.touchpoint).toBe(`${driver.name}:default`);
      expect((await of('customer.said'))[0]?.words).toMatchObject({ text: '#status', from: { name: 'Ada' } });
    });

    test('sends a long text in parts that fit, nothing lost and nothing twice', async () => {
      await say('#long');
      const [, ...parts] = await texts();
      if (longText.length > can().textLength) expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(can().textLength);
      expect(inOneLine(parts.join('\n'))).toBe(inOneLine(longText));
    });

    test('sends emoji and writing from right to left as they are, both ways', async () => {
      await say('#scripts');
      expect((await texts()).at(-1)).toBe(scripts);
      await say(scripts);
      expect((await of('customer.said')).at(-1)?.words?.text).toBe(scripts);
    });

    test('shows choices as buttons; a press says which, at once', async () => {
      await say('#colours');
      expect((await seen()).at(-1)).toMatchObject({ text: 'Which colour?', buttons: ['Red', 'Blue 🎨'] });
      expect((await driver.press(stage.url, 'Blue 🎨')).status).toBe(200);
      await stage.runtime.settle();
      await settled();
      expect((await texts()).at(-1)).toBe('You chose blue.');
    });

    test('numbers more choices than it has buttons for, and understands the number', async () => {
      await say('#many');
      const { text, buttons = [] } = (await seen()).at(-1) ?? {};
      if ((can().buttons?.most ?? 0) >= 24) {
        expect(buttons).toHaveLength(24);
        await driver.press(stage.url, 'Thing 3');
        await settled();
      } else {
        expect(buttons).toEqual([]);
        expect(text).toContain('\n24. Thing 24');
        await say('3');
      }
      expect((await texts()).at(-1)).toBe('You chose v3.');
    });

    test('shows cards with picture, words and link', async () => {
      await say('#cards');
      const shown = (await seen()).slice(1);
      expect(shown[0]?.text).toBe('Look at these.');
      expect(shown.map(({ text }) => text).join('\n')).toMatch(/A lamp[\s\S]*Bright\./);
      expect(shown.flatMap(({ pictures }) => pictures)).toEqual(['https://shop.example/lamp.png']);
      expect(shown.flatMap(({ links }) => links)).toEqual(['https://shop.example/lamp']);
      await driver.press(stage.url, 'Buy');
      await settled();
      expect((await texts()).at(-1)).toBe('On its way.');
    });

    test('takes what it does not know without a turn', async () => {
      await say('#status');
      expect((await driver.sayUnknown(stage.url)).status).toBe(200);
      await settled();
      expect(await of('customer.said')).toHaveLength(1);
    });

    test('keeps a file that was sent, and speaks of it', async () => {
      await say('#status');
      expect((await driver.sayFile(stage.url)).status).toBe(200);
      await settled();
      const said = (await of('customer.said')).at(-1);
      expect(said?.data.via).toBe('attachment');
      const [file, ...more] = said?.words?.files ?? [];
      expect([file?.name, file?.contentType, more]).toEqual(['bill.pdf', 'application/pdf', []]);
      const kept = await store.upload(said?.conversation ?? '', file?.id ?? '');
      expect(kept?.content).toBe(bill.toString('base64'));
    });

    test('handles a message once, however often it comes', async () => {
      for (let time = 0; time < 3; time++) await driver.say(stage.url, '#status', '500');
      await settled();
      await driver.say(stage.url, '#status', '500');
      await settled();
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
    });

    test('takes lines that come in a row as one turn once the customer is still, where it waits for that', async () => {
      await driver.say(stage.url, 'one', '501');
      await stage.pass(500);
      await driver.say(stage.url, '#status', '502');
      await stage.pass(500);
      const waits = (driver.channel.settleMs ?? 0) > 0;
      expect(await of('customer.said')).toHaveLength(waits ? 0 : 2);
      await stage.pass(300);
      expect((await of('customer.said')).map(({ data, words }) => [data.turn, words?.text])).toEqual([
        [1, 'one'],
        [waits ? 1 : 2, '#status'],
      ]);
      expect((await texts()).filter((text) => text === 'On its way.')).toHaveLength(1);
      if (waits) expect(await texts()).toEqual(['Hello.', 'On its way.']);
    });

    test('puts messages in the order in which they were sent, where the provider counts them', async () => {
      await say('one');
      await driver.say(stage.url, 'third', '903');
      await driver.say(stage.url, 'second', '902');
      await settled();
      const said = (await of('customer.said')).map(({ words }) => words?.text);
      expect(said).toEqual(driver.isCounting ? ['one', 'second', 'third'] : ['one', 'third', 'second']);
    });

    test('takes no request again that is replayed from long ago', async () => {
      if (!driver.sayOld) return expect(driver.name).toBe('botframework');
      expect([200, 403]).toContain((await driver.sayOld(stage.url, '#status')).status);
      await settled();
      expect(await taken()).toEqual([]);
    });

    test('two first messages at once begin one conversation', async () => {
      await Promise.all([driver.say(stage.url, 'one', '501'), driver.say(stage.url, 'two', '502')]);
      await settled();
      expect(await of('conversation.started')).toHaveLength(1);
      expect(await of('customer.said')).toHaveLength(2);
    });

    test('refuses a request that is not signed, and takes nothing of it', async () => {
      expect([401, 403]).toContain((await driver.forge(stage.url, '#status')).status);
      await settled();
      expect(await taken()).toEqual([]);
    });

    test('refuses a body that is too large, and lives', async () => {
      expect((await driver.huge(stage.url)).status).toBe(413);
      await say('#status');
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
    });

    test('comes again when the provider says so, not before, and keeps the order', async () => {
      await say('#status');
      driver.provider.fail({ on: driver.sending, kind: 'status', ...driver.tooMany, times: 1 });
      await say('#colours');
      await say('Red');
      expect((await texts()).slice(2)).toEqual([]);
      await stage.pass(3_000);
      expect((await texts()).slice(2)).toEqual([]);
      await stage.pass(7_000);
      expect((await texts()).slice(2)).toEqual(['Which colour?', 'You chose red.']);
    });

    test('tries again while the provider fails, with growing patience, and delivers once', async () => {
      driver.provider.fail({ on: driver.sending, kind: 'status', status: 500, times: 3 });
      await say('#status');
      expect(await texts()).toEqual([]);
      await stage.pass(20_000);
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
    });

    test('a connection that breaks before the answer is counted where the message may come twice', async () => {
      await say('#status');
      driver.provider.fail({ on: driver.sending, kind: 'reset-after', times: 1 });
      await say('#colours');
      await stage.pass(20_000);
      const isUncertain = can().states.includes('uncertain');
      expect((await texts()).filter((text) => text === 'Which colour?')).toHaveLength(isUncertain ? 2 : 1);
      expect((await of('delivery.stated')).map(({ data }) => data.state)).toEqual(isUncertain ? ['uncertain'] : []);
    });

    test('gives up where the customer can be reached no more, and says so in the log', async () => {
      await say('#status');
      driver.provider.fail({ on: driver.sending, kind: 'status', ...driver.blocked, times: 1 });
      await say('#colours');
      await stage.pass(600_000);
      const asked = (await of('bot.said')).at(-1);
      const failed = can().states.includes('failed') ? [{ state: 'failed', said: asked?.seq }] : [];
      expect((await of('delivery.stated')).map(({ data }) => data)).toEqual(failed);
      await say('Red');
      expect((await texts()).at(-1)).toBe('You chose red.');
    });

    test('what was acknowledged and not delivered when the process ended is delivered by the next', async () => {
      driver.provider.fail({ on: driver.sending, kind: 'status', status: 503, times: 1_000 });
      await say('#status');
      expect((await driver.say(stage.url, '#colours')).status).toBe(200);
      await stage.stop();
      driver.provider.mend();
      await start();
      await stage.pass(600_000);
      expect(await texts()).toEqual(['Hello.', 'On its way.', 'Which colour?']);
    });

    test('parts that were taken before the process ended are not sent again', async () => {
      await say('#status');
      const before = (await texts()).length;
      const parts = driver.provider;
      let sent = 0;
      parts.fail({ on: (call) => driver.sending(call) && ++sent > 1, kind: 'status', status: 503, times: 1_000 });
      await say('#long');
      if (isPushed()) expect((await texts()).length).toBe(before + 1);
      await stage.stop();
      parts.mend();
      await start();
      await stage.pass(600_000);
      expect(inOneLine((await texts()).slice(before).join('\n'))).toBe(inOneLine(longText));
    });

    test('an item of a survey can be answered in its form', async () => {
      await say('#rate');
      const asked = (await seen()).at(-1);
      if (can().survey === 'buttons') expect(asked?.buttons.length).toBe(5);
      await driver.press(stage.url, asked?.buttons[4] ?? '');
      await settled();
      expect((await of('survey.answered')).map(({ data }) => data)).toMatchObject([{ item: 'csat', value: '5' }]);
    });

    test('a wish for a person is recorded and answered honestly', async () => {
      await say('#human.request');
      expect(await of('handoff.requested')).toHaveLength(1);
      expect((await texts()).at(-1)).toBe('Nobody is here.');
    });

    test('tells what an action brings, when it brings it', async () => {
      const paid = Promise.withResolvers<ActionResult>();
      act = () => paid.promise;
      expect((await driver.say(stage.url, '#pay')).status).toBe(200);
      const passing = settled();
      paid.resolve({ ok: true, output: true });
      await passing;
      await stage.runtime.settle();
      expect((await texts()).at(-1)).toBe('Paid.');
    });

    test('the business may speak first to who has been here', async () => {
      await say('#status');
      const [conversation = ''] = await store.conversations({ after: '', limit: 1 });
      await stage.runtime.notify({ conversation, id: 'n1', notice: 'shipped', values: {} });
      await stage.runtime.settle();
      expect((await texts()).at(-1)).toBe('It is on its way.');
    });

    test('an erased person is nobody: nothing is delivered to them, and who comes again is new', async () => {
      await say('#status');
      const [customer = ''] = await store.customersBehind({ channel: driver.name, address: driver.address });
      expect(await store.erase(customer, noon)).toBe(1);
      const [conversation = ''] = await store.conversations({ after: '', limit: 1 });
      const before = (await texts()).length;
      await stage.runtime.notify({ conversation, id: 'n1', notice: 'shipped', values: {} });
      await stage.runtime.settle();
      if (isPushed()) expect((await texts()).length).toBe(before);
      driver.comeAgain?.();
      await say('#status');
      expect(new Set((await of('conversation.started')).map(({ data }) => data.customer)).size).toBe(2);
    });

    test('what an erased person said makes them nobody new when it is repeated', async () => {
      await driver.say(stage.url, '#status', '500');
      await settled();
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
      const [customer = ''] = await store.customersBehind({ channel: driver.name, address: driver.address });
      await store.erase(customer, noon);
      await driver.say(stage.url, '#status', '500');
      await stage.pass(60_000);
      expect(await texts()).toEqual(['Hello.', 'On its way.']);
      expect(await store.customersBehind({ channel: driver.name, address: driver.address })).toEqual([]);
    });

    test('says nothing of a person and no secret in its log', async () => {
      driver.provider.fail({ on: driver.sending, kind: 'reset', times: 2 });
      await say('#status');
      await stage.pass(20_000);
      const logged = stage.logged.join('\n');
      if (isPushed()) expect(logged).toContain('not delivered');
      for (const word of ['Ada', '7001', '#status', 'AAE-test']) expect(logged).not.toContain(word);
    });
  });
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
