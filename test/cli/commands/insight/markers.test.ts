import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { touchpoint } from '../../serving.ts';

it('touchpoint markers finds them in what is stored, why shows where, and check tells what is wrong with them', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'touchpoint-markers-')), 'bot');
  await cp('template', folder, { recursive: true });
  const calls = join(folder, 'calls.jsonl');
  const call = {
    turns: [
      ['u', 'ask'],
      ['a', 'did_not_understand'],
      ['u', 'ask'],
      ['a', 'did_not_understand'],
    ],
  };
  await writeFile(calls, `${JSON.stringify(call)}\n${JSON.stringify({ turns: [['u', 'hello']] })}\n`);
  const data = ['--data', join(folder, 'judged.db')];
  await touchpoint(['judge', calls, '--map', 'docs/judge/betold.yaml', ...data]);
  const bot = ['--bot', folder];

  const none = await touchpoint(['markers', ...bot, ...data]);
  expect([none.code, none.err.includes('this bot has none')]).toEqual([2, true]);

  const marker =
    'markers:\n  lost:\n    about: not understood twice in two minutes\n    find: { count: { event: message.unmatched }, times: 2, within: 2m }\n';
  await writeFile(join(folder, 'markers.yaml'), marker);
  const found = JSON.parse((await touchpoint(['markers', '--json', ...bot, ...data])).out);
  expect(found).toMatchObject({
    schema: 'markers/1',
    conversations: 2,
    markers: [{ marker: 'lost', hits: 1, conversations: 1, share: 0.5, examples: [{ turn: 2 }] }],
  });
  const shown = await touchpoint(['markers', '--marker', 'lost', ...bot, ...data]);
  expect(shown.out).toMatch(/lost +1 time in 1 conversation \(50\.0 %\)/);
  const why = await touchpoint(['why', found.markers[0].examples[0].conversation, ...bot, ...data]);
  expect(why.out).toContain('marker lost: not understood twice in two minutes  (markers.yaml:2');

  await writeFile(join(folder, 'markers.yaml'), marker.replace('message.unmatched', 'message.unmached'));
  const [checked, refused, misspelt] = await Promise.all([
    touchpoint(['check', '--json', ...bot]),
    touchpoint(['markers', ...bot, ...data]),
    touchpoint(['markers', '--marker', 'lots', ...bot, ...data]),
  ]);
  expect(JSON.parse(checked?.out ?? '').problems).toMatchObject([
    { file: 'markers.yaml', line: 4, fix: "did you mean 'message.unmatched'?" },
  ]);
  expect(refused?.code).toBe(1);
  expect(misspelt?.code).toBe(1);
  await rm(folder, { recursive: true });
});
