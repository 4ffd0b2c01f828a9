import { describe, expect, it } from 'vitest';
import { marked, placeOf } from '../files/marked.ts';
import { botFolder, load, tryAction } from './bot-folder.ts';
import { httpServer } from './http-server.ts';

const orders = `hosts: ["{services.shop}"]
actions:
  orders.get:
    method: GET
    url: "{services.shop}/orders/{number}"
    query: { lang: "{lang}", n: 5 }
    headers: { x-key: "{secrets.KEY}" }
    input: { number: text, lang: text? }
    output: order.status
    safe: true
    timeout: 2s
    retries: 2
  orders.refund:
    method: POST
    url: "{services.shop}/orders/{number}/refund"
    body: { number: "{number}", amount: "{amount}", note: "for {number}", tags: "{tags}" }
    input: { number: text, amount: number, tags: list? }
`;

describe('HTTP actions', () => {
  it('send what the file says, and give the part of the answer it names', async () => {
    await using server = await httpServer((_, response) => response.end('{"order":{"status":"shipped"}}'));
    await using folder = await botFolder({ 'actions.yaml': orders });
    const loaded = await load(folder, server.url, { TOUCHPOINT_SECRET_KEY: 'top', OTHER: 'x' });
    expect(loaded.problems).toEqual([]);
    expect(loaded.specs.get('orders.get')).toMatchObject({
      name: 'orders.get',
      timeoutMs: 2000,
      retries: 2,
      safe: true,
      idempotent: false,
    });
    expect(await tryAction(loaded, 'orders.get', { number: 'a/b ?c', lang: 'en' })).toEqual({
      ok: true,
      output: 'shipped',
    });
    expect(server.asked[0]).toMatchObject({
      method: 'GET',
      url: '/orders/a%2Fb%20%3Fc?lang=en&n=5',
      headers: { 'idempotency-key': 'c1:r1', 'x-key': 'top' },
    });
  });

  it('give what they declare: another form is a failure, and expressions know the fields', async () => {
    const result = '{ status: open|closed?, allowed: yes_no, amount: number?, days: [{ day: text }] }';
    const declared = (file: string) => ({
      'actions.yaml': `hosts: ["{services.shop}"]\nactions:\n  order:\n    url: "{services.shop}/${file}"\n    result: ${result}\n`,
    });
    await using server = await httpServer(({ url }, response) =>
      response.end(
        new Map([
          ['/good', '{"allowed":true,"days":[{"day":"mon"}],"more":1}'],
          ['/other', '{"status":"ajar","allowed":true,"days":[]}'],
        ]).get(url ?? '') ?? '{"allowed":"yes","days":[]}',
      ),
    );
    await using good = await botFolder(declared('good'));
    const loaded = await load(good, server.url);
    expect(await tryAction(loaded, 'order', {})).toEqual({
      ok: true,
      output: { allowed: true, days: [{ day: 'mon' }] },
    });
    expect(loaded.specs.get('order')).toMatchObject({
      safe: true,
      output: {
        fields: { allowed: { is: 'yes/no' }, amount: { is: 'number' }, days: { is: 'list' } },
        optional: ['status', 'amount'],
        isOpen: false,
      },
    });
    expect(loaded.specs.get('order')?.output).toMatchObject({
      fields: { status: { is: 'text', oneOf: ['open', 'closed'] } },
    });
    await using other = await botFolder(declared('other'));
    expect(await tryAction(await load(other, server.url), 'order', {})).toMatchObject({
      ok: false,
      message: expect.stringMatching(/wrong form: status: one of open, closed is needed/),
    });
    await using bad = await botFolder(declared('bad'));
    expect(await tryAction(await load(bad, server.url), 'order', {})).toMatchObject({
      ok: false,
      failure: 'error',
      message: expect.stringMatching(/wrong form: allowed: yes or no is needed/),
    });
  });

  it('send values in the body with their types, and leave out what is missing from the query', async () => {
    await using server = await httpServer((_, response) => response.end('{"order":{"status":1}}'));
    await using folder = await botFolder({ 'actions.yaml': orders });
    const loaded = await load(folder, server.url);
    await tryAction(loaded, 'orders.refund', { number: '7', amount: 2.5, tags: ['a'], more: 'ignored' });
    await tryAction(loaded, 'orders.get', { number: 7 });
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ number: '7', amount: 2.5, note: 'for 7', tags: ['a'] });
    expect(server.asked[0]?.headers['content-type']).toBe('application/json');
    expect(server.asked[1]?.url).toBe('/orders/7?n=5');
  });

  it('an empty answer is null, and the whole answer is the result where no part is named', async () => {
    await using server = await httpServer((request, response) =>
      request.body.includes('"7"') ? response.writeHead(204).end() : response.end('[1,{"a":2}]'),
    );
    await using folder = await botFolder({ 'actions.yaml': orders });
    const loaded = await load(folder, server.url);
    expect(await tryAction(loaded, 'orders.refund', { number: '7', amount: 1 })).toEqual({ ok: true, output: null });
    expect(await tryAction(loaded, 'orders.refund', { number: '8', amount: 1 })).toEqual({
      ok: true,
      output: [1, { a: 2 }],
    });
  });

  it.each([
    [404, 'refused', 'it answered with status 404'],
    [409, 'refused', 'it answered with status 409'],
    [429, 'error', 'it answered with status 429'],
    [500, 'error', 'it answered with status 500'],
    [503, 'error', 'it answered with status 503'],
  ])('status %d is %s', async (status, failure, message) => {
    await using server = await httpServer((_, response) => response.writeHead(status).end('{}'));
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(await tryAction(await load(folder, server.url), 'orders.get', { number: '1' })).toEqual({
      ok: false,
      failure,
      message,
    });
  });

  it('a redirect is refused and not followed', async () => {
    await using server = await httpServer((_, response) => response.writeHead(302, { location: '/orders/2' }).end());
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(await tryAction(await load(folder, server.url), 'orders.get', { number: '1' })).toMatchObject({
      ok: false,
      failure: 'refused',
    });
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['garbage', 'not json', 'its answer is not JSON'],
    ['another form', '{"order":[]}', "its answer holds no 'order.status'"],
    [
      'more than a megabyte',
      JSON.stringify({ order: { status: 'x'.repeat(1_100_000) } }),
      'its answer is larger than 1 MB',
    ],
  ])('an answer of %s is a failure', async (_, body, message) => {
    await using server = await httpServer((__, response) => response.end(body));
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(await tryAction(await load(folder, server.url), 'orders.get', { number: '1' })).toEqual({
      ok: false,
      failure: 'error',
      message,
    });
  });

  it('nobody there: it did not happen', async () => {
    const closed = await httpServer((_, response) => response.end());
    await closed[Symbol.asyncDispose]();
    await using folder = await botFolder({ 'actions.yaml': orders });
    const loaded = await load(folder, closed.url);
    expect(await tryAction(loaded, 'orders.refund', { number: '1', amount: 1 })).toMatchObject({
      ok: false,
      failure: 'error',
      message: expect.stringContaining('could not be reached'),
    });
  });

  it.each([
    ['orders.refund', 'unknown'],
    ['orders.get', 'error'],
  ])('the line breaks in the middle of %s: %s', async (action, failure) => {
    await using server = await httpServer((_, response) => response.destroy());
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(await tryAction(await load(folder, server.url), action, { number: '1', amount: 1 })).toMatchObject({
      ok: false,
      failure,
    });
  });

  it.each([
    ['orders.refund', 'unknown'],
    ['orders.get', 'timeout'],
  ])('%s that gets no answer ends as %s when the signal aborts', async (action, failure) => {
    const control = new AbortController();
    await using server = await httpServer(() => control.abort());
    await using folder = await botFolder({ 'actions.yaml': orders });
    const result = await tryAction({ ...(await load(folder, server.url)), signal: control.signal }, action, {
      number: '1',
      amount: 1,
    });
    expect(result).toMatchObject({ ok: false, failure });
  });

  it('an answer that never ends stops when the signal aborts', async () => {
    const control = new AbortController();
    await using server = await httpServer((_, response) => {
      response.write('{"order":', () => control.abort());
    });
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(
      await tryAction({ ...(await load(folder, server.url)), signal: control.signal }, 'orders.get', { number: '1' }),
    ).toMatchObject({ failure: 'timeout' });
  });

  it.each([['..'], ['.'], [''], ['  ']])('a value that would change the path (%j) is refused', async (number) => {
    await using server = await httpServer((_, response) => response.end('{}'));
    await using folder = await botFolder({ 'actions.yaml': orders });
    expect(await tryAction(await load(folder, server.url), 'orders.get', { number })).toMatchObject({
      ok: false,
      failure: 'refused',
    });
    expect(server.asked).toEqual([]);
  });

  it.each([
    ['another host', '["shop.example"]', '{services.shop}/x', false],
    ['another port', '["127.0.0.1:1"]', '{services.shop}/x', false],
    ['its name', '["127.0.0.1"]', '{services.shop}/x', true],
    ['a host made of the input', '["{services.shop}"]', 'http://{host}/x', false],
    ['a user before the host', '["{services.shop}"]', 'http://127.0.0.1:1@evil.example/x', false],
    ['a file', '["{services.shop}"]', 'file:///etc/passwd', false],
  ])('hosts: %s', async (...[, hosts, url, isAllowed]) => {
    await using server = await httpServer((__, response) => response.end('1'));
    await using folder = await botFolder({
      'actions.yaml': `hosts: ${hosts}\nactions:\n  a.b: { url: "${url}", input: { host: text? } }\n`,
    });
    const result = await tryAction(await load(folder, server.url), 'a.b', { host: 'evil.example' });
    expect(result.ok).toBe(isAllowed);
    if (!result.ok) expect(result.failure).toBe('refused');
  });

  it('a secret never stands in a message', async () => {
    await using folder = await botFolder({
      'actions.yaml':
        'hosts: [127.0.0.1]\nactions:\n  a.b: { url: "http://127.0.0.1:1/", headers: { "x-key": "{secrets.KEY}\\n" } }\n',
    });
    const result = await tryAction(await load(folder, 'http://x', { TOUCHPOINT_SECRET_KEY: 'hush' }), 'a.b', {});
    expect(JSON.stringify(result)).not.toContain('hush');
  });

  it.each([
    ['orders.refund', { number: '1', amount: 'much' }, 'amount: a number is needed'],
    ['orders.refund', { amount: 1 }, 'number: a text is needed'],
    ['orders.refund', { number: '1', amount: 1, tags: 'x' }, 'tags: a list is needed'],
  ])('%s with input %j is refused before it is sent', async (action, input, message) => {
    await using server = await httpServer((_, response) => response.end('1'));
    await using folder = await botFolder({ 'actions.yaml': orders });
    const result = await tryAction(await load(folder, server.url), action, input);
    expect(result).toEqual({ ok: false, failure: 'error', message: `it was given the wrong input: ${message}` });
    expect(server.asked).toEqual([]);
  });
});

describe('problems of actions.yaml', () => {
  it.each([
    [
      'an unknown value',
      'hosts: []\nactions:\n  a.b: { url: "{services.shop}/{«nunber»}", input: { number: text } }\n',
      'ACTION_UNKNOWN_INPUT',
      'error',
      "did you mean 'number'?",
    ],
    [
      'an unknown value in a body',
      'hosts: []\nactions:\n  a.b: { url: "{services.shop}/", method: POST, body: { a: ["{«x»}"] } }\n',
      'ACTION_UNKNOWN_INPUT',
      'error',
      "declare it: 'input: { x: text }'",
    ],
    [
      'an unknown service',
      'hosts: []\nactions:\n  a.b: { url: "{«services.shp»}/" }\n',
      'ACTION_UNKNOWN_SERVICE',
      'error',
      "did you mean 'shop'?",
    ],
    [
      'an unknown service among the hosts',
      'hosts: ["{«services.zzzzzz»}"]\nactions: {}\n',
      'ACTION_UNKNOWN_SERVICE',
      'error',
      "under 'services' of touchpoint.yaml",
    ],
    [
      'a secret that is not set',
      'hosts: []\nactions:\n  a.b: { url: "http://x/", headers: { k: "{«secrets.KEY»}" } }\n',
      'ACTION_INVALID',
      'warning',
      'set the variable TOUCHPOINT_SECRET_KEY',
    ],
    [
      'a brace in the address that lost its partner',
      'hosts: []\nactions:\n  a.b: { url: "http://x/number«}»", input: { number: text } }\n',
      'ACTION_INVALID',
      'error',
      "write the name of an input in braces, as in '{number}'",
    ],
    [
      'a body that is never sent',
      'hosts: []\nactions:\n  a.b: { url: "http://x/", method: GET, «body»: { a: 1 } }\n',
      'ACTION_INVALID',
      'error',
      "write 'method: POST'",
    ],
    [
      'an unknown key',
      'hosts: []\nactions:\n  a.b: { url: "http://x/", «querry»: {} }\n',
      'SCHEMA_INVALID',
      'error',
      "did you mean 'query'?",
    ],
    [
      'an unknown type of input',
      'hosts: []\nactions:\n  a.b: { url: "http://x/", input: { n: «string» } }\n',
      'SCHEMA_INVALID',
      'error',
      'text, number',
    ],
    ['no hosts', '«actions»: {}\n', 'SCHEMA_INVALID', 'error', "add 'hosts:'"],
  ])('%s', async (...[, source, code, severity, fix]) => {
    const { text, place } = marked(source);
    await using folder = await botFolder({ 'actions.yaml': text });
    const { problems } = await load(folder);
    expect(problems).toMatchObject([{ code, severity, file: 'actions.yaml', fix: expect.stringContaining(fix) }]);
    expect(problems.map(placeOf)).toEqual(code === 'SCHEMA_INVALID' && source.startsWith('«') ? ['1:1-1:12'] : [place]);
  });

  it('a file that is no YAML is one problem', async () => {
    await using folder = await botFolder({ 'actions.yaml': 'hosts: [\n' });
    expect((await load(folder)).problems).toMatchObject([{ code: 'YAML_SYNTAX', file: 'actions.yaml' }]);
  });
});
