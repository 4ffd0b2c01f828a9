import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';
import type { Dialog, Template, Translations } from '../../program.ts';
import { languageChain, textKey } from '../../texts/translated.ts';
import { textsOf } from './texts-of.ts';

type Bot = {
  readonly dialogs: ReadonlyMap<string, Dialog>;
  /** its own language first */
  readonly locales: readonly string[];
  readonly translations: Translations;
};

/**
 * Texts of the bot's own dialogs that a language it speaks does not have: one problem for each text, with all such languages, or, where a language has
 * none of a dialog's texts, one for the dialog.
 */
export function missingTranslations({ dialogs, locales, translations }: Bot): readonly Problem[] {
  const [base, ...others] = locales;
  if (base === undefined || others.length === 0) return [];
  const own = [...dialogs.values()].filter(({ where }) => where.file.startsWith('dialogs/'));
  return own.flatMap((dialog) => {
    const texts = distinct(textsOf(dialog).filter(hasWords));
    const without = others.filter((language) => texts.length > 1 && !texts.some((text) => isSaid(text, language)));
    const partly = others.filter((language) => !without.includes(language));
    const one = without.length > 0 ? [missing(dialog.where, 'no text of this dialog has a', without)] : [];
    return [...one, ...texts.flatMap((text) => lacking(text, partly))];
  });

  function lacking(text: Template, among: readonly string[]): readonly Problem[] {
    const languages = among.filter((language) => !isSaid(text, language));
    return languages.length > 0 ? [missing(text.where, 'this text has no', languages)] : [];
  }

  function missing(where: Where, what: string, languages: readonly string[]): Problem {
    return {
      ...where,
      code: 'TRANSLATION_MISSING',
      severity: 'warning',
      message: `${what} translation into ${languages.join(', ')}: customers of that language get it as it stands`,
      fix: `add to a file of translations: '- ${base}: …' with the text, and '${languages[0]}: …' below it`,
    };
  }

  function isSaid({ dialog, source }: Template, language: string): boolean {
    return languageChain(language).some((tag) => {
      const known = translations.get(tag);
      return known?.has(textKey(dialog, source)) || known?.has(textKey(null, source));
    });
  }
}

/** Values alone are the same in every language. */
function hasWords({ source }: Template): boolean {
  return /\p{L}/u.test(source.replace(/\{[^{}]*\}/g, ''));
}

function distinct(texts: readonly Template[]): readonly Template[] {
  return [...Map.groupBy(texts, ({ source }) => source).values()].flatMap(([first]) => first ?? []);
}
