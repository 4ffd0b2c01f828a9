import { dirname, join } from 'node:path';
import { textsToLearn } from '../../../intents/meaning/texts-to-learn.ts';
import type { Model } from '../../../intents/model/model.ts';
import type { Environment } from '../../config/read-config.ts';
import type { EmbeddingSettings } from '../embedding/create-embed.ts';
import { createProvider, type Provider } from '../embedding/create-provider.ts';
import { isComplete, keepsAny, keptModel, lazyModel } from './kept-model.ts';
import { startTrainer, type Training, train } from './train.ts';

/** The model for some phrases: one of those in use, one that was kept, or one trained now. */
export type Models = {
  model(training: Training): Promise<Model>;
  /** made now where it must be, and loaded when it is asked for first; `undefined`: it cannot be loaded any more */
  lazily(training: Training): Promise<() => Model | undefined>;
  /** @throws TouchpointError CONFIG_INVALID when the file of its key cannot be read */
  provider(settings: EmbeddingSettings): Provider;
};

/** Two versions of a bot differ in their phrases at most; more are at hand only while somebody edits phrases. */
const mostAtHand = 3;

/**
 * @param folder where models are kept between starts; `undefined`: nowhere. Where none is, the training thread is started at once.
 * @param environment holds the key of a provider of embeddings
 */
export function createModels(folder: string | undefined, environment: Environment = {}): Models {
  let waiting = folder === undefined || keepsAny(folder) ? undefined : startTrainer();
  const provider = rememberProvider(folder, environment);
  const learn = async (training: Training): Promise<Model> => {
    const trainer = waiting;
    waiting = undefined;
    const vectors = training.embeddings && (await vectorsFor(training, provider(training.embeddings)));
    return train({ ...training, ...(vectors ? { vectors } : {}) }, trainer);
  };
  const atHand = new Map<string, Promise<Model>>();
  const lazily: Models['lazily'] = (training) => lazyModel(training, folder, learn);
  const model: Models['model'] = (training) => {
    const key = JSON.stringify(training);
    const known = atHand.get(key) ?? keptModel(training, folder, learn);
    atHand.delete(key);
    atHand.set(key, known);
    known.then(
      (made) => isComplete(training, made) || atHand.delete(key),
      () => atHand.delete(key),
    );
    const [oldest = ''] = atHand.keys();
    if (atHand.size > mostAtHand) atHand.delete(oldest);
    return known;
  };
  return { model, lazily, provider };
}

/** One for all languages and versions, as long as the settings stay. */
function rememberProvider(models: string | undefined, environment: Environment): Models['provider'] {
  const folder = models === undefined ? undefined : embeddingsFolder(models);
  let last: { readonly key: string; readonly provider: Provider } | undefined;
  return (settings) => {
    const key = JSON.stringify(settings);
    if (last?.key !== key) last = { key, provider: createProvider(settings, { environment, folder }) };
    return last.provider;
  };
}

/** Beside the models. */
export function embeddingsFolder(models: string): string {
  return join(dirname(models), 'embeddings');
}

async function vectorsFor({ examples, locale }: Training, { vectorsOf, log }: Provider): Promise<Training['vectors']> {
  try {
    return await vectorsOf(textsToLearn(examples, locale));
  } catch (error) {
    log.warn({ error, locale }, 'intents are learned by words alone, until the next start');
    return undefined;
  }
}
