/** Texts in other languages: from the files to what is said, and everything that is wrong with them. */
import type { Problem } from '../../../errors/problem.ts';
import type { Names } from '../../expressions/value-type.ts';
import type { Dialog, Template, Translations } from '../../program.ts';
import { compileText } from '../../texts/compile-text.ts';
import type { Formats } from '../../texts/create-formats.ts';
import { textKey } from '../../texts/translated.ts';
import { missingTranslations } from './missing-translations.ts';
import type { Entry, TranslationFile, Worded } from './read-translations.ts';
import { textsOf } from './texts-of.ts';
import { unusedTranslation } from './unused-translation.ts';

/**
 * @property written translations of the bot
 * @property builtIn those that come along, of the texts of the framework, which are English
 * @property dialogs as far as they could be made
 * @property isWhole every file could be read: what is not found is then not there
 * @property broken dialogs with errors of their own: names that their translations miss may be what is wrong there
 */
export type Translating = {
  readonly written: readonly TranslationFile[];
  readonly builtIn: readonly TranslationFile[];
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly locales: readonly string[];
  readonly formats: Formats;
  readonly isWhole: boolean;
  readonly broken: ReadonlySet<string>;
  /** names the texts of a dialog may use */
  namesOf(dialog: string): Names;
};

/** The language of the framework's own texts. */
const frameworkLanguage = 'en';

export function compileTranslations(given: Translating): {
  readonly translations: Translations;
  readonly problems: readonly Problem[];
} {
  const { written, builtIn } = given;
  const [base = frameworkLanguage] = given.locales;
  const table: Table = new Map();
  const places = placesOf(given.dialogs);
  const problems: Problem[] = [];
  for (const { entries } of builtIn)
    for (const entry of entries) add(table, { ...given, entry, source: frameworkLanguage, places });
  const taken = new Map<string, Worded>();
  for (const file of written) {
    problems.push(...file.problems, ...unknownDialog(given, file), ...unknownLanguages(given, file));
    // of a file with errors it is not sure for which dialog it is: what stands twice may follow from that
    const isSure = !file.problems.some(({ severity }) => severity === 'error');
    const told = isSure ? taken : new Map<string, Worded>();
    for (const entry of file.entries) problems.push(...addWritten({ table, given, entry, base, places, taken: told }));
  }
  if (given.isWhole) problems.push(...missingTranslations({ ...given, translations: table }));
  return { translations: table, problems };
}

type Table = Map<string, Map<string, readonly Template[]>>;

/** Text → the dialogs in which it stands. */
type Places = ReadonlyMap<string, readonly string[]>;

function placesOf(dialogs: ReadonlyMap<string, Dialog>): Places {
  const places = new Map<string, string[]>();
  for (const dialog of dialogs.values()) {
    for (const { source } of textsOf(dialog)) {
      const known = places.get(source);
      if (!known) places.set(source, [dialog.name]);
      else if (known.at(-1) !== dialog.name) known.push(dialog.name);
    }
  }
  return places;
}

type Adding = Translating & { readonly entry: Entry; readonly source: string; readonly places: Places };

/** Puts an entry's other languages under its text in the language `source`. */
function add(table: Table, { entry, source, places, formats, namesOf, broken }: Adding): readonly Problem[] {
  const [text] = entry.worded.get(source) ?? [];
  if (text === undefined) return [];
  const [dialog] = entry.of === null ? (places.get(text.text) ?? []) : [entry.of];
  const names = namesOf(dialog ?? '');
  const problems: Problem[] = [];
  for (const [language, worded] of entry.worded) {
    if (language === source) continue;
    const compiled = worded.map(({ text: own, place }) =>
      compileText({ source: own, place, names, dialog: dialog ?? null, locale: language, formats }),
    );
    const known = table.get(language) ?? new Map<string, readonly Template[]>();
    table.set(
      language,
      known.set(
        textKey(entry.of, text.text),
        compiled.map(({ template }) => template),
      ),
    );
    const isSure = dialog === undefined || !broken.has(dialog);
    const found = compiled.flatMap((one) => one.problems).filter(({ unknown }) => isSure || unknown === undefined);
    if (dialog !== undefined && found.length > 0)
      problems.push(...beyond(text, found, { names, dialog, source, formats }));
  }
  return problems;
}

type Around = { readonly names: Names; readonly dialog: string; readonly source: string; readonly formats: Formats };

/** What is wrong with a translation and not with the text itself, where it is told already. */
function beyond(text: Worded, found: readonly Problem[], { source, ...around }: Around): readonly Problem[] {
  const own = compileText({ source: text.text, place: text.place, locale: source, ...around }).problems;
  return found.filter(({ message }) => !own.some((one) => one.message === message));
}

type Writing = {
  readonly table: Table;
  readonly given: Translating;
  readonly entry: Entry;
  readonly base: string;
  readonly places: Places;
  readonly taken: Map<string, Worded>;
};

/** A text of the bot, or one of the framework's that it says otherwise. */
function addWritten({ table, given, entry, base, places, taken }: Writing): readonly Problem[] {
  const sources = [...new Set([base, frameworkLanguage])].filter(
    (language) => entry.worded.get(language)?.length === 1,
  );
  const used = sources.filter((language) => isUsed(places, entry, language));
  const source = used[0] ?? sources[0];
  if (source === undefined) return [withoutText(entry, base)];
  const unused = given.isWhole && used.length === 0 ? [unusedTranslation(entry, source, [...places.keys()])] : [];
  return [...unused, ...doubled({ entry, source, taken }), ...add(table, { ...given, entry, source, places })];
}

function isUsed(places: Places, { of, worded }: Entry, language: string): boolean {
  const found = places.get(worded.get(language)?.[0]?.text ?? '') ?? [];
  return of === null ? found.length > 0 : found.includes(of);
}

function withoutText({ worded, placeOf }: Entry, base: string): Problem {
  const [first = base] = worded.keys();
  return {
    ...placeOf(first),
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message: `this translates nothing: the text itself, in the language of the files, is missing`,
    fix: `add '${base}: …' with the text as it stands in the dialog, one text and no list`,
  };
}

/** Each language once a file. */
function unknownLanguages({ locales }: Translating, { entries }: TranslationFile): readonly Problem[] {
  const first = new Map<string, Entry>();
  for (const entry of entries)
    for (const language of entry.worded.keys()) if (!first.has(language)) first.set(language, entry);
  return [...first]
    .filter(([language]) => !locales.includes(language) && language !== frameworkLanguage)
    .map(([language, { placeOf }]) => ({
      ...placeOf(language),
      code: 'TRANSLATION_LANGUAGE',
      severity: 'warning',
      message: `the bot does not speak '${language}', so nobody reads these translations`,
      fix: `add it to 'locales' in touchpoint.yaml; known there: ${locales.join(', ')}`,
    }));
}

function unknownDialog({ dialogs, isWhole }: Translating, { of, ofPlace }: TranslationFile): readonly Problem[] {
  if (of === null || dialogs.has(of) || !isWhole) return [];
  return [
    {
      ...ofPlace,
      code: 'DIALOG_UNKNOWN',
      severity: 'error',
      message: `dialog '${of}' does not exist`,
      fix: `dialogs here: ${[...dialogs.keys()].slice(0, 12).join(', ')}`,
      unknown: of,
    },
  ];
}

type Doubling = { readonly entry: Entry; readonly source: string; readonly taken: Map<string, Worded> };

/** The same text translated twice into one language for the same place. */
function doubled({ entry, source, taken }: Doubling): readonly Problem[] {
  const text = entry.worded.get(source)?.[0]?.text ?? '';
  return [...entry.worded].flatMap(([language, [worded]]): readonly Problem[] => {
    if (language === source || worded === undefined) return [];
    const key = `${language}\n${textKey(entry.of, text)}`;
    const first = taken.get(key);
    if (!first) taken.set(key, worded);
    if (!first) return [];
    const { file, line, column } = first.place();
    return [
      {
        ...entry.placeOf(language),
        code: 'TRANSLATION_DUPLICATE',
        severity: 'error',
        message: `this text has a translation into '${language}' already`,
        fix: "remove one of them, or put 'of: DIALOG' above the one that is for one dialog only",
        related: [{ file, line, column, message: 'the first one' }],
      },
    ];
  });
}
