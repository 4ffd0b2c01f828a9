/** The JSON Schema of intents files, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  refTo,
  type Words,
  withInner,
} from '../../files/schema/editor-schema.ts';
import { entitySchema, intentSchema, intentsFile } from './intents-schema.ts';

const fileWords: Words = {
  intents: { about: 'What customers want, each under the name by which dialogs begin.' },
  entities: { about: 'Kinds of values that are found in messages, each under the name that slots have as their type.' },
};

const intentWords: Words = {
  about: { about: 'What the customer wants, in words for people.' },
  examples: { about: 'What customers type when they want this. Mark values as in `order [12345678](order_number)`.' },
  not: { about: 'What looks alike, but must not be taken for this.' },
  small_talk: { about: '`true`: courtesy, such as thanks, which is no issue of the customer.' },
  family: {
    about:
      'Kind of issue. Intents of one family are one issue when a customer comes back; by default the first part of the name.',
  },
  repeatable: {
    about: '`true`: wanted anew each time, such as opening hours; asking again is then no sign that it was not solved.',
  },
  window: { about: 'How long the customer may come back with the same issue, such as `14d`; 7d when left out.' },
  answer: { about: 'A short answer that needs no dialog: a text, variations, or a text with buttons.' },
  'answer.text': { about: 'The text, or a list of variations.' },
  'answer.buttons': { about: 'What the customer can tap: texts, or values with titles.' },
  'answer.buttons.value': { about: 'What a tap says.' },
  'answer.buttons.title': { about: 'What stands on the button; the value when left out.' },
};

const entityWords: Words = {
  pattern: { about: 'A regular expression that the value fits.' },
  list: { about: 'The values there are, each with other words for it.' },
  fuzzy: { about: '`true`: small typos are forgiven.' },
};

export function intentsEditorSchema(names: EditorNames): JsonSchema {
  const head = editorSchema({ schema: intentsFile, words: fileWords }, names);
  const intents = withInner(head, 'intents', { additionalProperties: refTo('intent') });
  return {
    $schema: draft,
    title: 'Intents and entities of this bot',
    ...withInner(intents, 'entities', { additionalProperties: refTo('entity') }),
    definitions: {
      intent: editorSchema({ schema: intentSchema, words: intentWords }, names),
      entity: editorSchema({ schema: entitySchema, words: entityWords }, names),
    },
  };
}
