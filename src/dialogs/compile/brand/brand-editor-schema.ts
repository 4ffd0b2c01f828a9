/** The JSON Schema of `brand.yaml`, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  type Words,
} from '../../../files/schema/editor-schema.ts';
import { brandSchema } from './brand-schema.ts';

const words: Words = {
  brand: { about: 'How the business wants its bot to speak; `touchpoint check` says where a text does otherwise.' },
  'brand.forbidden': { about: 'By language: words and phrases that are not to be said, in any case of their letters.' },
  'brand.longest': { about: 'Characters one message may have, in its longest form and without the values in it.' },
  'brand.ease': { about: 'Reading ease, 0 (hard) to 100 (easy), that texts of twenty words and more must have.' },
  'brand.apologies': { about: 'By language: words by which on.error is sorry, beside those known of the language.' },
};

export function brandEditorSchema(names: EditorNames): JsonSchema {
  return { $schema: draft, title: 'How this bot speaks', ...editorSchema({ schema: brandSchema, words }, names) };
}
