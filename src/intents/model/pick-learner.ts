/** Which of two linear learners, or both together, understands held-out phrases best. */
import { outOfScope } from '../example.ts';
import type { Linear } from '../training/linear.ts';
import { calibrate, type HeldOut, surprise } from './calibrate.ts';
import type { Learned } from './learned.ts';
import type { LinearModel } from './model.ts';
import type { Plan } from './plan-training.ts';
import { priorOf } from './prior-of.ts';

/** @property prior what is taken off each class for its number of phrases */
export type Picked = {
  readonly learner: LinearModel['learner'];
  readonly linear: Linear;
  readonly heldOut: HeldOut;
  readonly sharpness: number;
  readonly prior: Float64Array;
};

type Mix = { readonly learner: LinearModel['learner']; readonly shares: readonly [number, number] };

const alone: Mix = { learner: 'one-vs-rest', shares: [1, 0] };

/** Sums of logits of the machines and of softmax: a sum of linear classifiers is one again, as fast as each. */
const mixes: Readonly<Record<Plan['size'], readonly [Mix, ...Mix[]]>> = {
  few: [
    { learner: 'both', shares: [1, 1] },
    { learner: 'both', shares: [1, 2] },
    { learner: 'softmax', shares: [0, 1] },
    alone,
  ],
  many: [alone],
  large: [{ learner: 'both', shares: [1, 1] }, alone],
};

/** What the machines learned, and, where it was asked, softmax. */
type Both = readonly [Learned, Learned | undefined];

/** The mix under which held-out phrases are the least surprise, each with its best temperature; the first where nothing was held out. */
export function pickLearner(plan: Plan, learned: Both): Picked {
  const prior = priorOf(plan.task, plan.classes.indexOf(outOfScope));
  const [usual, ...further] = mixes[plan.size];
  const first = tried(plan, { learned, mix: usual, prior });
  const others = further.map((mix) => tried(plan, { learned, mix, prior }));
  const { mix, heldOut, sharpness } = others.reduce((best, one) => (one.loss < best.loss ? one : best), first);
  return { learner: mix.learner, linear: summed(learned, mix), heldOut, sharpness, prior };
}

type Trying = { readonly learned: Both; readonly mix: Mix; readonly prior: Float64Array };

function tried({ task, foldOf, checked }: Plan, { learned: [a, b], mix, prior }: Trying) {
  const { classes, targets } = task;
  const [ofA, ofB] = mix.shares;
  const rows = [...foldOf.keys()].filter((i) => (foldOf[i] ?? checked) < checked);
  const logits = a.logits.map((logit, at) => ofA * logit + ofB * (b?.logits[at] ?? 0) - (prior[at % classes] ?? 0));
  const sizes = new Float64Array(classes);
  for (const i of rows) sizes[targets[i] ?? 0] = (sizes[targets[i] ?? 0] ?? 0) + 1;
  const heldOut: HeldOut = { logits, rows, targets, classes, sizes };
  const sharpness = calibrate(heldOut);
  return { mix, heldOut, sharpness, loss: surprise(heldOut, Math.log(sharpness)) };
}

function summed([a, b]: Both, { shares: [ofA, ofB] }: Mix): Linear {
  if (!b) return a.linear;
  const sum = (x: Float32Array, y: Float32Array) => x.map((value, at) => ofA * value + ofB * (y[at] ?? 0));
  return { weights: sum(a.linear.weights, b.linear.weights), bias: sum(a.linear.bias, b.linear.bias) };
}
