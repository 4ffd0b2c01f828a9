/**
 * Multinomial logistic regression by dual coordinate ascent, for few phrases an intent (after Shalev-Shwartz and Zhang, "Accelerated Proximal
 * Stochastic Dual Coordinate Ascent", 2014, and Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression", 2011).
 *
 * Every text pulls on the classes: by 1 - p on its own and by -p on the others. Weights are at all times C · Σ pull · text.
 */

import { type SparseRows, squaredLengths } from '../features/sparse-rows.ts';
import { type Fitted, type Linear, scoreRow, type Task } from './linear.ts';
import { randomUnit, shuffle } from './random-unit.ts';
import { softmax } from './softmax.ts';

const cost = 20;
const epochs = 20;
/** epochs after taking a fold out: the pulls of the others are nearly right already */
const epochsHeldOut = 2;
/** mean change of the pulls of a text at which an epoch is the last */
const settled = 0.003;
/** changes of a class too small to be worth a walk over the text's columns */
const negligible = 3e-4;

type Fitting = Linear & { readonly pulls: Float32Array };

export function fitSoftmax(task: Task, seed: number): Fitted {
  const { classes, texts } = task;
  const fitting: Fitting = {
    weights: new Float32Array(texts.width * classes),
    bias: new Float32Array(classes),
    pulls: new Float32Array(texts.count * classes),
  };
  const squares = squaredLengths(texts);
  const all = Uint32Array.from({ length: texts.count }, (_, i) => i);
  climb(fitting, { task, squares, seed, order: all, epochs });
  return {
    linear: { weights: fitting.weights, bias: fitting.bias },
    heldOut: (foldOf, folds) =>
      heldOut(fitting, { task, squares, seed, order: all, epochs: epochsHeldOut }, { foldOf, folds }),
  };
}

type Climb = {
  readonly task: Task;
  readonly squares: Float64Array;
  readonly seed: number;
  readonly order: Uint32Array;
  readonly epochs: number;
};

function climb(fitting: Fitting, { task, squares, seed, order, epochs }: Climb): void {
  const unit = randomUnit(seed);
  const visit = createVisit(fitting, task, squares);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, unit);
    let change = 0;
    for (let n = 0; n < order.length; n++) change += visit(order[n] ?? 0);
    if (change < settled * order.length) return;
  }
}

/** Moves the pulls of one text towards what its probabilities ask for; gives the size of the move. */
function createVisit(fitting: Fitting, task: Task, squares: Float64Array): (i: number) => number {
  const { classes, targets, texts } = task;
  const wanted = new Float64Array(classes);
  const move = createMove(fitting, task);
  return (i) => {
    scoreRow(fitting, texts, { i, out: wanted });
    softmax(wanted);
    want(wanted, targets[i] ?? 0);
    const step = 1 / (1 + 0.5 * cost * ((squares[i] ?? 0) + 1));
    let size = 0;
    for (let k = 0; k < classes; k++) {
      const change = step * ((wanted[k] ?? 0) - (fitting.pulls[i * classes + k] ?? 0));
      wanted[k] = change;
      size += Math.abs(change);
    }
    move(i, wanted);
    return size;
  };
}

/** Turns probabilities into the pulls they ask for: the gradient of ln p(target), or of ln(1 - p(k)) for a counter-example of k. */
function want(probabilities: Float64Array, target: number): void {
  const counter = target < 0;
  const k = counter ? -1 - target : target;
  const own = probabilities[k] ?? 0;
  const share = counter ? own / Math.max(1 - own, 1e-6) : -1;
  for (let other = 0; other < probabilities.length; other++) probabilities[other] = share * (probabilities[other] ?? 0);
  probabilities[k] = counter ? -own : 1 - own;
}

/** Adds changes to the pulls of a text and carries them over to the weights. Overwrites `changes`. */
function createMove(fitting: Fitting, { classes, texts }: Task): (i: number, changes: Float64Array) => void {
  const moved = new Uint32Array(classes);
  return (i, changes) => {
    let count = 0;
    for (let k = 0; k < classes; k++) {
      const change = changes[k] ?? 0;
      if (Math.abs(change) <= negligible) continue;
      moved[count++] = k;
      fitting.pulls[i * classes + k] = (fitting.pulls[i * classes + k] ?? 0) + change;
      fitting.bias[k] = (fitting.bias[k] ?? 0) + cost * change;
      changes[k] = cost * change;
    }
    carryOver(fitting, texts, { i, classes: moved.subarray(0, count), changes });
  };
}

type Carrying = { readonly i: number; readonly classes: Uint32Array; readonly changes: Float64Array };

function carryOver({ weights, bias }: Linear, texts: SparseRows, { i, classes, changes }: Carrying): void {
  const span = bias.length;
  const end = texts.starts[i + 1] ?? 0;
  for (let j = texts.starts[i] ?? 0; j < end; j++) {
    const value = texts.values[j] ?? 0;
    const base = (texts.columns[j] ?? 0) * span;
    for (let m = 0; m < classes.length; m++) {
      const k = classes[m] ?? 0;
      weights[base + k] = (weights[base + k] ?? 0) + value * (changes[k] ?? 0);
    }
  }
}

type Folds = { readonly foldOf: Uint8Array; readonly folds: number };

/** Takes each fold's pulls out, lets the rest settle again, and scores the fold (alpha seeding, DeCoste and Wagstaff 2000). */
function heldOut(fitting: Fitting, climbing: Climb, { foldOf, folds }: Folds): Float32Array {
  const { task } = climbing;
  const logits = new Float32Array(task.texts.count * task.classes);
  const out = new Float64Array(task.classes);
  for (let fold = 0; fold < folds; fold++) {
    const rest = { weights: fitting.weights.slice(), bias: fitting.bias.slice(), pulls: fitting.pulls.slice() };
    const inFold = climbing.order.filter((i) => foldOf[i] === fold);
    const forget = createMove(rest, task);
    for (const i of inFold)
      forget(
        i,
        Float64Array.from(rest.pulls.subarray(i * task.classes, (i + 1) * task.classes), (pull) => -pull),
      );
    climb(rest, { ...climbing, order: climbing.order.filter((i) => foldOf[i] !== fold) });
    for (const i of inFold) {
      scoreRow(rest, task.texts, { i, out });
      logits.set(out, i * task.classes);
    }
  }
  return logits;
}
