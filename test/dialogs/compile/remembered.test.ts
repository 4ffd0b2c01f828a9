import { expect, test } from 'vitest';
import { bigBot } from '../../../bench/big-bot.ts';
import { type CompileBot, compileBot, createCompiler } from '../../../src/dialogs/compile/compile-bot.ts';
import type { SourceFile } from '../../../src/files/source-file.ts';
import { createIntentsReader } from '../../../src/intents/read-intents.ts';

const actions = new Map([
  ['orders.exists', { name: 'orders.exists', timeoutMs: 1, retries: 0, safe: true, idempotent: true }],
]);
const readIntents = createIntentsReader();

function compiled(compile: CompileBot, files: readonly SourceFile[]) {
  const { intents, answers, entityTypes } = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
  const places = new Map([...intents].map(([name, { where }]) => [name, where]));
  const { draft, problems } = compile(files, { intents: places, answers, entities: entityTypes, actions });
  const dialogs = [...draft.dialogs.values()].map((dialog) => ({
    ...dialog,
    nodes: [...dialog.nodes],
    slots: [...dialog.slots],
  }));
  return { problems, dialogs, starts: [...draft.starts], hash: draft.hash };
}

function edit(files: readonly SourceFile[], path: string, change: (text: string) => string): readonly SourceFile[] {
  return files.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
}

const topic3 = 'dialogs/topic-3.yaml';
const edits: readonly (readonly [string, (files: readonly SourceFile[]) => readonly SourceFile[]])[] = [
  ['a text', (files) => edit(files, topic3, (text) => text.replace('All right.', 'Very well.'))],
  [
    'a name that does not exist',
    (files) => edit(files, topic3, (text) => text.replace('- ask: quantity', '- ask: quantitty')),
  ],
  [
    'a slot that all see',
    (files) => edit(files, topic3, (text) => text.replace('  way:\n', '  way:\n    shared: true\n')),
  ],
  [
    'another use of it',
    (files) => edit(files, 'dialogs/topic-5.yaml', (text) => text.replace('You named', '{way} You named')),
  ],
  [
    'what a dialog is about',
    (files) => edit(files, topic3, (text) => text.replace('settle matter 3', 'settle everything')),
  ],
  [
    'a call with values',
    (files) => edit(files, topic3, (text) => `${text}  - call: topic-5\n    with: { label: quantity }\n`),
  ],
  [
    'a dialog renamed',
    (files) => edit(files, 'dialogs/topic-5.yaml', (text) => text.replace('dialog: topic-5', 'dialog: topic-five')),
  ],
  ['a file that is no YAML', (files) => edit(files, topic3, (text) => `${text}\n: : {`)],
  ['a dialog removed', (files) => files.filter(({ path }) => path !== topic3)],
  [
    'an entity renamed',
    (files) => edit(files, 'intents/entities.en.yaml', (text) => text.replace('order_number', 'order_no')),
  ],
  [
    'an intent renamed',
    (files) => edit(files, 'intents/topics-0.en.yaml', (text) => text.replace('topic.t1:', 'topic.tt1:')),
  ],
];

test('a compiler that remembers gives what a new one gives, after every edit and after all are taken back', () => {
  const compile = createCompiler();
  const start = bigBot(6);
  let files = start;
  const problems = compiled(compile, files).problems.filter(({ code }) => code !== 'PERSON_OUT_OF_REACH');
  expect(problems).toEqual([]);
  for (const [what, change] of edits) {
    files = change(files);
    expect(JSON.stringify(compiled(compile, files)), what).toBe(JSON.stringify(compiled(compileBot, files)));
  }
  expect(JSON.stringify(compiled(compile, start))).toBe(JSON.stringify(compiled(compileBot, start)));
});

test('dialogs that see nothing of an edit are the same objects as before', () => {
  const compile = createCompiler();
  const files = bigBot(6);
  const dialogOf = (name: string, of: readonly SourceFile[]) => compiledDialogs(compile, of).get(name);
  const before = dialogOf('topic-5', files);
  const edited = edit(files, topic3, (text) => text.replace('All right.', 'Very well.'));
  expect(dialogOf('topic-5', edited)).toBe(before);
  expect(dialogOf('topic-3', files)).not.toBe(dialogOf('topic-3', edited));
});

function compiledDialogs(compile: CompileBot, files: readonly SourceFile[]) {
  const { intents, answers, entityTypes } = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
  const places = new Map([...intents].map(([name, { where }]) => [name, where]));
  return compile(files, { intents: places, answers, entities: entityTypes, actions }).draft.dialogs;
}
