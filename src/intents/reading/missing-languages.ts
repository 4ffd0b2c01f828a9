import type { Problem } from '../../errors/problem.ts';
import type { IntentFiles, IntentsOfLanguage } from '../read-intents.ts';
import type { IntentDefinition } from './intent-definition.ts';

type Languages = { readonly locale: string; readonly locales: readonly string[] };

/** Intents and answers that a language the bot speaks does not have: one problem for each intent, with all such languages. */
export function missingLanguages(
  { intents, languages }: Pick<IntentFiles, 'intents' | 'languages'>,
  { locale, locales }: Languages,
): readonly Problem[] {
  const others = locales.filter((language) => language !== locale);
  const own = languages.get(locale)?.intents ?? intents;
  return [...own.values()].flatMap((intent) => [
    ...lacking(intent, { others: without(others, ({ intents: known }) => known.has(intent.name)), what: 'phrases' }),
    ...lacking(intent, { others: answerless(intent.name), what: 'answer' }),
  ]);

  function answerless(name: string): readonly string[] {
    if (!languages.get(locale)?.answers.has(name)) return [];
    return without(others, ({ intents: known, answers }) => !known.has(name) || answers.has(name));
  }

  function without(among: readonly string[], has: (declared: IntentsOfLanguage) => boolean): readonly string[] {
    return among.filter((language) => !has(languages.get(language) ?? nothing));
  }
}

const nothing: IntentsOfLanguage = { intents: new Map(), answers: new Map() };

type Lacking = { readonly others: readonly string[]; readonly what: 'phrases' | 'answer' };

function lacking({ name, where }: IntentDefinition, { others, what }: Lacking): readonly Problem[] {
  const [first] = others;
  if (first === undefined) return [];
  const effect =
    what === 'phrases'
      ? 'customers who write in it are not understood'
      : 'customers of that language get it as it stands';
  return [
    {
      ...where,
      code: 'TRANSLATION_MISSING',
      severity: 'warning',
      message: `'${name}' has no ${what} in ${others.join(', ')}: ${effect}`,
      fix: `add it to intents/….${first}.yaml under the same name`,
    },
  ];
}
