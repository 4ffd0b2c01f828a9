import { describe, expect, it } from 'vitest';
import type { OpenShop } from '../shop/open-shop.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Talk } from './talk.ts';
import { openTalk, readSample, textsOf } from './talk.ts';

const bot = await readSample();

type Open = AsyncDisposable & { readonly shop: OpenShop; readonly talk: Talk };

async function open(): Promise<Open> {
  const shop = await openShop();
  bot.use(shop.url);
  return { shop, talk: await openTalk(bot), [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose]() };
}

async function sayAll({ talk }: Open, ...lines: readonly string[]): Promise<string> {
  let last = '';
  for (const line of lines) last = await talk.say(line);
  return last;
}

function kinds({ talk }: Open): readonly string[] {
  return talk.events.map(({ type }) => type);
}

async function order({ shop }: Open, number: string): Promise<unknown> {
  return (await shop.ask('GET', `/orders/${number}`)).body;
}

describe('the first message', () => {
  it('says that this is a machine and that a person can be had', async () => {
    await using chat = await open();
    const [greeting] = textsOf(chat.talk.events);
    expect(greeting).toMatch(/machine and not a person/);
    expect(greeting).toMatch(/rather have a person/);
  });

  it('is repeated in substance whenever somebody asks', async () => {
    await using chat = await open();
    for (const text of ['are you a bot?', 'am I talking to a real person', 'is this a machine answering']) {
      expect(await chat.talk.say(text)).toMatch(/I'm a machine/);
    }
  });
});

describe('where is my order', () => {
  it.each([
    ['40010001', /still being packed.*Saturday, March 21/],
    ['40010002', /on its way with .*https:\/\/track/],
    ['40010003', /was delivered on .*\nHas it reached you/],
    ['40010004', /has come back to us.*\nWould you like to know about the refund/],
    ['40010005', /came back to us and we sent your money back on/],
  ])('is answered for %s after one question', async (number, answer) => {
    await using chat = await open();
    expect(await sayAll(chat, 'hi, where is my order', number)).toMatch(answer);
  });

  it('is answered at once when the number is in the message', async () => {
    await using chat = await open();
    expect(await chat.talk.say('has order 40010002 been shipped?')).toMatch(/on its way/);
  });

  it('names a late parcel late, says sorry and has it looked for', async () => {
    await using chat = await open();
    const late = chat.shop.order(({ status, eta }) => status === 'shipped' && eta !== null && eta < '2026-03-18');
    expect(await sayAll(chat, 'where is my order', late.number)).toMatch(/I'm sorry.*is late/);
    expect(await sayAll(chat, 'yes', late.address.postcode, 'a replacement')).toMatch(/case is K-1001/);
    expect(chat.shop.shop.data.claims.get('K-1001')).toMatchObject({ order: late.number, kind: 'lost' });
    expect(kinds(chat)).toContain('promise.made');
  });

  it('never tells name, address or things bought to somebody who knows only a number', async () => {
    await using chat = await open();
    await sayAll(chat, 'where is my order', '40010002');
    expect(textsOf(chat.talk.events).join('\n')).not.toMatch(/Winter|Lindenweg|10115|grinder/);
  });
});

describe('getting money back', () => {
  it('takes order, proof and a yes, and then the shop has really paid', async () => {
    await using chat = await open();
    expect(await chat.talk.say('I want a refund for 40010003')).toMatch(/postcode/);
    expect(await chat.talk.say('10115')).toMatch(/€\d+\.\d\d for order 40010003/);
    expect(await order(chat, '40010003')).toMatchObject({ status: 'delivered' });
    expect(await chat.talk.say('yes')).toMatch(/^Done\. €[\s\S]*label/);
    expect(await order(chat, '40010003')).toMatchObject({ status: 'refunded' });
    expect(kinds(chat)).toEqual(expect.arrayContaining(['promise.made', 'goal.reached', 'goal.verified']));
  });

  it('pays nothing after a no', async () => {
    await using chat = await open();
    expect(await sayAll(chat, 'I want a refund for 40010003', '10115', 'no')).toMatch(/I leave it/);
    expect(await order(chat, '40010003')).toMatchObject({ status: 'delivered' });
  });

  it('is refused with the reason and a way to object', async () => {
    await using chat = await open();
    const answer = await sayAll(chat, 'I want my money back', '40010002', '10115');
    expect(answer).toMatch(/because it is still on its way to you\.\nShall I pass this to a colleague\?/);
    expect(kinds(chat)).toContain('scope.refused');
    expect(await sayAll(chat, 'yes', 'ada@example.com')).toMatch(/T-1001/);
    expect(chat.shop.shop.data.tickets.get('T-1001')).toMatchObject({ topic: 'refund-refused', order: '40010002' });
  });

  it('is denied to who cannot prove that the order is theirs', async () => {
    await using chat = await open();
    const answer = await sayAll(chat, 'please refund order 40010003', '20095', '50667', '80331');
    expect(answer).toMatch(/can't be sure that this order is yours/);
    expect(await order(chat, '40010003')).toMatchObject({ status: 'delivered' });
  });

  it('leads to a cancellation where nothing has left yet, without asking for anything twice', async () => {
    await using chat = await open();
    expect(await sayAll(chat, 'I want a refund for 40010001', '10115')).toMatch(/Shall I cancel it\?/);
    expect(await chat.talk.say('yes')).toMatch(/Shall I cancel order 40010001/);
    expect(await chat.talk.say('yes')).toMatch(/is cancelled\. €/);
    expect(await order(chat, '40010001')).toMatchObject({ isCancelled: true });
  });
});

describe('other wishes', () => {
  it.each([
    ['cancelling', ['cancel my order 40010001', '10115', 'yes'], /Order 40010001 is cancelled/],
    [
      'a new address',
      ['change the address of order 40010001', '10115', 'Am Wall 1', '28195', 'Bremen', 'yes'],
      /now goes to Am Wall 1, 28195 Bremen/,
    ],
    [
      'a late new address',
      ['change the delivery address of order 40010002', '10115'],
      /because the parcel is already with the carrier/,
    ],
    ['a return', ['I want to return order 40010003', '10115', 'Wrong size or colour'], /label, postage is paid: https/],
    ['damage', ['my item arrived broken', '40010003', '10115', 'the mirror has a crack', 'a replacement'], /K-1001/],
    ['a missing item', ['an item is missing from my order 40010003', '10115', 'one mug', 'my money back'], /K-1001/],
    ['a lost parcel', ['it says delivered but I have nothing', '40010003', 'yes', '10115', 'my money back'], /K-1001/],
    ['the invoice', ['I need the invoice for 40010002', '10115'], /R-40010002.*https/],
    ['the invoice too early', ['I need the invoice for 40010001', '10115'], /written when the parcel leaves/],
    ['a paid order', ['my payment failed', '40010001', '10115'], /is paid/],
    ['a good voucher', ['my voucher HEATH10 does not work'], /is valid until/],
    ['a spent voucher', ['check my voucher please', 'RIDGE24'], /already been used/],
    ['a password', ['I forgot my password', 'ada.winter@example.com'], /60 minutes/],
    ['warranty', ['is my kettle under warranty', '40010003', 'no'], /Come back to me/],
    [
      'warranty claimed',
      ['is my kettle under warranty', '40010003', 'yes', '10115', 'it leaks', 'a replacement'],
      /K-1001/,
    ],
    ['stock', ['is the kettle in stock'], /Tarn kettle, 1\.7 l is in stock\. It costs €59\.90/],
    [
      'a complaint',
      ['I want to make a complaint', 'the driver threw my parcel over the fence', 'me@example.com'],
      /T-1001/,
    ],
    ['a refund on its way', ['where is my refund for 40010005', '10115'], /We sent the money/],
    ['a refund not made', ['where is my refund', '40010004', '10115', 'yes', 'yes'], /^Done/],
    ['that it is solved', ['that solved my problem'], /glad/],
    ['that it is not solved', ['that did not help', 'no'], /anything else/],
    ['nothing', ['thank you very much', 'no'], /all the best/],
  ])('%s', async (_, lines, answer) => {
    await using chat = await open();
    expect(await sayAll(chat, ...lines)).toMatch(answer);
    expect(kinds(chat)).not.toEqual(expect.arrayContaining(['action.failed']));
    expect(kinds(chat)).not.toEqual(expect.arrayContaining(['turn.stranded']));
  });

  it('writes an answer down only once it was given: nothing solved is claimed by a bare yes', async () => {
    await using chat = await open();
    await sayAll(chat, 'thanks a lot', 'yes');
    expect(kinds(chat)).not.toContain('resolution.stated');
    await chat.talk.say('that did not help');
    expect(chat.talk.events.find(({ type }) => type === 'resolution.stated')).toMatchObject({ data: { value: 'no' } });
  });
});

describe('an order number', () => {
  it('that is said anew counts, whatever was asked about before', async () => {
    await using chat = await open();
    expect(await chat.talk.say('where is my order 40010001')).toContain('40010001');
    expect(await chat.talk.say('where is my order 40010002')).toContain('40010002');
  });

  it('corrected while the proof is asked for is the one that is acted on', async () => {
    await using chat = await open();
    await sayAll(chat, 'I need an invoice', '40010003', 'oh sorry, 40010002');
    expect(await chat.talk.say('10115')).toContain('40010002');
  });

  it('in a question about another order leaves the refund as it was', async () => {
    await using chat = await open();
    await sayAll(chat, 'I want my money back for 40010003', '10115', 'where is my order 40010001');
    const last = chat.talk.events.findLast((event) => event.type === 'question.asked');
    expect(last?.data).toMatchObject({ kind: 'confirm', reason: 'resumed', at: { dialog: 'refund-order' } });
    expect(textsOf(chat.talk.events).at(-1)).toContain('40010003');
  });
});

describe('when a person is wanted and nobody is there', () => {
  it('says how to reach the shop, once, when no e-mail address can be had', async () => {
    await using chat = await open();
    await sayAll(chat, 'talk to a human', 'blah');
    const before = chat.talk.events.length;
    expect(await chat.talk.say('xyzzy')).toMatch(/\+49 30 5550 0100/);
    expect(chat.talk.events.slice(before).filter(({ type }) => type === 'bot.said')).toHaveLength(1);
    expect(kinds(chat)).not.toContain('action.requested');
  });

  it('says so honestly, takes an address, and promises an answer by a day', async () => {
    await using chat = await open();
    expect(await chat.talk.say('I want to talk to a human')).toMatch(
      /no colleague I can connect you to.*within 24 hours/,
    );
    expect(await chat.talk.say('ada@example')).toMatch(/full address/);
    expect(await chat.talk.say('ada@example.com')).toMatch(/by Thursday, March 19.*T-1001/);
    expect(chat.shop.shop.data.tickets.get('T-1001')).toMatchObject({ contact: 'ada@example.com' });
    expect(kinds(chat)).toContain('promise.made');
  });

  it('is no dead end for who gives no address, nor when even the ticket fails', async () => {
    await using chat = await open();
    expect(await sayAll(chat, 'I want to talk to a human', 'hmm', 'hmm hmm')).toMatch(/\+49 30 5550 0100/);
    await chat.shop.ask('POST', '/control/faults', { body: { path: '/tickets', kind: 'status' } });
    expect(await sayAll(chat, 'get me a real person', 'ada@example.com')).toMatch(/couldn't save.*\+49 30 5550 0100/);
    expect(kinds(chat)).not.toContain('turn.stranded');
  });

  it('comes after three messages that were not understood, each answered in another way', async () => {
    await using chat = await open();
    const answers = [await chat.talk.say('qqq www'), await chat.talk.say('zzz xxx yyy'), await chat.talk.say('blorp')];
    expect(answers[0]).toMatch(/few words/);
    expect(answers[1]).toMatch(/one of these/);
    expect(answers[2]).toMatch(/within 24 hours/);
  });
});

describe('when the shop fails', () => {
  it.each([
    ['status', 'where is my order', ['40010002'], '/orders/40010002'],
    ['garbage', 'I want a refund for 40010003', ['10115'], '/orders/*/refundable'],
    ['reset', 'I want a refund for 40010003', ['10115', 'yes'], '/orders/*/refund'],
    ['status', 'cancel my order 40010001', ['10115'], '/orders/*/cancellable'],
    ['reset', 'cancel my order 40010001', ['10115', 'yes'], '/orders/*/cancel'],
    ['status', 'I want to return order 40010003', ['10115'], '/orders/*/returnable'],
    ['status', 'I want to return order 40010003', ['10115', 'Something else'], '/orders/*/returns'],
    ['garbage', 'change the address of order 40010001', ['10115'], '/orders/*/address-changeable'],
    ['status', 'my item arrived broken', ['40010003', '10115', 'it has a crack', 'a replacement'], '/orders/*/claims'],
    ['status', 'I need the invoice for 40010002', ['10115'], '/orders/*/invoice'],
    ['status', 'my payment failed', ['40010001', '10115'], '/orders/*/payment'],
    ['garbage', 'check my voucher please', ['HEATH10'], '/vouchers/*'],
    ['status', 'I forgot my password', ['ada@example.com'], '/customers/password-reset'],
    ['reset', 'is the kettle in stock', ['yes'], '/stock/*'],
  ])('(%s) during "%s" it says what did not work and offers a way on', async (...row) => {
    const [kind, first, more, path] = row;
    await using chat = await open();
    await chat.shop.ask('POST', '/control/faults', { body: { path, kind } });
    await sayAll(chat, first, ...more);
    const said = textsOf(chat.talk.events).join('\n');
    expect(said).toMatch(/can't (reach|see|check)|couldn't|did not go through/);
    expect(said).toMatch(/within 24 hours/);
    expect(kinds(chat)).toContain('action.failed');
  });

  it('in a check, the error dialog answers and offers a person', async () => {
    await using chat = await open();
    await chat.shop.ask('POST', '/control/faults', { body: { path: '/orders/*/exists', kind: 'status' } });
    expect(await sayAll(chat, 'where is my order', '40010002')).toMatch(/went wrong on our side[\s\S]*within 24 hours/);
  });
});

describe('leaving the path', () => {
  it('answers a question in between and comes back to its own', async () => {
    await using chat = await open();
    const answer = await sayAll(chat, 'I want a refund', 'what are your opening hours');
    expect(answer).toMatch(/Monday to Friday[\s\S]*Which order is it about/);
    expect(await chat.talk.say('are you human?')).toMatch(/I'm a machine[\s\S]*Which order is it about/);
    expect(await chat.talk.say('can you repeat that')).toMatch(/Which order is it about/);
    expect(await chat.talk.say('help me please')).toMatch(/I can tell you where[\s\S]*Which order is it about/);
  });

  it.each(['stop', 'cancel', 'never mind'])('stops at once on "%s"', async (text) => {
    await using chat = await open();
    expect(await sayAll(chat, 'I need an invoice', text)).toMatch(/we leave it there|I've stopped/);
    expect(await chat.talk.say('where is my order')).toMatch(/order number/);
  });

  it('asks for neither order nor proof a second time', async () => {
    await using chat = await open();
    await sayAll(chat, 'I need the invoice for 40010003', '10115');
    expect(await chat.talk.say('and I want to return it, I need a return label')).toMatch(/Why is it going back/);
  });
});
