/** What was exported of one installation is taken into another: the same events, the same report, and nothing of who was erased. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerOf, serve, stopAll, touchpoint } from '../serving.ts';

const parsed = (lines: string): readonly unknown[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('touchpoint import', () => {
  let folder = '';
  let events = '';
  const at = (name: string) => join(folder, name);
  const take = (file: string, data: string) => touchpoint(['import', at(file), '--data', at(data), '--json']);
  const exported = async (data: string) => (await touchpoint(['export', '--data', at(data)])).out;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoint-import-'));
    const server = await serve({ data: at('old.db') });
    for (const words of ['what are your opening hours?', 'asdf qwer zxcv']) {
      const customer = await customerOf(server.url);
      await customer.say(words);
    }
    await server.end();
    events = await exported('old.db');
    await writeFile(at('events.jsonl'), events);
  }, 60_000);

  afterAll(async () => {
    await stopAll();
    await rm(folder, { recursive: true });
  });

  it('gives the same events and the same report, in whatever order lines come', async () => {
    await writeFile(at('reversed.jsonl'), [...events.trim().split('\n'), events.split('\n')[0]].reverse().join('\r\n'));
    const { code, out } = await take('reversed.jsonl', 'new.db');
    expect([code, JSON.parse(out)]).toEqual([0, { added: 2, known: 0, wordless: 0, differ: [] }]);
    expect(parsed(await exported('new.db'))).toEqual(parsed(events));
    const [before, after] = await Promise.all(
      ['old.db', 'new.db'].map(async (data) => {
        const report = JSON.parse((await touchpoint(['report', '--json', '--data', at(data)])).out);
        return { ...report, asOf: '', trust: '' };
      }),
    );
    expect(after).toEqual(before);
    expect(after.cases.engaged).toBe(2);
  });

  it('counts nothing twice, and leaves as it is what says something else', async () => {
    expect(JSON.parse((await take('events.jsonl', 'new.db')).out)).toMatchObject({ added: 0, known: 2 });
    const lines = events.trim().split('\n');
    const [first = ''] = lines;
    const { conversation } = JSON.parse(first);
    const other = lines.map((line) => (line === first ? line.replace(/"locale":"\w+"/, '"locale":"nl"') : line));
    await writeFile(at('other.jsonl'), other.join('\n'));
    const { code, out, err } = await take('other.jsonl', 'new.db');
    expect([code, JSON.parse(out)]).toEqual([1, { added: 0, known: 1, wordless: 0, differ: [conversation] }]);
    expect(err).toContain(`other.jsonl:1:1 conversation ${conversation} is in this data already`);
    expect(parsed(await exported('new.db'))).toEqual(parsed(events));
  });

  it('tells each wrong line, and takes nothing then', async () => {
    const lines = events.trim().split('\n');
    const bad = {
      'broken.jsonl': [...lines, '{"conversation":', JSON.stringify({ ...JSON.parse(lines[0] ?? ''), v: 99 })],
      'gap.jsonl': lines.filter((line) => JSON.parse(line).seq !== 2),
      'back.jsonl': lines.map((line) => JSON.stringify({ ...JSON.parse(line), at: 100 - JSON.parse(line).seq })),
      'twice.jsonl': [...lines, JSON.stringify({ ...JSON.parse(lines[1] ?? ''), turn: 77 })],
    };
    const told: Record<string, string> = {};
    for (const [name, content] of Object.entries(bad)) {
      await writeFile(at(name), content.join('\n'));
      const { code, err } = await take(name, 'none.db');
      expect(code).toBe(1);
      told[name] = err;
    }
    expect(told['broken.jsonl']).toContain(`broken.jsonl:${lines.length + 1}:1 this is no JSON`);
    expect(told['broken.jsonl']).toContain(
      `broken.jsonl:${lines.length + 2}:1 event 'conversation.started' has version 99`,
    );
    expect(told['gap.jsonl']).toMatch(/gap.jsonl:2:1 event 2 of conversation \S+ is missing before this one/);
    expect(told['back.jsonl']).toMatch(/back.jsonl:2:1 event 2 of conversation \S+ is earlier than the one before it/);
    expect(told['twice.jsonl']).toMatch(/stands here a second time, and is another one/);
    expect(Object.values(told).every((err) => err.includes('Nothing was taken in.'))).toBe(true);
    expect((await touchpoint(['report', '--data', at('none.db')])).code).toBe(2);
  });

  it('brings no word back of who was erased', async () => {
    const [{ customer }, said] = [
      JSON.parse(events.split('\n')[0] ?? '').data,
      /asdf qwer zxcv|what are your opening hours/,
    ];
    const words = said.exec(events)?.[0] ?? '';
    expect(words).not.toBe('');
    await touchpoint(['import', at('events.jsonl'), '--data', at('erased.db')]);
    await touchpoint(['erase', '--customer', customer, '--data', at('erased.db')]);
    expect(JSON.parse((await take('events.jsonl', 'erased.db')).out)).toMatchObject({ added: 0, known: 2 });
    const { conversation } = JSON.parse(events.split('\n')[0] ?? '');
    const own = events.split('\n').filter((line) => line.includes(conversation));
    await writeFile(at('more.jsonl'), own.join('\n').replaceAll(conversation, 'elsewhere'));
    expect(JSON.parse((await take('more.jsonl', 'erased.db')).out)).toMatchObject({ added: 1, wordless: 1 });
    expect(await exported('erased.db')).not.toContain(words);
    expect((await exported('erased.db')).match(/"words"/g)?.length).toBeLessThan(events.match(/"words"/g)?.length ?? 0);
  });
});
