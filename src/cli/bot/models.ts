import type { Model } from '../../intents/model/model.ts';
import { keepsAny, keptModel } from './kept-model.ts';
import { startTrainer, type Training, train } from './train.ts';

/** The model for some phrases: one of those in use, one that was kept, or one trained now. */
export type Models = (training: Training) => Promise<Model>;

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
  return (training) => {
    const key = JSON.stringify(training);
    const model = atHand.get(key) ?? keptModel(training, folder, learn);
    atHand.delete(key);
    atHand.set(key, model);
    model.catch(() => atHand.delete(key));
    const [oldest = ''] = atHand.keys();
    if (atHand.size > mostAtHand) atHand.delete(oldest);
    return model;
  };
}
