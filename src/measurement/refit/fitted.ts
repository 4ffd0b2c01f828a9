/**
 * Weights fitted to what customers said of their effort, and how much better they tell it of customers they were not fitted to.
 */
import { createRandom } from '../statistics/create-random.ts';
import { type Line, nonNegativeRidge, type Observation, valueOn } from './non-negative-ridge.ts';

/** @property customer answers of one customer are fitted, or told, together */
export type Answer = Observation & { readonly customer: string };

/** @property prior published weights; @property free which of them may be changed */
export type Prior = { readonly prior: Float64Array; readonly free: readonly boolean[] };

/** How strongly weights may be drawn towards the published ones; which is chosen by answers left out. */
const strengths = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

const folds = 5;

/** The fit whose strength tells left-out answers best. `undefined` where the published effort does not grow with what customers say. */
export function fitted(answers: readonly Answer[], prior: Prior, seed: number): Line | undefined {
  const scaled = scaledPrior(answers, prior);
  if (!scaled) return undefined;
  const parts = partsOf(answers, seed);
  const errors = strengths.map((strength) => {
    const left = parts.map(({ others, own }) => {
      const from = scaledPrior(others, prior) ?? scaled;
      return errorOf(own, nonNegativeRidge(others, { target: from.slopes, free: prior.free, strength }));
    });
    return left.reduce((sum, one) => sum + one, 0);
  });
  const strength = strengths[errors.indexOf(Math.min(...errors))] ?? 1;
  return nonNegativeRidge(answers, { target: scaled.slopes, free: prior.free, strength });
}

/** Squared errors of each answer, told by weights fitted to other customers only: by the published weights, and by those fitted. */
export type OutOfFold = { readonly customer: string; readonly published: number; readonly fitted: number };

export function outOfFold(answers: readonly Answer[], prior: Prior, seed: number): readonly OutOfFold[] {
  return partsOf(answers, seed).flatMap(({ others, own }) => {
    const published = scaledPrior(others, prior) ?? flat(others, prior.prior.length);
    const found = fitted(others, prior, seed + 1) ?? published;
    return own.map((answer) => ({
      customer: answer.customer,
      published: errorOf([answer], published),
      fitted: errorOf([answer], found),
    }));
  });
}

/** The published weights in the unit of the answers: one slope for all. */
function scaledPrior(answers: readonly Answer[], { prior }: Prior): Line | undefined {
  const burdens = answers.map(({ x, ...answer }) => ({ ...answer, x: Float64Array.of(burdenOf(x, prior)) }));
  const { slopes } = nonNegativeRidge(burdens, { target: new Float64Array(1), free: [true], strength: 0 });
  const [slope = 0] = slopes;
  if (slope <= 0) return undefined;
  const all = prior.map((weight) => slope * weight);
  return { intercept: flat(answers, 0).intercept - slope * meanBurden(answers, prior), slopes: all };
}

export function burdenOf(x: Float64Array, weights: Float64Array): number {
  return valueOn({ intercept: 0, slopes: weights }, x);
}

function meanBurden(answers: readonly Answer[], prior: Float64Array): number {
  return weightedMean(answers, ({ x }) => burdenOf(x, prior));
}

/** Where effort tells nothing, the mean of what customers say is the best guess. */
function flat(answers: readonly Answer[], predictors: number): Line {
  return { intercept: weightedMean(answers, ({ y }) => y), slopes: new Float64Array(predictors) };
}

function weightedMean(answers: readonly Answer[], of: (answer: Answer) => number): number {
  let [sum, total] = [0, 0];
  for (const answer of answers) {
    sum += answer.weight * of(answer);
    total += answer.weight;
  }
  return sum / total;
}

function errorOf(answers: readonly Answer[], line: Line): number {
  return answers.reduce((sum, { x, y, weight }) => sum + weight * (y - valueOn(line, x)) ** 2, 0);
}

type Part = { readonly own: readonly Answer[]; readonly others: readonly Answer[] };

/** Whole customers, drawn by lot: the same for the same seed and customers, in whatever order the answers come. */
function partsOf(answers: readonly Answer[], seed: number): readonly Part[] {
  const random = createRandom(seed);
  const customers = [...new Set(answers.map(({ customer }) => customer))].toSorted();
  const lots = customers.map((customer) => ({ customer, lot: random() })).toSorted((a, b) => a.lot - b.lot);
  const partOf = new Map(lots.map(({ customer }, index) => [customer, index % folds]));
  return Array.from({ length: folds }, (_, part) => ({
    own: answers.filter(({ customer }) => partOf.get(customer) === part),
    others: answers.filter(({ customer }) => partOf.get(customer) !== part),
  })).filter(({ own, others }) => own.length > 0 && others.length > 0);
}
