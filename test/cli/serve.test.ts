import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/storage/open-store.ts';
import { customerOf, fixturesOf, messagesOf, pollPause, read, root, serve, stopAll, touchpoint } from './serving.ts';

afterEach(stopAll);

describe('touchpoint serve', () => {
  it('prints its one line, answers a customer, reports that conversation, and ends well on SIGTERM', async () => {
    const server = await serve();
    expect(server.ready).toMatchObject({
      ready: true,
      data: server.data,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(server.ready.services['shop']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const customer = await customerOf(server.url);
    expect((await customer.heard(1))[0]).toMatch(/machine|automated|bot/i);
    expect(await customer.say('what are your opening hours?')).toEqual([expect.stringMatching(/Monday/)]);
    expect(await server.end()).toBe(0);
    const report = await touchpoint(['report', '--json', '--data', server.data]);
    expect(JSON.parse(report.out)).toMatchObject({ schema: 'report/1', cases: { all: 1, engaged: 1 } });
    expect((await touchpoint(['report', '--data', server.data])).out).toContain('1 case');
    const [csv, html] = [`${server.data}.csv`, `${server.data}.html`];
    const files = await touchpoint(['report', '--csv', csv, '--html', html, '--data', server.data]);
    expect(files).toMatchObject({ code: 0, out: `${csv}\n${html}\n` });
    expect(readFileSync(csv, 'utf8')).toMatch(/^by,key,label,/);
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>/i);
    const nowhere = await touchpoint(['report', '--html', `${server.data}/none/r.html`, '--data', server.data]);
    expect(nowhere).toMatchObject({ code: 2, out: '', err: expect.stringContaining('cannot be written') });
    const rebuilt = await touchpoint(['rebuild', '--json', '--data', server.data]);
    expect(JSON.parse(rebuilt.out)).toMatchObject({ schema: 'rebuild/1', cases: 1, differences: [] });
  });

  it('says why it cannot start on a damaged database, and ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-damaged-'));
    const data = join(folder, 'data.db');
    await (await openStore(data)).close();
    const database = new DatabaseSync(data);
    database.exec('drop table programs');
    database.close();
    const ended = await touchpoint(['serve', '--json', '--port', '0', '--data', data]);
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/data\.db.*programs.*STORE_FAILED/s) });
    await rm(folder, { recursive: true });
  });

  it('carries out a real order from the shop to the end, and lets time pass only as told', async () => {
    const server = await serve({ args: ['--test-clock'] });
    const { orders } = await fixturesOf(server.ready.services['shop']);
    const number = orders.find(({ status }) => status === 'shipped')?.number ?? '';
    const customer = await customerOf(server.url);
    await customer.say(`where is my order ${number}?`);
    expect((await customer.heard(2)).join('\n')).toContain(number);
    const now = z.object({ now: z.string() });
    const before = await read(now, `${server.url}/test/clock`);
    const answer = await fetch(`${server.url}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: '200h' }),
    });
    expect(answer.status).toBe(200);
    const later = await read(now, `${server.url}/test/clock`);
    expect(Date.parse(later.now) - Date.parse(before.now)).toBe(200 * 3_600_000);
    await server.end();
    const report = JSON.parse((await touchpoint(['report', '--json', '--data', server.data])).out);
    expect(report.cases).toMatchObject({ all: 1, open: 0, final: 1 });
  });

  it('answers honestly when the shop fails, and says so in the report', async () => {
    const server = await serve();
    const shop = server.ready.services['shop'];
    const { orders } = await fixturesOf(shop);
    await fetch(`${shop}/control/faults`, {
      method: 'POST',
      body: JSON.stringify({ path: '/*', kind: 'status', status: 500 }),
    });
    const customer = await customerOf(server.url);
    await customer.say(`where is my order ${orders[0]?.number}?`);
    const heard = await customer.heard(2);
    expect(heard.slice(1).join('\n')).toMatch(/sorry|can't|cannot|not reach|at the moment/i);
    await server.end();
    const report = JSON.parse((await touchpoint(['report', '--json', '--data', server.data])).out);
    expect(report.burdens.map(({ signal }: { signal: string }) => signal)).toContain('bot_failure');
  });

  it('loses nothing it acknowledged when it is killed', async () => {
    const first = await serve();
    const customer = await customerOf(first.url);
    await customer.post('what are your opening hours?', 'one');
    await first.end('SIGKILL');
    const second = await serve({ data: first.data });
    const texts = (await messagesOf(second.url, customer.conversation)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'what are your opening hours?')).toHaveLength(1);
    expect(texts.at(-1)).toMatch(/Monday/);
  });

  it('goes on a full disk without acknowledging what it cannot keep', async () => {
    // room for the bot's own files, and for some of the messages
    const server = await serve({ wrapper: ['prlimit', `--fsize=${2 * 1024 * 1024}`] });
    const customer = await customerOf(server.url);
    const answers: number[] = [];
    for (let count = 0; count < 400 && !answers.includes(503); count++) {
      answers.push((await customer.post(`nothing that means anything ${'x'.repeat(10_000)}`, `m${count}`)).status);
    }
    expect(answers.at(-1)).toBe(503);
    const kept = answers.filter((status) => status === 200).length;
    expect(kept).toBeGreaterThan(0);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.end('SIGKILL');
    const second = await serve({ data: server.data });
    expect(await saidBy(second.url, customer.conversation, kept)).toBe(kept);
  });

  it('refuses an address others can reach without a secret', async () => {
    const { code, err } = await touchpoint(['serve', '--host', '0.0.0.0', '--port', '0', '--data', 'memory:']);
    expect(code).toBe(2);
    expect(err).toContain('TOUCHPOINT_DIRECTLINE_SECRET');
    expect(err).toContain('[SECRET_MISSING]');
    const clock = await touchpoint(['serve', '--host', '0.0.0.0', '--test-clock', '--data', 'memory:'], {
      env: { TOUCHPOINT_DIRECTLINE_SECRET: 'a-long-enough-secret' },
    });
    expect([clock.code, clock.err]).toEqual([2, expect.stringMatching(/--test-clock[\s\S]*\[NOT_LOOPBACK\]/)]);
    const file = await touchpoint(['serve', '--data', 'memory:'], {
      env: { TOUCHPOINT_DIRECTLINE_SECRET_FILE: '/nowhere/secret' },
    });
    expect([file.code, file.err]).toEqual([2, expect.stringContaining('[CONFIG_INVALID]')]);
  });

  it('names the port that is taken, and how to get round it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { code, err, out } = await touchpoint(['serve', '--port', port, '--data', 'memory:'], {
      env: { TOUCHPOINT_SERVICE_SHOP_URL: 'http://127.0.0.1:9' },
    });
    other.close();
    expect(code).toBe(2);
    expect(err).toContain(port);
    expect(err).toContain('--port');
    expect(out).toBe('');
  });
});

/** How often the customer spoke, once it is at least so often: what had to wait for an action is handled a moment after the start. */
async function saidBy(url: string, conversation: string, atLeast: number): Promise<number> {
  for (;;) {
    const said = (await messagesOf(url, conversation)).filter(({ from }) => from.id !== 'bot').length;
    if (said >= atLeast) return said;
    await pollPause();
  }
}

describe('a broken bot', () => {
  it('is refused with every problem, its place and a fix', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-broken-'));
    await cp(join(root, 'template'), folder, { recursive: true });
    await mkdir(join(folder, 'dialogs'), { recursive: true });
    await writeFile(
      join(folder, 'dialogs', 'broken.yaml'),
      'dialog: broken\nstart: { intents: [table.bok] }\nsteps:\n  - goto: nowhere\n  - do: orders.send\n  - say: "{unclosed"\n',
    );
    const { code, out } = await touchpoint(['check', '--json', '--bot', folder]);
    expect(code).toBe(1);
    const { ok, problems } = JSON.parse(out);
    expect(ok).toBe(false);
    const places = problems
      .filter(
        ({ file, severity }: { file: string; severity: string }) =>
          file === 'dialogs/broken.yaml' && severity === 'error',
      )
      .map(
        ({ code: name, line, column }: { code: string; line: number; column: number }) => `${name} ${line}:${column}`,
      );
    expect(places).toEqual([
      'DIALOG_UNKNOWN_INTENT 2:20',
      'DIALOG_UNKNOWN_STEP 4:11',
      'DIALOG_UNKNOWN_ACTION 5:9',
      'TEXT_SYNTAX 6:11',
    ]);
    const served = await touchpoint(['serve', '--bot', folder, '--port', '0', '--data', 'memory:']);
    expect(served.code).toBe(1);
    expect(served.err).toContain("did you mean 'table.book'?");
    expect(served.err).toContain('[BOT_INVALID]');
    await rm(folder, { recursive: true, force: true });
  });
});

describe('a broken touchpoint.yaml', () => {
  it('is named with place and fix, by the report too, which then counts nothing in a zone nobody chose', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-config-'));
    await cp(join(root, 'template'), folder, { recursive: true });
    await writeFile(join(folder, 'touchpoint.yaml'), 'name: Shop\nzone: Europe/Berln\nlocal: en\n');
    for (const command of ['check', 'report']) {
      const { code, out, err } = await touchpoint([command, '--bot', folder]);
      expect(code).toBe(1);
      expect(out + err).toContain('touchpoint.yaml:2:7');
      expect(out + err).toContain("did you mean 'locale'?");
    }
    await rm(folder, { recursive: true, force: true });
  });
});

describe('a service of the bot', () => {
  it('that does not start is named, with a way to see why, and nothing stays behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoint-service-'));
    await cp(join(root, 'template'), folder, { recursive: true });
    await writeFile(join(folder, 'touchpoint.yaml'), 'services: { stock: { run: stock.ts, port: 0 } }\n');
    await writeFile(join(folder, 'stock.ts'), 'process.exit(3);\n');
    const { code, err } = await touchpoint(['serve', '--bot', folder, '--port', '0', '--data', 'memory:']);
    expect([code, err]).toEqual([1, expect.stringMatching(/'stock' \(stock\.ts\)[\s\S]*\[SERVICE_FAILED\]/)]);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('touchpoint init', () => {
  it('makes a bot that passes check and talks', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'touchpoint-init-')), 'bot');
    expect((await touchpoint(['init', folder])).code).toBe(0);
    expect(existsSync(join(folder, 'touchpoint.yaml'))).toBe(true);
    expect(await touchpoint(['check', '--strict', '--bot', folder])).toMatchObject({ code: 0, out: 'No problems.\n' });
    const chat = await touchpoint(['chat', '--why', '--bot', folder], {
      input: 'I want to book a table\n4\nFriday\nyes\n',
    });
    expect(chat.out).toContain('Noted. We look forward to seeing you.');
    expect(chat.out).toMatch(/asks guests .*dialogs\/book-table\.yaml:\d+/);
    expect((await touchpoint(['init', folder])).code).toBe(2);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('the command', () => {
  it.each([
    [[], 'no command was given'],
    [['serv'], "did you mean 'serve'?"],
    [['report', '--fro', '2026-01-01'], "did you mean '--from'?"],
    [['report', '--from', 'yesterday'], '2026-11-30'],
    [['check', '--bot', '/nowhere'], '[BOT_NOT_FOUND]'],
    [['rebuild', 'surplus'], 'one argument too many'],
  ])('called wrongly (%j) ends with 2 and a way on', async (args, hint) => {
    const { code, err, out } = await touchpoint(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  });

  it('explains itself and each command', async () => {
    expect((await touchpoint(['--help'])).out).toMatch(/serve .*\n/);
    for (const name of ['serve', 'chat', 'check', 'report', 'rebuild', 'init']) {
      const { code, out } = await touchpoint([name, '--help']);
      expect([code, out]).toEqual([0, expect.stringContaining(`Usage: touchpoint ${name}`)]);
    }
  });
});
