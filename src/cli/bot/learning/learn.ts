/** From a bot's phrases to its understanding, language by language. */
import { createUnderstand, type Language, type Understand } from '../../../intents/create-understand.ts';
import type { EntityDefinition } from '../../../intents/entities/entity-definition.ts';
import type { IntentFiles } from '../../../intents/read-intents.ts';
import type { Config } from '../../config/config.ts';
import type { Models } from './models.ts';
import { createReadPhone } from './read-phone.ts';
import type { Training } from './train.ts';

type Phrases = Pick<IntentFiles, 'examples' | 'entities'> & Partial<Pick<IntentFiles, 'answers'>>;
type Languages = Pick<Config, 'locale' | 'locales'> & Partial<Pick<Config, 'classifier' | 'embeddings'>>;
type Speaking = Languages & Pick<Config, 'zone'>;

/** Trains what must be trained, or finds it kept. Of further languages the models are loaded when they are needed first. */
export async function learn(models: Models, intents: Phrases, config: Speaking): Promise<Understand> {
  const [own, ...others] = trainingsOf(intents, config);
  const base = await models.model(own);
  const further = await Promise.all(
    others.map(async (training) => languageOf(intents, { training, base: own, model: await models.lazily(training) })),
  );
  const { vectorOf } = (config.embeddings && models.provider(config.embeddings)) ?? {};
  const setting = { zone: config.zone, readPhone: createReadPhone(), ...(vectorOf ? { vectorOf } : {}) };
  return createUnderstand([languageOf(intents, { training: own, base: own, model: () => base }), ...further], setting);
}

/**
 * What is learned of a bot: its phrases, wherever in its files they stand, by language, its own first. Phrases of a language it does not speak
 * count to its own.
 */
export function trainingsOf(
  { examples }: Phrases,
  { locale, locales, classifier, embeddings }: Languages,
): readonly [Training, ...Training[]] {
  const further = locales.filter((language) => language !== locale && examples.some((one) => one.locale === language));
  const trainingFor = (language: string): Training => ({
    locale: language,
    ...(classifier === undefined ? {} : { classifier }),
    ...(embeddings === undefined ? {} : { embeddings }),
    examples: examples
      .filter((one) => (further.includes(one.locale) ? one.locale : locale) === language)
      .map(({ text, intent, counter }) => ({ text, intent, ...(counter ? { counter } : {}) })),
  });
  return [trainingFor(locale), ...further.map(trainingFor)];
}

/** What is learned of a bot in one language. Empty where it has no phrases in it. */
export function trainingOf(intents: Phrases, config: Languages, locale: string): Training {
  const known = trainingsOf(intents, config).find((training) => training.locale === locale);
  return known ?? { locale, examples: [] };
}

type Making = { readonly training: Training; readonly base: Training; readonly model: Language['model'] };

/** An entity that a language does not declare is that of the bot's own language. */
function languageOf({ entities, answers }: Phrases, { training, base, model }: Making): Language {
  const { locale, examples } = training;
  const own = entities.filter((entity) => entity.locale === locale);
  const inherited = entities.filter(
    (entity) => !own.some(({ name }) => name === entity.name) && isFirstOf(entities, entity, base.locale),
  );
  return {
    locale,
    phrases: examples.map(({ text }) => text),
    model,
    entities: [...own, ...inherited],
    courtesies: courtesiesIn(answers),
  };
}

function courtesiesIn(answers: Phrases['answers']): ReadonlySet<string> {
  return new Set([...(answers ?? [])].flatMap(([intent, { isSmallTalk }]) => (isSmallTalk ? [intent] : [])));
}

function isFirstOf(all: readonly EntityDefinition[], { name, locale }: EntityDefinition, base: string): boolean {
  const declared = all.filter((one) => one.name === name);
  return (declared.find((one) => one.locale === base) ?? declared[0])?.locale === locale;
}
