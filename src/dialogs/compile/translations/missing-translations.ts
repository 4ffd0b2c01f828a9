import type { Problem } from '../../../errors/problem.ts';
import type { Dialog, Template, Translations } from '../../program.ts';
import { languageChain, textKey } from '../../texts/translated.ts';
import { textsOf } from './texts-of.ts';

type Bot = {
  readonly dialogs: ReadonlyMap<string, Dialog>;
  /** its own language first */
  readonly locales: readonly string[];
  readonly translations: Translations;
};

/** Texts of the bot's own dialogs that a language it speaks does not have: one problem for each text, with all such languages. */
export function missingTranslations({ dialogs, locales, translations }: Bot): readonly Problem[] {
  const [base, ...others] = locales;
  if (base === undefined || others.length === 0) return [];
  const own = [...dialogs.values()].filter(({ where }) => where.file.startsWith('dialogs/'));
  return own.flatMap((dialog) => distinct(textsOf(dialog).filter(hasWords)).flatMap(missing));

  function missing(text: Template): readonly Problem[] {
    const lacking = others.filter((language) => !isSaid(text, language));
    if (lacking.length === 0) return [];
    return [
      {
        ...text.where,
        code: 'TRANSLATION_MISSING',
        severity: 'warning',
        message: `this text has no translation into ${lacking.join(', ')}: customers of that language get it as it stands`,
        fix: `add to a file of translations: '- ${base}: …' with this text, and '${lacking[0]}: …' below it`,
      },
    ];
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
