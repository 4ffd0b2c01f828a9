/** People take over a conversation, through its mailbox. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Staffing } from '../../../src/events/desk/staffing.ts';
import type { DeskOrder } from '../../../src/runtime/door.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { type Harness, start } from '../harness.ts';

const ana = { agent: 'a', name: 'Ana' } as const;
const bo = { agent: 'b', name: 'Bo' } as const;
const bot = `
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { team: returns, reason: asked-for }
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.silence
steps: []
---
dialog: news
start: { notice: news }
steps:
  - say: News!
`;

let store: Store;
let talk: Harness;
let staffing: Staffing;
let count = 0;

beforeEach(async () => {
  staffing = { returns: { position: 1, waitSeconds: null } };
  store = await openStore('memory:');
  talk = await start({ store, yaml: bot, staffing: () => staffing });
  await talk.open();
});

const order = (act: DeskOrder['act'], id = `o${++count}`) => talk.runtime.order({ conversation: 'c', id, act });
const accept = (who: typeof ana | typeof bo, version = 1) => order({ ...who, act: 'accept', version });
const lastWords = async () => (await talk.replies()).at(-1);

describe('a customer who asks for a person', () => {
  it('is told their place and waits, and the bot leaves them alone', async () => {
    await talk.say('#human.request');
    expect(await lastWords()).toContain('You are next');
    expect(await store.handoffs()).toMatchObject([{ conversation: 'c', team: 'returns', agent: null, version: 1 }]);
    const before = await talk.replies();
    await talk.say('are you there?');
    expect(await talk.replies()).toEqual(before);
  });

  it('is told how long it takes where that is known, and the promise is held against what happens', async () => {
    staffing = { returns: { position: 2, waitSeconds: 120 } };
    await talk.say('#human.request');
    expect(await lastWords()).toContain('up to 2 minutes');
    await accept(ana);
    const promises = async () =>
      (await talk.events()).filter(({ type }) => type.startsWith('promise.')).map(({ type }) => type);
    expect(await promises()).toEqual(['promise.made', 'promise.kept']);
    await talk.clock.advance(300_000, () => talk.runtime.settle());
    expect(await promises()).toEqual(['promise.made', 'promise.kept']);
  });

  it('who waits longer than they were told has a broken promise', async () => {
    staffing = { returns: { position: 1, waitSeconds: 60 } };
    await talk.say('#human.request');
    await talk.clock.advance(61_000, () => talk.runtime.settle());
    expect((await talk.events()).map(({ type }) => type)).toContain('promise.broken');
    expect(await accept(ana)).toMatchObject({ status: 'done' });
    expect((await talk.events()).map(({ type }) => type)).not.toContain('promise.kept');
  });

  it('is told so at once where nobody is there', async () => {
    staffing = {};
    await talk.say('#human.request');
    expect(await lastWords()).toContain('nobody is free');
    expect(await store.handoffs()).toEqual([]);
  });

  it('can leave the line again', async () => {
    await talk.say('#human.request');
    await talk.say('#flow.cancel');
    expect(await lastWords()).toContain('not waiting for a person any more');
    expect([await store.handoffs(), await accept(ana)]).toEqual([[], { status: 'refused', why: 'gone' }]);
  });

  it('who has said nothing for a day waits no more', async () => {
    await talk.say('#human.request');
    await talk.clock.advance(25 * 3_600_000, () => talk.runtime.settle());
    expect(await store.handoffs()).toEqual([]);
    expect((await talk.events()).some(({ type }) => type === 'handoff.left')).toBe(true);
  });

  it('hears nothing from the bot while a person is there, whatever the business has to tell', async () => {
    await talk.say('#human.request');
    const before = await talk.replies();
    await talk.runtime.notify({ conversation: 'c', id: 'n', notice: 'news', values: {} });
    expect(await talk.replies()).toEqual(before);
    expect((await talk.events()).at(-1)?.type).toBe('notice.received');
  });
});

describe('an agent', () => {
  beforeEach(() => talk.say('#human.request'));

  it('takes the conversation, and no other can', async () => {
    expect(await accept(ana)).toMatchObject({ status: 'done', version: 2 });
    expect(await lastWords()).toContain('Ana is here now');
    expect(await accept(bo)).toEqual({ status: 'refused', why: 'taken' });
    expect(await accept(bo, 2)).toEqual({ status: 'refused', why: 'taken' });
    expect(await order({ ...bo, act: 'say', text: 'mine' })).toEqual({ status: 'refused', why: 'not yours' });
    expect(await store.handoffs()).toMatchObject([{ agent: 'a', version: 2 }]);
  });

  it('is one of many who reach for it at once', async () => {
    const agents = Array.from({ length: 50 }, (_, index) => ({ agent: `a${index}`, name: 'N' }));
    const all = await Promise.all(agents.map((who) => order({ ...who, act: 'accept', version: 1 })));
    expect(all.filter(({ status }) => status === 'done')).toHaveLength(1);
  });

  it('writes to the customer on their channel, each message once', async () => {
    await accept(ana);
    const act = { ...ana, act: 'say', text: 'Good day!' } as const;
    expect(await order(act, 'k1')).toMatchObject({ status: 'done' });
    expect(await order(act, 'k1')).toMatchObject({ status: 'duplicate' });
    await talk.runtime.settle();
    expect(talk.sent.filter(({ text }) => text === 'Good day!')).toHaveLength(1);
    await order({ ...ana, act: 'note', text: 'a secret' });
    await talk.runtime.settle();
    expect(talk.sent.some(({ text }) => text === 'a secret')).toBe(false);
  });

  it('gives it to another team, where it waits at its old place', async () => {
    const [{ since } = { since: 0 }] = await store.handoffs();
    await accept(ana);
    await talk.clock.advance(60_000, async () => {});
    await order({ ...ana, act: 'transfer', team: 'billing', to: null, note: 'wants an invoice' });
    expect(await store.handoffs()).toMatchObject([{ team: 'billing', agent: null, since, version: 3 }]);
    expect(await lastWords()).toContain('Somebody else can help you better');
    expect(await accept(bo, 3)).toMatchObject({ status: 'done' });
  });

  it('who is gone without a word loses it: the customer is told and waits at their old place', async () => {
    const [{ since } = { since: 0 }] = await store.handoffs();
    await accept(ana);
    expect(await order({ ...ana, act: 'lose' }, 'lost h1 2')).toMatchObject({ status: 'done' });
    expect(await lastWords()).toContain('broke off');
    expect(await store.handoffs()).toMatchObject([{ agent: null, since, version: 3 }]);
    expect(await order({ ...ana, act: 'say', text: 'back' })).toEqual({ status: 'refused', why: 'not yours' });
  });

  it.each([
    ['gives it back to the bot', { ...ana, act: 'return', solved: null, note: '' } as const, 'handoff.returned'],
    [
      'wraps it up',
      { ...ana, act: 'close', disposition: 'refunded', solved: 'yes', tags: ['first'], note: 'all well' } as const,
      'handoff.closed',
    ],
  ])('%s, which answers again', async (_, act, type) => {
    await accept(ana);
    expect(await order(act)).toMatchObject({ status: 'done' });
    expect((await talk.events()).some((event) => event.type === type)).toBe(true);
    expect(await store.handoffs()).toEqual([]);
    const before = (await talk.replies()).length;
    await talk.say('and now?');
    expect((await talk.replies()).length).toBeGreaterThan(before);
  });
});
