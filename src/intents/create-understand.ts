import type { Understood } from '../events/understood.ts';
import { createEntityFinder } from './entities/create-entity-finder.ts';
import type { EntityDefinition } from './entities/entity-definition.ts';
import { createClassifier } from './model/create-classifier.ts';
import type { Model } from './model/model.ts';

/**
 * What the runtime asks of this folder: the intents and entities of a message.
 *
 * The returned function looks at the first 4,000 characters, is deterministic, and never throws.
 *
 * @param entities those of the model's language
 */
export function createUnderstand({
  model,
  entities,
}: {
  readonly model: Model;
  readonly entities: readonly EntityDefinition[];
}): (text: string) => Understood {
  const classify = createClassifier(model);
  const find = createEntityFinder(entities, model.vocabulary.locale);
  return (text) => ({ ...classify(text), entities: find(text) });
}
