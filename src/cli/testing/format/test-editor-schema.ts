/** The JSON Schema of conversation tests, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  refTo,
  type Words,
  withInner,
} from '../../../files/schema/editor-schema.ts';
import { lineSchema, testSchema } from './test-schema.ts';

const expectWords: Words = {
  goal: { about: 'Goals that must be reached.' },
  goal_failed: { about: 'Goals that must fail.' },
  outcome: { about: 'How the case must end, after all timers ran.' },
  effort: { about: 'The effort it may cost the customer, from 0 to 100: a number, or `at_most` and `at_least`.' },
  turns: { about: 'How many messages the customer may need.' },
  handoff: { about: 'Whether a person must be asked for, and which team.' },
  promise: { about: 'What must have been promised.' },
  slots: { about: 'Values that slots must have, by name.' },
  calls: { about: 'How often actions must be called, or what they must be given, by name.' },
  says: { about: 'Texts that must be said at some time.' },
  never_says: { about: 'Texts that must never be said.' },
  happens: { about: 'What must happen, such as `correction`.' },
  never: { about: 'What must not happen, such as `reprompt` or `handoff`.' },
  language: { about: 'The language that must be spoken at the end.' },
};

const testWords: Words = {
  test: { about: 'What the test shows, in a few words.' },
  about: { about: 'More about it, for people.' },
  locale: { about: 'The language of the customer; that of the bot when left out.' },
  channel: { about: 'The channel they come by.' },
  entry: { about: 'The page or link they come from.' },
  now: { about: 'When it happens, such as `2026-03-18T11:00`.' },
  stub: { about: 'What actions answer, by name, in place of the real ones.' },
  talk: { about: 'Who says what, from top to bottom.' },
  expect: { about: 'What must hold at the end.' },
  ...below('expect', expectWords),
};

const lineWords: Words = {
  customer: { about: 'What the customer writes, or `picks: …` for a button.' },
  meanwhile: { about: '`true`: they write before the bot has answered.' },
  intent: { about: 'The intent this must be understood as.', names: 'intents' },
  bot: { about: 'What the bot must say, or a part of it, or what it must do.' },
  'bot.asks': { about: 'The slot it must ask for, or `confirm`, `choose`, `offer`.' },
  'bot.says': { about: 'A text it must say.' },
  notice: { about: 'What the business tells, such as `parcel.late`, which begins a dialog.' },
  'notice.name': { about: 'The notice.' },
  'notice.with': { about: 'Values for the dialog, by slot.' },
  expect: { about: 'What must hold at this point.' },
  after: { about: 'Time that passes, such as `25h`.' },
  ...below('expect', expectWords),
};

export function testEditorSchema(names: EditorNames): JsonSchema {
  const head = editorSchema({ schema: testSchema, words: testWords }, names);
  return {
    $schema: draft,
    title: 'A conversation test of this bot',
    ...withInner(head, 'talk', { items: refTo('line') }),
    definitions: { line: editorSchema({ schema: lineSchema, words: lineWords }, names) },
  };
}

function below(path: string, words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [`${path}.${key}`, word]));
}
