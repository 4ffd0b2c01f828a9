import type { Model } from '../../../intents/model/model.ts';
import { keepsAny, keptModel, lazyModel } from './kept-model.ts';
import { startTrainer, type Training, train } from './train.ts';

/** The model for some phrases: one of those in use, one that was kept, or one trained now. */
export type Models = {
  model(training: Training): Promise<Model>;
  /** made now where it must be, and loaded when it is asked for first; `undefined`: it cannot be loaded any more */
  lazily(training: Training): Promise<() => Model | undefined>;
};

/** Two versions of a bot differ in their phrases at most; more are at hand only while somebody edits phrases. */
const mostAtHand = 3;

/** @param folder where models are kept between starts; `undefined`: nowhere. Where none is, the training thread is started at once. */
export function createModels(folder: string | undefined): Models {
  let waiting = folder === undefined || keepsAny(folder) ? undefined : startTrainer();
  const learn = (training: Training): Promise<Model> => {
    const trainer = waiting;
    waiting = undefined;
    return train(training, trainer);
  };
  const atHand = new Map<string, Promise<Model>>();
  const lazily: Models['lazily'] = (training) => lazyModel(training, folder, learn);
  const model: Models['model'] = (training) => {
    const key = JSON.stringify(training);
    const known = atHand.get(key) ?? keptModel(training, folder, learn);
    atHand.delete(key);
    atHand.set(key, known);
    known.catch(() => atHand.delete(key));
    const [oldest = ''] = atHand.keys();
    if (atHand.size > mostAtHand) atHand.delete(oldest);
    return known;
  };
  return { model, lazily };
}
