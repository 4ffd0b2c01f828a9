import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, touchpoint } from '../serving.ts';
import { type Editor, openEditor } from './language-server.ts';

let folder: string;
let editor: Editor;

/** The bot of the design, the sample bot and the template, each in a folder of its own with its schemas. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-editor-'));
  await cp(join(root, 'test', 'fixtures', 'design'), join(folder, 'design'), { recursive: true });
  await cp(join(root, 'template'), join(folder, 'template'), { recursive: true });
  for (const part of ['dialogs', 'intents', 'actions', 'actions.yaml', 'brand.yaml', 'rules.yaml', 'touchpoint.yaml']) {
    await cp(join(root, part), join(folder, 'sample', part), { recursive: true });
  }
  for (const bot of ['design', 'sample', 'template']) {
    const { code, out } = await touchpoint(['schema', '--bot', join(folder, bot)]);
    expect([code, out.split('\n')[2]]).toEqual([0, 'schema/dialog.json']);
  }
  editor = await openEditor();
});

afterAll(async () => {
  await editor.close();
  await rm(folder, { recursive: true, force: true });
});

const modeline = '# yaml-language-server: $schema=../schema/dialog.json\n';
const head = `${modeline}dialog: refund-again\nabout: get more money back\n`;

function dialog(text: string): readonly [path: string, text: string] {
  return [join(folder, 'design', 'dialogs', 'refund-again.yaml'), head + text];
}

describe('an editor offers', () => {
  it.each([
    [
      'the dialogs of the bot, with what they are about',
      'steps:\n  - call: |\n',
      'verify-identity',
      'show who you are',
    ],
    ['its actions', 'steps:\n  - do: |\n', 'orders.refundable', ''],
    [
      'its actions to verify a goal',
      'goal: { name: x, verify: { by: x|, within: 3d } }\nsteps: []\n',
      'orders.is_refunded',
      '',
    ],
    [
      'its intents, with what they are about',
      'start: { intents: [|] }\nsteps: []\n',
      'refund.request',
      'wants money back',
    ],
    ['its intents in a block list', 'start:\n  intents:\n    - |\nsteps: []\n', 'refund.request', 'wants money back'],
    ['its slots', 'steps:\n  - ask: |\n', 'order_number', 'order_number in refund-order'],
    ['its entities as types of slots', 'slots:\n  n:\n    type: |\nsteps: []\n', 'order_number', ''],
    ['built-in types of slots', 'slots:\n  n:\n    type: |\nsteps: []\n', 'yes_no', ''],
    ['its teams', 'steps:\n  - handoff: |\n', 'billing', ''],
    ['its stages', 'stage: |\nsteps: []\n', 'after-purchase', ''],
    ['the kinds of steps, with what they do', 'steps:\n  - |\n', 'confirm', 'A question to be answered by yes or no'],
    ['the keys of a step', 'steps:\n  - do: orders.refund\n    |\n', 'failed', 'Steps for when it failed for good'],
    [
      'the kinds of steps within a step',
      'steps:\n  - if: true\n    then:\n      - |\n',
      'handoff',
      'Hands the conversation',
    ],
    ['the keys of a dialog', '|\nsteps: []\n', 'authenticates', 'finds out who the customer is'],
    ['the keys of a slot', 'slots:\n  n:\n    type: text\n    |\nsteps: []\n', 'again', 'not understood'],
  ])('%s', async (...[, text, label, documentation]) => {
    const offered = await editor.complete(...dialog(text));
    expect([...offered.keys()]).toContain(label);
    expect(offered.get(label)).toContain(documentation);
  });
});

describe('an editor of translations', () => {
  const modeline = '# yaml-language-server: $schema=../../schema/translations.json\n';
  const file = (text: string) =>
    [join(folder, 'sample', 'dialogs', 'translations', 'new.yaml'), modeline + text] as const;

  it('offers the languages of the bot and its dialogs', async () => {
    expect([...(await editor.complete(...file('translations:\n  - en: Hello\n    |\n'))).keys()]).toEqual(
      expect.arrayContaining(['de', 'es']),
    );
    expect([...(await editor.complete(...file('of: |\ntranslations: []\n'))).keys()]).toContain('refund-order');
  });

  it('underlines a key that is none, and a text that is no text', async () => {
    expect(await editor.faults(...file('off: refund-order\ntranslations:\n  - { en: Hello, de: 7 }\n'))).toEqual([
      expect.stringMatching(/^4:22 Incorrect type/),
      expect.stringMatching(/^2:1 Property off is not allowed/),
    ]);
  });
});

describe('an editor of rules and of the brand', () => {
  const file = (name: string, text: string) =>
    [join(folder, 'sample', `${name}.yaml`), `# yaml-language-server: $schema=./schema/${name}.json\n${text}`] as const;

  it('offers the dialogs a rule may offer, and the teams it may hand over to', async () => {
    const offered = await editor.complete(
      ...file('rules', 'rules:\n  - rule: x\n    when: "true"\n    offer:\n      dialog: |\n'),
    );
    expect([...offered.keys()]).toContain('refund-order');
    const teams = await editor.complete(...file('rules', 'rules:\n  - rule: x\n    when: "true"\n    handoff: |\n'));
    expect([...teams.keys()]).toContain('care');
  });

  it('says what each key is for', async () => {
    const hold = file('rules', 'rules:\n  - { rule: x, when: "true", hold|Out: 0.1 }\n');
    expect(await editor.hover(...hold)).toContain('Share of customers of whom nothing comes');
    expect(await editor.hover(...file('brand', 'brand: { lon|gest: 400 }\n'))).toContain(
      'Characters one message may have',
    );
  });

  it('underlines a key that is none', async () => {
    expect(await editor.faults(...file('brand', 'brand: { longst: 400 }\n'))).toEqual([
      expect.stringMatching(/^2:10 Property longst is not allowed/),
    ]);
  });
});

describe('an editor shows', () => {
  it.each([
    ['what a dialog is about, at its name', 'steps:\n  - call: veri|fy-identity\n', 'show who you are'],
    ['what an intent is about, at its name', 'start: { intents: [refund|.request] }\nsteps: []\n', 'wants money back'],
    ['what a key is for', 'ow|ner: me\nsteps: []\n', 'Who can remove the burdens'],
    [
      'what a kind of step does',
      'steps:\n  - pro|mise: { what: money, within: 3d }\n',
      'may expect something by a time',
    ],
    [
      'what a key of a slot is for',
      'slots:\n  n: { type: text, atte|mpts: 2 }\nsteps: []\n',
      'How often it is asked at most',
    ],
  ])('%s', async (_, text, shown) => {
    expect((await editor.hover(...dialog(text))).replaceAll('\\', '')).toContain(shown);
  });
});

describe('an editor underlines', () => {
  it.each([
    ['an unknown key of a dialog', 'ownr: me\nsteps: []\n', /^4:1 Property ownr is not allowed/],
    ['an unknown key of a step', 'steps:\n  - do: orders.refund\n    sav: x\n', /^6:5 Property sav is not allowed/],
    ['an unknown key within a branch', 'steps:\n  - if: true\n    then:\n      - say: { texts: Hi }\n', /^7:/],
    ['a step that does two things', 'steps:\n  - say: Hi\n    end: true\n', /^6:5 Property end is not allowed/],
    ['a step that is only named', 'steps:\n  - id: a\n', /^5:5 Object has fewer properties/],
    [
      'a length of time that is none',
      'expect: { time: 3 days }\nsteps: []\n',
      /^4:17 String does not match the pattern/,
    ],
    ['a step of no kind', 'steps:\n  - sya: Hi\n', /^5:5 Property sya is not allowed/],
    [
      'a text where a number is due',
      'slots:\n  n: { type: text, attempts: many }\nsteps: []\n',
      /^5:30 Incorrect type. Expected "integer"/,
    ],
    ['a missing key', 'goal: { verify: false }\nsteps: []\n', /^4:1 Missing property "name"/],
  ])('%s', async (_, text, fault) => {
    expect(await editor.faults(...dialog(text))).toContainEqual(expect.stringMatching(fault));
  });
});

it.each(['design', 'sample', 'template'])('underlines nothing in the files of the bot %s', async (bot) => {
  const entries = await readdir(join(folder, bot), { recursive: true });
  const files = entries.filter((file) => file.endsWith('.yaml') && !file.endsWith('stubs.yaml'));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(folder, bot, file), 'utf8')).replace(/^# yaml-language-server.*\n/, '');
      const schema = join(folder, bot, 'schema', `${schemaOf(file)}.json`);
      return editor.faults(join(folder, bot, file), `# yaml-language-server: $schema=${schema}\n${text}`);
    }),
  );
  expect(found.flat()).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
});

function schemaOf(file: string): string {
  if (file.includes('translations')) return 'translations';
  if (file.endsWith('.test.yaml')) return 'test';
  if (file.startsWith('dialogs/')) return 'dialog';
  return file.startsWith('intents/') ? 'intents' : file.replace('.yaml', '');
}
