/** Texts in the customer's language. */
import type { Program, Template } from '../program.ts';

/** From the language itself to the most general one: `de-AT`, `de`. What none of them has is said as the files have it. */
export function languageChain(locale: string): readonly string[] {
  const parts = locale.split('-');
  return parts.map((_, n) => parts.slice(0, parts.length - n).join('-'));
}

/** The language of the bot in which a conversation is held. */
export function spokenLanguage({ locales, locale }: Pick<Program, 'locales' | 'locale'>, wanted: string): string {
  return languageChain(wanted).find((language) => locales.includes(language)) ?? locale;
}

/** What a language is called in another: `Deutsch`, `German`, `alemán`. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}

/** The key of a text among translations: for one dialog, or (`null`) for every place where it stands. */
export function textKey(dialog: string | null, source: string): string {
  return `${dialog ?? ''}\n${source}`;
}

/** What is said for a text in a language: its translation with all variations, or the text itself. */
export function translated(
  { translations }: Pick<Program, 'translations'>,
  template: Template,
  locale: string,
): readonly Template[] {
  for (const language of languageChain(locale)) {
    const known = translations.get(language);
    const found = known?.get(textKey(template.dialog, template.source)) ?? known?.get(textKey(null, template.source));
    if (found) return found;
  }
  return [template];
}

/** The first language of the chain that a map knows. */
export function inLanguage<T>(known: ReadonlyMap<string, T>, locale: string): T | undefined {
  for (const language of languageChain(locale)) {
    const found = known.get(language);
    if (found !== undefined) return found;
  }
  return undefined;
}
