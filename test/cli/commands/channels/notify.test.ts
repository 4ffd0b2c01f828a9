/** `touchpoint notify` and the server it speaks to: what is told, and what is not, with the reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { read, type Server, serve, stopAll, touchpoint } from '../../serving.ts';

const customer = 'web:user-42';
const values = ['--values', '{"number":"12345678"}'];
let server: Server;
let env: NodeJS.ProcessEnv;

function notify(...args: readonly string[]) {
  return touchpoint(['notify', ...args, '--url', server.url], { env });
}

describe('touchpoint notify', () => {
  beforeAll(async () => {
    server = await serve();
    const made = await touchpoint(['token', 'add', 'notices', '--role', 'admin', '--data', server.data]);
    env = { TOUCHPOINT_TOKEN: made.out.trim().split('\n').at(-1) };
    await read(z.object({ conversationId: z.string() }), `${server.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: 'user-42', name: 'Ines' } }),
    });
  }, 120_000);
  afterAll(stopAll, 60_000);

  it('says what became of it, and that the same was told before', async () => {
    const first = await notify(customer, 'parcel.late', ...values);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(/^(told|held_out|later: \d{4}-\S+)\n$/);
    expect(await notify(customer, 'parcel.late', ...values)).toMatchObject({ code: 0, out: 'duplicate\n' });
  }, 120_000);

  it.each([
    ['a customer nobody knows', 1, ['web:nobody', 'parcel.late'], 'nobody is known by this id or address'],
    ['a topic no dialog begins with', 1, [customer, 'parcel.lat'], "did you mean 'parcel.late'?"],
    ['values that are no JSON', 2, [customer, 'parcel.late', '--values', '{number}'], '--values is not JSON'],
    ['a missing topic', 2, [customer], 'it needs a customer and a topic'],
  ])(
    'refuses %s with %i, and says why',
    async (...[, code, args, why]) => {
      const ended = await notify(...args);
      expect([ended.code, ended.out]).toEqual([code, '']);
      expect(ended.err).toContain(why);
    },
    60_000,
  );

  it('refuses a wrong token, none, and an address where nobody answers', async () => {
    const wrong = await touchpoint(['notify', customer, 'parcel.late', '--url', server.url], {
      env: { TOUCHPOINT_TOKEN: 'wrong' },
    });
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('[NOTICE_REFUSED]')]);
    const none = await touchpoint(['notify', customer, 'parcel.late', '--url', server.url]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('[SECRET_MISSING]')]);
    const nowhere = await touchpoint(['notify', customer, 'parcel.late', '--url', 'http://127.0.0.1:9'], { env });
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('no server answers')]);
  }, 120_000);

  it('refuses a customer who was erased', async () => {
    const erased = await touchpoint(['erase', '--customer', customer, '--data', server.data, '--json']);
    const { customer: id } = z.object({ customer: z.string() }).parse(JSON.parse(erased.out));
    const ended = await notify(id, 'parcel.late', ...values);
    expect([ended.code, ended.err]).toEqual([1, expect.stringContaining('was erased, and can be told nothing')]);
  }, 120_000);
});
