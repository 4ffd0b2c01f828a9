import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { botFolder, load, tryAction } from './bot-folder.ts';

const head = "import { defineAction, z } from 'touchpoint/actions';\n";

function action(body: string, more = ''): string {
  return `defineAction({ input: z.object({ number: z.string() }), output: z.object({ ok: z.boolean() }), ${more} run: ${body} })`;
}

describe('TypeScript actions', () => {
  it('are the exports of the files, with types and shared modules, in a folder without any installation', async () => {
    await using folder = await botFolder({
      'actions/orders.ts': `${head}import { isKnown } from './shared/known.ts';\nimport type { z as Z } from 'touchpoint/actions';\nexport type Unused = Z.ZodType;\nexport const exists = ${action('({ input }) => ({ ok: isKnown(input.number) })', "safe: true, timeout: '2s', retries: 3,")};\nexport const refund = ${action('async () => ({ ok: true })', 'idempotent: true,')};\n`,
      'actions/shared/known.ts': 'export function isKnown(number: string): boolean { return number === "7"; }\n',
    });
    const loaded = await load(folder);
    expect(loaded.problems).toEqual([]);
    expect([...loaded.specs]).toMatchObject([
      ['orders.exists', { name: 'orders.exists', timeoutMs: 2000, retries: 3, safe: true, idempotent: false }],
      ['orders.refund', { name: 'orders.refund', timeoutMs: 10_000, retries: 0, safe: false, idempotent: true }],
    ]);
    expect(await tryAction(loaded, 'orders.exists', { number: '7' })).toEqual({ ok: true, output: { ok: true } });
    expect(await tryAction(loaded, 'orders.exists', { number: '8' })).toEqual({ ok: true, output: { ok: false } });
  });

  it('edited files are loaded anew, shared modules too', async () => {
    const orders = `${head}import { answer } from './shared/answer.ts';\nexport const get = ${action('() => ({ ok: answer })')};\n`;
    await using folder = await botFolder({
      'actions/orders.ts': orders,
      'actions/shared/answer.ts': 'export const answer: boolean = true;\n',
    });
    const before = await load(folder);
    await folder.write({ 'actions/shared/answer.ts': 'export const answer: boolean = false;\n' });
    const after = await load(folder);
    expect(await tryAction(before, 'orders.get', { number: '1' })).toEqual({ ok: true, output: { ok: true } });
    expect(await tryAction(after, 'orders.get', { number: '1' })).toEqual({ ok: true, output: { ok: false } });
  });

  it.each([
    ['throws', '() => { throw new Error("no such table") }', 'error', 'it failed: no such table'],
    ['throws what is no error', '() => { throw "nothing" }', 'error', 'it failed: nothing'],
    ['rejects', 'async () => { throw new Error("late") }', 'error', 'it failed: late'],
    ['returns the wrong shape', '() => ({ ok: "yes" }) as never', 'error', 'it gave a result of the wrong form: ok: '],
    ['returns nothing', '() => undefined as never', 'error', 'it gave a result of the wrong form'],
  ])('one that %s has failed, with the reason', async (...[, body, failure, message]) => {
    await using folder = await botFolder({ 'actions/a.ts': `${head}export const b = ${action(body)};\n` });
    const result = await tryAction(await load(folder), 'a.b', { number: '1' });
    expect(result).toMatchObject({ ok: false, failure, message: expect.stringContaining(message) });
  });

  it('one that returns what is no plain data has failed', async () => {
    await using folder = await botFolder({
      'actions/a.ts': `${head}export const b = defineAction({ input: z.object({}), output: z.any(), run: () => ({ at: new Date(0), f: () => 1 }) });\n`,
    });
    expect(await tryAction(await load(folder), 'a.b', {})).toMatchObject({
      ok: false,
      failure: 'error',
      message: 'it gave a result that is not plain data',
    });
  });

  it('wrong input is refused before it runs', async () => {
    await using folder = await botFolder({
      'actions/a.ts': `${head}export const b = ${action('() => { throw new Error("ran") }')};\n`,
    });
    const result = await tryAction(await load(folder), 'a.b', { number: 5 });
    expect(result).toMatchObject({
      ok: false,
      failure: 'error',
      message: expect.stringContaining('it was given the wrong input: number: '),
    });
  });

  it.each([
    ['', 'unknown'],
    ['safe: true,', 'timeout'],
    ['idempotent: true,', 'timeout'],
  ])('one that hangs ends when the signal aborts (%j)', async (more, failure) => {
    await using folder = await botFolder({
      'actions/a.ts': `${head}export const b = ${action('() => new Promise(() => {})', more)};\n`,
    });
    const control = new AbortController();
    const result = tryAction({ ...(await load(folder)), signal: control.signal }, 'a.b', { number: '1' });
    control.abort();
    expect(await result).toMatchObject({ ok: false, failure });
  });

  it('their fetch carries the idempotency key', async () => {
    const keys: unknown[] = [];
    const server = createServer((request, response) => {
      keys.push(request.headers['idempotency-key']);
      response.end('{"ok":true}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await using folder = await botFolder({
      'actions/a.ts': `${head}export const b = ${action('async ({ services, fetch }) => (await fetch(services["shop"] + "/x")).json()')};\n`,
    });
    const loaded = await load(folder, `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    expect(await tryAction(loaded, 'a.b', { number: '1' })).toEqual({ ok: true, output: { ok: true } });
    expect(keys).toEqual(['c1:r1']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('an action that does not exist is a failure, not a crash', async () => {
    await using folder = await botFolder({});
    expect(await tryAction(await load(folder), 'no.such', {})).toEqual({
      ok: false,
      failure: 'error',
      message: "there is no action 'no.such'",
    });
  });
});

describe('problems of action files', () => {
  it.each([
    [
      'an export that is no action',
      `${head}export const a = ${action('() => ({ ok: true })')};\nexport const limit = 5;\n`,
      3,
      14,
      "'limit' is exported but is not an action",
    ],
    [
      'a timeout that is none',
      `${head}export const a = ${action('() => ({ ok: true })', "timeout: 'soon',")};\n`,
      2,
      14,
      "the timeout of 'a' is not a length of time",
    ],
    [
      'retries that are none',
      `${head}export const a = ${action('() => ({ ok: true })', 'retries: 1.5,')};\n`,
      2,
      14,
      "the retries of 'a'",
    ],
    ['a file that throws', `${head}\nthrow new Error('no key');\n`, 3, 7, 'the file cannot be loaded: no key'],
    ['a file that is no TypeScript', `${head}export const = 5;\n`, 2, 14, 'the file cannot be loaded'],
    [
      'a module that is not there',
      `${head}import './nothing.ts';\n`,
      2,
      1,
      "the file cannot be loaded: Cannot find module 'actions/nothing.ts'",
    ],
  ])('%s', async (...[, text, line, column, message]) => {
    await using folder = await botFolder({ 'actions/orders.ts': text });
    const { problems } = await load(folder);
    expect(problems).toMatchObject([
      {
        code: 'ACTION_INVALID',
        severity: 'error',
        file: 'actions/orders.ts',
        line,
        column,
        message: expect.stringContaining(message),
      },
    ]);
    expect(problems[0]?.fix).toBeTruthy();
  });

  it('a mistake in a shared module is shown there', async () => {
    await using folder = await botFolder({
      'actions/orders.ts': `${head}import { x } from './shared/x.ts';\nexport const a = ${action('() => ({ ok: x })')};\n`,
      'actions/shared/x.ts': 'export const x = true;\n\nthrow new Error("broken");\n',
    });
    expect((await load(folder)).problems).toMatchObject([{ file: 'actions/shared/x.ts', line: 3 }]);
  });

  it('one broken file leaves the others usable', async () => {
    await using folder = await botFolder({
      'actions/bad.ts': 'throw 1;\n',
      'actions/good.ts': `${head}export const a = ${action('() => ({ ok: true })')};\n`,
    });
    const loaded = await load(folder);
    expect(loaded.problems).toHaveLength(1);
    expect(await tryAction(loaded, 'good.a', { number: '1' })).toMatchObject({ ok: true });
  });

  it('a name in both kinds is one too many', async () => {
    await using folder = await botFolder({
      'actions/orders.ts': `${head}export const get = ${action('() => ({ ok: true })')};\n`,
      'actions.yaml': 'hosts: []\nactions:\n  orders.get: { url: "http://x/" }\n',
    });
    expect((await load(folder)).problems).toMatchObject([
      { code: 'ACTION_INVALID', file: 'actions.yaml', line: 3, column: 3 },
    ]);
  });
});
