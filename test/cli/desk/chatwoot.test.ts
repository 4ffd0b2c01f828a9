/** People work at a Chatwoot: a server in a process of its own, a customer over Direct Line, and a Chatwoot on loopback. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FakeChatwoot, fakeChatwoot, inbox, mia, secret, token } from '../../desks/chatwoot/fake-chatwoot.ts';
import {
  type Customer,
  customerOf,
  messagesOf,
  pollPause,
  read,
  root,
  type Server,
  serve,
  stopAll,
  touchpoint,
} from '../serving.ts';

let chatwoot: FakeChatwoot;
let folder: string;
let server: Server;
const env = { TOUCHPOINT_CHATWOOT_TOKEN: token, TOUCHPOINT_CHATWOOT_SECRET: secret };

beforeAll(async () => {
  chatwoot = await fakeChatwoot('pending');
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-chatwoot-'));
  await cp(join(root, 'template'), folder, { recursive: true });
  const yaml = `name: Shop
desk:
  external:
    patience: 2m
    chatwoot: { url: "${chatwoot.url}", account: 3, inbox: ${inbox} }
`;
  await writeFile(join(folder, 'touchpoint.yaml'), yaml);
  server = await serve({ args: ['--bot', folder], env });
}, 120_000);
afterAll(async () => {
  await stopAll();
  await chatwoot.close();
  await rm(folder, { recursive: true });
});

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pollPause();
  }
}

const textsOf = async ({ conversation }: Customer) =>
  (await messagesOf(server.url, conversation)).map(({ text }) => text);

async function customerAtDesk() {
  const customer = await customerOf(server.url);
  await customer.post('can I talk to a person?');
  const there = await until(() => {
    const found = chatwoot.of(customer.conversation);
    return found?.status === 'open' ? found : undefined;
  });
  return { customer, there };
}

describe('a Chatwoot in place of the desk', { timeout: 60_000 }, () => {
  test('gets the customer with what is known, talks with them, and what became of it counts as it does here', async () => {
    const { customer, there } = await customerAtDesk();
    expect((await textsOf(customer)).at(-1)).toContain('passing this on to our team');
    expect(there.messages).toMatchObject([
      { kind: 'private', content: expect.stringContaining('can I talk to a person?') },
    ]);
    expect(there.attributes).toMatchObject({ touchpoint_conversation: customer.conversation, reason: 'asked-for' });
    const send = (body: object) => chatwoot.post(server.url, body);
    expect((await send(chatwoot.webhooks.changed(there, { assignee: mia }))).status).toBe(200);
    expect((await textsOf(customer)).at(-1)).toContain('Mia is here now');
    await customer.post('my parcel is lost');
    await until(() =>
      there.messages.find(({ kind, content }) => kind === 'incoming' && content === 'my parcel is lost'),
    );
    const said = chatwoot.webhooks.says(there, mia, 'I look it up.');
    for (const _ of ['once', 'again']) await send(said);
    await send(chatwoot.webhooks.notes(there, mia, 'rude'));
    expect((await textsOf(customer)).filter((text) => text === 'I look it up.')).toHaveLength(1);
    expect(await textsOf(customer)).not.toContain('rude');
    await send(
      chatwoot.webhooks.changed(
        there,
        { status: 'resolved' },
        { custom_attributes: { solved: 'yes', disposition: 'found' } },
      ),
    );
    await customer.post('thanks');
    const added = await touchpoint(['token', 'add', 'Zoe', '--role', 'admin', '--data', server.data]);
    const headers = { authorization: `Bearer ${added.out.trim()}` };
    const told = z.looseObject({ escalation: z.looseObject({ asked: z.number(), askedAndGot: z.number() }) });
    const report = await until(async () => {
      const seen = await read(told, `${server.url}/api/cx/report`, { headers });
      return seen.escalation.asked > 0 ? seen : undefined;
    });
    expect(report.escalation).toMatchObject({ asked: 1, askedAndGot: 1 });
    expect(there.messages.some(({ content }) => content === 'thanks')).toBe(false);
    expect(chatwoot.refused).toEqual([]);
  });

  test('loses no word when the server is killed while Chatwoot is down', async () => {
    const { customer, there } = await customerAtDesk();
    await chatwoot.post(server.url, chatwoot.webhooks.says(there, mia, 'Tell me.'));
    chatwoot.fail({ on: () => true, kind: 'status', status: 503 });
    for (const text of ['one', 'two']) await customer.post(text);
    await server.end('SIGKILL');
    chatwoot.mend();
    server = await serve({ args: ['--bot', folder], env, data: server.data });
    const heard = () => there.messages.flatMap(({ kind, content }) => (kind === 'incoming' ? [content] : []));
    await until(() => (heard().length >= 2 ? true : undefined));
    expect(heard()).toEqual(['one', 'two']);
    await chatwoot.post(server.url, chatwoot.webhooks.says(there, mia, 'I see.'));
    expect((await messagesOf(server.url, customer.conversation)).at(-1)?.text).toBe('I see.');
    expect(chatwoot.refused).toEqual([]);
  });
});
