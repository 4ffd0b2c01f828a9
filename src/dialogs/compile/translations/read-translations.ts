import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import { translationSchema, translationsSchema } from './translation-schema.ts';

/** A text in one language. @property place of characters `start` to `end`; of the whole when left out */
export type Worded = {
  readonly text: string;
  place(start?: number, end?: number): Where;
};

/**
 * One entry: a text in several languages, in the order of the file; some with variations.
 *
 * @property of the dialog it is for; `null` for every place where the text stands
 */
export type Entry = {
  readonly of: string | null;
  readonly worded: ReadonlyMap<string, readonly Worded[]>;
  placeOf(language: string): Where;
};

/** @property ofPlace where a dialog is named, if one is */
export type TranslationFile = {
  readonly of: string | null;
  readonly ofPlace: Where;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
};

/** Whether a document among the dialogs holds translations. */
export function isTranslations({ value }: YamlDocument): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'translations');
}

/** Reads a document of translations. An entry with mistakes is left out; the others count. */
export function readTranslations(document: YamlDocument): TranslationFile {
  const head = checkShape(document, translationsSchema);
  const list = valueAt(document.value, ['translations']);
  const of = translationsSchema.shape.of.safeParse(valueAt(document.value, ['of'])).data ?? null;
  const read = (Array.isArray(list) ? list : []).map((_, n) => readEntry(document, of, n));
  return {
    of,
    ofPlace: document.place(['of']),
    entries: read.flatMap(({ entry }) => entry ?? []),
    problems: [...head.problems, ...read.flatMap(({ problems }) => problems)],
  };
}

function readEntry(document: YamlDocument, of: string | null, n: number) {
  const at: Path = ['translations', n];
  const { value, problems } = checkShape(document, translationSchema, at);
  if (value === undefined) return { entry: undefined, problems };
  const worded = Object.entries(value).map(
    ([language, texts]) => [language, wordedAt(document, [...at, language], texts)] as const,
  );
  const placeOf = (language: string): Where => document.placeOfKey([...at, language]);
  const entry: Entry = { of, worded: new Map(worded), placeOf };
  return { entry, problems };
}

function wordedAt(document: YamlDocument, path: Path, texts: string | readonly string[]): readonly Worded[] {
  const one = (text: string, at: Path): Worded => ({
    text,
    place: (start, end) =>
      start === undefined ? document.place(at) : document.placeWithin(at, start, end ?? text.length),
  });
  return typeof texts === 'string' ? [one(texts, path)] : texts.map((text, n) => one(text, [...path, n]));
}
