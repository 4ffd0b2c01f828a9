/**
 * Naive Bayes of `natural`, trained, as plain data.
 *
 * @property id hash of everything below
 * @property classes intents by the numbers under which `natural` knows them; `oos`, where it is one, is a class like the others
 * @property state the classifier as `natural` writes it to a file (JSON), without the phrases
 * @property sharpness what the logarithms of its likelihoods are multiplied by before they become probabilities
 * @property threshold least probability at which the best intent is accepted
 */
export type NaturalModel = {
  readonly id: string;
  readonly learner: 'natural-bayes';
  readonly locale: string;
  readonly classes: readonly string[];
  readonly state: string;
  readonly sharpness: number;
  readonly threshold: number;
};
