import type { Model } from '../../intents/model/model.ts';
import { keptModel } from './kept-model.ts';
import type { Training } from './train.ts';

/** The model for some phrases: one of those in use, one that was kept, or one trained now. */
export type Models = (training: Training) => Promise<Model>;

/** Two versions of a bot differ in their phrases at most; more are at hand only while somebody edits phrases. */
const mostAtHand = 3;

/** @param folder where models are kept between starts; `undefined`: nowhere */
export function createModels(folder: string | undefined): Models {
  const atHand = new Map<string, Promise<Model>>();
  return (training) => {
    const key = JSON.stringify(training);
    const model = atHand.get(key) ?? keptModel(training, folder);
    atHand.delete(key);
    atHand.set(key, model);
    model.catch(() => atHand.delete(key));
    const [oldest = ''] = atHand.keys();
    if (atHand.size > mostAtHand) atHand.delete(oldest);
    return model;
  };
}
