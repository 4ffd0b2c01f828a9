/**
 * Whether a bot speaks as its business wants it to: words that are not to be said, texts that are long or hard, a mistake nobody is sorry for.
 */
import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';
import type { Dialog } from '../../program.ts';
import type { TranslationFile } from '../translations/read-translations.ts';
import { textsOf } from '../translations/texts-of.ts';
import type { Brand, Forbidden } from './brand-schema.ts';
import { longestForm } from './longest-form.ts';
import { readingEase } from './reading-ease.ts';

/** @property dialogs as far as they could be made; @property locale language of their texts */
export type Spoken = {
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly translations: readonly TranslationFile[];
  readonly locale: string;
};

type Text = { readonly text: string; readonly language: string; readonly where: Where };

/** @param brand `undefined` where the business says nothing of it: then only apologies are looked for */
export function brandProblems(spoken: Spoken, brand: Brand | undefined): readonly Problem[] {
  const lint = brand ? textsIn(spoken).flatMap((text) => problemsOf(text, brand)) : [];
  return [...lint, ...apologyProblems(spoken, brand)];
}

/** Each text once, with every language it is written in. */
function textsIn({ dialogs, translations, locale }: Spoken): readonly Text[] {
  const own = [...dialogs.values()].filter(isOwn).flatMap((dialog) => textsOf(dialog));
  const distinct = new Map(
    own.map(({ source, where }) => [`${where.file}:${where.line}:${source}`, { source, where }]),
  );
  const written = translations.flatMap(({ entries }) =>
    entries.flatMap(({ worded }) =>
      [...worded].flatMap(([language, texts]) =>
        language === locale ? [] : texts.map(({ text, place }) => ({ text, language, where: place() })),
      ),
    ),
  );
  return [
    ...[...distinct.values()].map(({ source, where }) => ({ text: source, language: locale, where })),
    ...written,
  ];
}

function isOwn({ where }: Dialog): boolean {
  return where.file.startsWith('dialogs/');
}

function problemsOf(text: Text, brand: Brand): readonly Problem[] {
  const [said, form] = [wordsOf(text.text), longestForm(text.text)];
  const { longest, ease } = brand;
  const reads = ease === undefined ? undefined : readingEase(form, text.language);
  return [
    ...forbiddenIn(brand, text.language).flatMap((rule) => (isSaid(said, rule) ? [forbiddenProblem(text, rule)] : [])),
    ...(longest !== undefined && form.length > longest ? [longProblem(text, form.length, longest)] : []),
    ...(reads !== undefined && ease !== undefined && reads < ease ? [hardProblem(text, reads, ease)] : []),
  ];
}

/** All its forms, one behind the other, without the values in them. */
function wordsOf(source: string): string {
  return source
    .replace(/\{[^{}]*\}/g, (braces) => (/^\{[\w.]+\}$/.test(braces) ? '' : braces.slice(1, -1)))
    .replace(/\{[\w.]+,\s*\w+,?/g, '')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function forbiddenIn({ forbidden }: Brand, language: string): readonly Forbidden[] {
  return [...new Set([language, language.split('-')[0] ?? language])].flatMap((tag) => forbidden[tag] ?? []);
}

function sayOf(rule: Forbidden): string {
  return typeof rule === 'string' ? rule : rule.say;
}

/** Whole words, in any case of their letters. */
function isSaid(text: string, rule: Forbidden): boolean {
  const [plain, wanted] = [text.toLowerCase(), sayOf(rule).toLowerCase()];
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const around = [plain[at - 1] ?? ' ', plain[at + wanted.length] ?? ' '];
    if (around.every((letter) => !/[\p{L}\p{N}]/u.test(letter))) return true;
  }
  return false;
}

function forbiddenProblem({ where }: Text, rule: Forbidden): Problem {
  const { instead, why } = typeof rule === 'string' ? {} : rule;
  const because = why === undefined ? '' : `: ${why}`;
  return {
    ...where,
    code: 'BRAND_WORD',
    severity: 'warning',
    message: `the business does not want its bot to say '${sayOf(rule)}'${because}`,
    fix: instead === undefined ? 'say it otherwise, or take it from brand.yaml' : `say '${instead}'`,
  };
}

function longProblem({ where }: Text, length: number, longest: number): Problem {
  const fix = 'say less, or say it in two messages';
  return {
    ...where,
    code: 'BRAND_LONG',
    severity: 'warning',
    message: `this text has ${length} characters; brand.yaml allows ${longest}`,
    fix,
  };
}

function hardProblem({ where }: Text, reads: number, ease: number): Problem {
  return {
    ...where,
    code: 'BRAND_HARD',
    severity: 'hint',
    message: `this text is hard to read: its reading ease is ${reads} of 100, and brand.yaml asks for ${ease}`,
    fix: 'use shorter sentences and shorter words',
  };
}

/** What a customer reads when something went wrong. */
const errorDialog = 'on.error';

/** Beginnings of words by which languages are sorry. */
const sorry: Readonly<Record<string, readonly string[]>> = {
  en: ['sorry', 'apolog'],
  de: ['tut mir leid', 'tut uns leid', 'leider', 'entschuldig', 'verzeih'],
  es: ['siento', 'sentimos', 'lament', 'disculp', 'perd'],
  fr: ['désolé', 'excus', 'pardon', 'regrett'],
  it: ['spiace', 'scus', 'perdon'],
  nl: ['sorry', 'spijt', 'excus', 'helaas'],
  pt: ['desculp', 'lament', 'sinto', 'sentimos', 'perdão'],
};

function apologyProblems({ dialogs, translations, locale }: Spoken, brand: Brand | undefined): readonly Problem[] {
  const dialog = dialogs.get(errorDialog);
  if (!dialog || !isOwn(dialog)) return [];
  const sources = new Set(textsOf(dialog).map(({ source }) => source));
  const entries = translations.flatMap((file) => file.entries);
  const ofIt = entries.filter(({ worded }) => sources.has(worded.get(locale)?.[0]?.text ?? ''));
  const languages = [...new Set(ofIt.flatMap(({ worded }) => [...worded.keys()]))].filter((one) => one !== locale);
  const inLanguage = (language: string) =>
    ofIt.flatMap(({ worded }) => worded.get(language)?.map(({ text }) => text) ?? []);
  const texts: readonly (readonly [string, readonly string[]])[] = [
    [locale, [...sources]],
    ...languages.map((language) => [language, inLanguage(language)] as const),
  ];
  return texts.flatMap(([language, all]) => (isSorry(all, language, brand) ? [] : [apologyProblem(dialog, language)]));
}

/** In a language nobody has told anything of, nothing is missed. */
function isSorry(texts: readonly string[], language: string, brand: Brand | undefined): boolean {
  const tag = language.split('-')[0] ?? language;
  const words = [...(sorry[tag] ?? []), ...(brand?.apologies[language] ?? brand?.apologies[tag] ?? [])];
  if (words.length === 0 || texts.length === 0) return true;
  return texts.some((text) => words.some((word) => text.toLowerCase().includes(word.toLowerCase())));
}

function apologyProblem({ where }: Dialog, language: string): Problem {
  return {
    ...where,
    code: 'BRAND_APOLOGY',
    severity: 'warning',
    message: `something went wrong, and nobody says sorry for it (${language})`,
    fix: 'begin on.error with what you are sorry for; other words for it may stand in brand.yaml under apologies',
  };
}
