import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptParses } from '../../../../src/cli/bot/parsing/kept-parses.ts';
import { readYamlStream } from '../../../../src/files/read-yaml.ts';
import type { SourceFile } from '../../../../src/files/source-file.ts';
import { parseYaml } from '../../../../src/files/yaml/parse-yaml.ts';

/** Two documents, a slip and a trap. */
const plain: SourceFile = {
  path: 'dialogs/a.yaml',
  text: '\uFEFFdialog: a\nsteps:\n  - say: "é \\u00e9\\u2028 x"\nanswer: no\nlist: [1, 2.5, null, true]\n---\ndialog: b\n',
};
const torn: SourceFile = { path: 'dialogs/b.yaml', text: 'dialog: b\nsteps: [' };
const files = [plain, torn];

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-parses-'));
  file = join(folder, 'kept', 'dialogs.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const parsed = (some: readonly SourceFile[]) => new Map(some.map((one) => [one, parseYaml(one)]));

function keep(some: readonly SourceFile[], build = 'build') {
  keptParses(file, build).keep(parsed(some));
}

function recall(some: readonly SourceFile[], build = 'build') {
  return keptParses(file, build).recall(some);
}

it('what was kept reads as what is parsed anew, problems and places included', () => {
  keep(files);
  const known = recall(files);
  expect([...known.keys()]).toEqual(files);
  for (const one of files) {
    const [recalled, fresh] = [readYamlStream(one, known.get(one)), readYamlStream(one)];
    const seen = (documents: typeof fresh) =>
      documents.map((document) => ({
        value: document.value,
        problems: document.problems,
        places: [['steps', 0, 'say'], ['answer'], ['list', 2], []].map((path) => document.place(path)),
        within: document.placeWithin(['steps', 0, 'say'], 2, 3),
        key: document.placeOfKey(['steps']),
      }));
    expect(seen(recalled)).toEqual(seen(fresh));
  }
});

it('an edited file, one of another path, and the files of another build are not known', () => {
  keep(files);
  const edited = { ...plain, text: `${plain.text}# more` };
  const moved = { ...torn, path: 'dialogs/c.yaml' };
  expect(recall([edited, moved]).size).toBe(0);
  expect(recall(files, 'newer').size).toBe(0);
});

it('numbers that JSON cannot say and anchors are parsed each time', () => {
  const special = ['next: .nan', 'next: -.INF', 'a: &x 1\nb: *x', '- &x [1]', '{a: &x 1}'].map((text, n) => ({
    path: `dialogs/${n}.yaml`,
    text,
  }));
  keep([...special, plain]);
  expect([...recall([...special, plain]).keys()]).toEqual([plain]);
});

it('what is broken, or cannot be written, costs the parsing only', async () => {
  keep(files);
  const [first = '', ...others] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [first.slice(0, -20), ...others].join('\n'));
  expect([...recall(files).keys()]).toEqual([torn]);
  await writeFile(join(folder, 'no-folder'), '');
  const nowhere = keptParses(join(folder, 'no-folder', 'dialogs.jsonl'), 'build');
  nowhere.keep(parsed(files));
  expect(nowhere.recall(files).size).toBe(0);
});
