/** A document of translations: `of` keeps them to one dialog; each entry has a text as the files have it, and what it is in other languages. */
import { z } from 'zod';
import { dialogName, texts } from '../language/pieces.ts';

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as de or pt-BR');

export const translationsSchema = z.strictObject({
  of: dialogName.optional(),
  /** checked one by one */
  translations: z.array(z.unknown()).min(1),
});

export const translationSchema = z
  .record(languageTag, texts)
  .refine((entry) => Object.keys(entry).length > 1, 'must have a text and at least one translation of it');
