/** The JSON Schema of files of translations, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  type Words,
  withInner,
} from '../../../files/schema/editor-schema.ts';
import { texts } from '../language/pieces.ts';
import { translationsSchema } from './translation-schema.ts';

const words: Words = {
  of: { about: 'The dialog these translations are for; all dialogs when left out.', names: 'dialogs' },
  translations: { about: 'Texts as they stand in the dialogs, each with what it is in other languages.' },
};

/** @param locales languages of the bot, its own first */
export function translationsEditorSchema(names: EditorNames, locales: readonly string[]): JsonSchema {
  const [base = 'en', ...others] = locales;
  const one = editorSchema({ schema: texts, words: {} }, names);
  const properties = {
    [base]: { type: 'string', description: 'The text as it stands in the dialog.' },
    ...Object.fromEntries(
      others.map((language) => [
        language,
        { description: `What it is in '${language}'; a list gives variations.`, ...one },
      ]),
    ),
  };
  return {
    $schema: draft,
    title: 'Translations of the texts of this bot',
    ...withInner(editorSchema({ schema: translationsSchema, words }, names), 'translations', {
      items: { type: 'object', properties, additionalProperties: one },
    }),
  };
}
