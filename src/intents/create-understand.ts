import type { Instant } from '../events/instant.ts';
import type { Understood } from '../events/understood.ts';
import { languageOf } from '../languages/language-of.ts';
import type { Moment } from './entities/built-in/built-in-finder.ts';
import type { ReadPhone } from './entities/built-in/find-phones.ts';
import { createEntityFinder, type FindInMessage } from './entities/create-entity-finder.ts';
import type { EntityDefinition } from './entities/entity-definition.ts';
import { createAskedLanguage } from './language/asked-language.ts';
import { createDetector, type Situation, type Spoken } from './language/create-detector.ts';
import type { Vector } from './meaning/meaning.ts';
import { type Classify, createClassifier } from './model/create-classifier.ts';
import type { Model } from './model/model.ts';
import { findIntents } from './several/find-intents.ts';

/**
 * A language of a bot.
 *
 * @property model its model, looked up when it is needed first; `undefined` where it has none
 * @property entities those of the language
 * @property courtesies intents such as greetings, behind which another wish is looked for
 */
export type Language = Spoken & {
  readonly entities: readonly EntityDefinition[];
  readonly courtesies?: ReadonlySet<string>;
  model(): Model | undefined;
};

/**
 * What the runtime asks of this folder: the intents and entities of a message, and its language where that is another than the conversation's.
 *
 * Looks at the first 4,000 characters, is deterministic, and never throws.
 */
export type Understand = {
  (text: string, situation?: Heard): Understood;
  /** What a message means to the provider of embeddings, where the bot has one; `undefined` where it does not answer in time. Never rejects. */
  readonly vectorOf?: VectorOf;
};

export type VectorOf = (text: string) => Promise<Vector | undefined>;

/**
 * @property at when it is said; without it nothing is found that is counted from today
 * @property zone the customer's time zone (IANA), where it is known
 * @property vector what `vectorOf` gave of it
 */
export type Heard = Situation & { readonly at?: Instant; readonly zone?: string; readonly vector?: Vector | undefined };

/**
 * @property zone time zone of customers whose own is not known
 * @property readPhone telephone numbers stay as they are written where it is left out
 */
export type Setting = { readonly zone: string; readonly readPhone?: ReadPhone; readonly vectorOf?: VectorOf };

/** @param languages the bot's own first, which has a model; a conversation in a language that is not among them is understood in the first */
export function createUnderstand(
  languages: readonly [Language, ...Language[]],
  setting: Setting = { zone: 'UTC' },
): Understand {
  const [base] = languages;
  const classifiers = new Map<string, Classify>();
  const finders = rememberFinders(setting.readPhone);
  const detect = createDetector(languages);
  const asked = createAskedLanguage(languages.map(({ locale }) => locale));
  const classifierOf = (language: Language): Classify => {
    const classify = classifiers.get(language.locale) ?? classifierFor(language, base);
    classifiers.set(language.locale, classify);
    return classify;
  };
  classifierOf(base);
  const understand = (
    text: string,
    situation: Heard = { locale: base.locale, expectsAnswer: false, isOffered: false },
  ) => {
    const present = languageFor(languages, situation.locale);
    const wish = asked(text, situation.expectsAnswer);
    const detected = wish === undefined && detect(text, { ...situation, locale: present.locale });
    const language = languages.find(({ locale }) => locale === detected) ?? present;
    const find = finders(language, language === present ? situation.locale : language.locale);
    const { courtesies = nothing } = language;
    const classify = classifierOf(language);
    const { main, intents } = findIntents(text, {
      classify,
      courtesies,
      locale: language.locale,
      vector: situation.vector,
    });
    return {
      ...main,
      intents,
      entities: find(text, momentOf(situation, setting)),
      ...(wish === undefined ? {} : { askedLanguage: wish }),
      ...(language === present ? {} : { language: language.locale }),
    };
  };
  return setting.vectorOf ? Object.assign(understand, { vectorOf: setting.vectorOf }) : understand;
}

const nothing: ReadonlySet<string> = new Set();

function momentOf({ at, zone }: Heard, setting: Setting): Moment | undefined {
  return at === undefined ? undefined : { now: at, zone: zone ?? setting.zone };
}

function classifierFor({ model }: Language, base: Language): Classify {
  const used = model() ?? base.model();
  if (!used) throw new TypeError('the first language of a bot has a model');
  return createClassifier(used);
}

/** Channels name locales as they like. */
const mostFinders = 30;

/** Dates and amounts are read as the customer's locale writes them, whether or not the bot speaks its language. */
function rememberFinders(readPhone: ReadPhone | undefined): (language: Language, locale: string) => FindInMessage {
  const known = new Map<string, FindInMessage>();
  return ({ locale: own, entities }, locale) => {
    const key = `${own} ${locale}`;
    const find = known.get(key) ?? createEntityFinder(entities, locale, readPhone);
    if (known.size >= mostFinders) known.clear();
    known.set(key, find);
    return find;
  };
}

/** The language itself, one it is a form of, or the bot's own. */
function languageFor(languages: readonly [Language, ...Language[]], wanted: string): Language {
  const [base] = languages;
  if (wanted === base.locale) return base;
  const fits = ({ locale }: Language) => wanted === locale || wanted.startsWith(`${locale}-`);
  return languages.find(fits) ?? languages.find(({ locale }) => languageOf(locale) === languageOf(wanted)) ?? base;
}
