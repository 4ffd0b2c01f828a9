import type { Understood } from '../events/understood.ts';
import { languageOf } from '../languages/language-of.ts';
import { createEntityFinder } from './entities/create-entity-finder.ts';
import type { EntityDefinition } from './entities/entity-definition.ts';
import { createAskedLanguage } from './language/asked-language.ts';
import { createDetector, type Situation, type Spoken } from './language/create-detector.ts';
import { createClassifier } from './model/create-classifier.ts';
import type { Model } from './model/model.ts';

/**
 * A language of a bot.
 *
 * @property model its model, looked up when it is needed first; `undefined` where it has none
 * @property entities those of the language
 */
export type Language = Spoken & {
  readonly entities: readonly EntityDefinition[];
  model(): Model | undefined;
};

/**
 * What the runtime asks of this folder: the intents and entities of a message, and its language where that is another than the conversation's.
 *
 * Looks at the first 4,000 characters, is deterministic, and never throws.
 */
export type Understand = (text: string, situation?: Situation) => Understood;

type ReadText = (text: string) => Understood;

/** @param languages the bot's own first, which has a model; a conversation in a language that is not among them is understood in the first */
export function createUnderstand(languages: readonly [Language, ...Language[]]): Understand {
  const [base] = languages;
  const readers = new Map<string, ReadText>();
  const detect = createDetector(languages);
  const asked = createAskedLanguage(languages.map(({ locale }) => locale));
  const readerOf = (language: Language): ReadText => {
    const reader = readers.get(language.locale) ?? createReader(language, base);
    readers.set(language.locale, reader);
    return reader;
  };
  readerOf(base);
  return (text, situation = { locale: base.locale, expectsAnswer: false, isOffered: false }) => {
    const present = languageFor(languages, situation.locale);
    const wish = asked(text, situation.expectsAnswer);
    const detected = wish === undefined && detect(text, { ...situation, locale: present.locale });
    const language = languages.find(({ locale }) => locale === detected) ?? present;
    return {
      ...readerOf(language)(text),
      ...(wish === undefined ? {} : { askedLanguage: wish }),
      ...(language === present ? {} : { language: language.locale }),
    };
  };
}

function createReader({ model, entities, locale }: Language, base: Language): ReadText {
  const used = model() ?? base.model();
  if (!used) throw new TypeError('the first language of a bot has a model');
  const classify = createClassifier(used);
  const find = createEntityFinder(entities, locale);
  return (text) => ({ ...classify(text), entities: find(text) });
}

/** The language itself, one it is a form of, or the bot's own. */
function languageFor(languages: readonly [Language, ...Language[]], wanted: string): Language {
  const [base] = languages;
  if (wanted === base.locale) return base;
  const fits = ({ locale }: Language) => wanted === locale || wanted.startsWith(`${locale}-`);
  return languages.find(fits) ?? languages.find(({ locale }) => languageOf(locale) === languageOf(wanted)) ?? base;
}
