import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallBot } from '../../../intents/small-bot.ts';
import { touchpoint } from '../../serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchpoint-parse-'));
const path = (name: string) => join(folder, name);

const messages = [
  { id: 'a', text: 'übermorgen um halb drei für 12,50 €' },
  { text: 'refund my money please', expect: 'yes_no' },
  { text: 'yes please', expect: 'yes_no' },
  { text: '20', expect: 'money' },
  { text: 'my card is 4111 1111 1111 1111' },
  { text: 'call 020 7946 0958' },
  { text: '' },
];

beforeAll(() => {
  writeFileSync(path('train.jsonl'), smallBot.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(path('in.jsonl'), messages.map((row) => `${JSON.stringify(row)}\r\n`).join(''));
  writeFileSync(path('broken.jsonl'), '{"text":"hello"}\n{"txt":"no"}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const said = ['--train', path('train.jsonl'), '--now', '2025-03-04T10:00:00Z', '--zone', 'Europe/Berlin'];

describe('nlu parse', () => {
  it('says of each message, in order, its language, intent, entities and answer', async () => {
    const { out, code } = await touchpoint(['nlu', 'parse', path('in.jsonl'), ...said]);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(rows.map(({ id, language }) => [id, language])).toEqual([
      ['a', 'de'],
      ...[2, 3, 4, 5, 6, 7].map((line) => [line, 'en']),
    ]);
    expect(rows[0]).toMatchObject({
      sentiment: 0,
      entities: [
        { type: 'datetime', text: 'übermorgen um halb drei', start: 0, end: 23, value: '2025-03-06T02:30:00+01:00' },
        { type: 'money', start: 28, end: 35, value: { amount: 12.5, currency: 'EUR' } },
      ],
    });
    expect(rows[1]).toMatchObject({
      intent: 'refund.request',
      accepted: true,
      intents: [{ intent: 'refund.request', start: 0, end: 22 }],
      entities: [],
    });
    expect(rows[2].entities).toEqual([{ type: 'yes_no', text: 'yes please', start: 0, end: 10, value: true }]);
    expect(rows[3].entities).toContainEqual({
      type: 'money',
      text: '20',
      start: 0,
      end: 2,
      value: { amount: 20, currency: null },
    });
    expect(rows[4].entities).toEqual([
      { type: 'card', text: '•••• •••• •••• 1111', start: 11, end: 30, value: { last4: '1111' } },
    ]);
    expect(rows[5].entities).toMatchObject([{ type: 'phone', value: '+442079460958' }]);
    expect(rows[6]).toMatchObject({ intent: null, entities: [], accepted: false });
  });

  it('reads what can be read, and names the line of what cannot', async () => {
    const { out, err, code } = await touchpoint(['nlu', 'parse', path('broken.jsonl'), ...said]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain('broken.jsonl:2:1');
  });

  it('refuses a zone and a time that are none', async () => {
    for (const wrong of [
      ['--zone', 'Mars/Base'],
      ['--now', 'soon'],
    ])
      expect((await touchpoint(['nlu', 'parse', path('in.jsonl'), ...wrong])).code).toBe(2);
  });

  it('ends without a word when nobody reads on', () => {
    writeFileSync(path('many.jsonl'), `${JSON.stringify({ text: 'call 12345678 tomorrow' })}\n`.repeat(3_000));
    const command = `"${process.execPath}" bin/touchpoint.js nlu parse "${path('many.jsonl')}" --locale en --train "${path('train.jsonl')}" | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  });
});
