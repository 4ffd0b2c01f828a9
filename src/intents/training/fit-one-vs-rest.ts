/**
 * One linear support vector machine an intent (squared hinge, C = 1), for many phrases, by dual coordinate descent (Hsieh et al., "A Dual Coordinate
 * Descent Method for Large-scale Linear SVM", 2008) for all classes in one walk over a text. After the first epoch a text visits only the classes
 * it is near to; a class once dropped is not looked at again.
 */

import { type SparseRows, squaredLengths } from '../features/sparse-rows.ts';
import { type Fitted, type Linear, scoreRow, type Task } from './linear.ts';
import { randomUnit, shuffle } from './random-unit.ts';

const cost = 1;
const epochs = 10;
const epochsHeldOut = 3;
/** gradient of the margin above which a class is far from a text */
const far = 0.1;
/** margins times this are logits: exp(margin / 0.25) gave the best probabilities */
const logitsPerMargin = 4;

/** @property duals texts × classes, ≥ 0 */
type Fitting = Linear & { readonly duals: Float32Array };
/** Classes each text still visits: `classes[i · K]` and on, `counts[i]` of them. */
type Active = { readonly classes: Uint16Array; readonly counts: Uint16Array };

export function fitOneVsRest(task: Task, seed: number): Fitted {
  const { classes, texts } = task;
  const fitting: Fitting = {
    weights: new Float32Array(texts.width * classes),
    bias: new Float32Array(classes),
    duals: new Float32Array(texts.count * classes),
  };
  const order = new Uint32Array(texts.count).map((_, i) => i);
  const descent = { task, squares: squaredLengths(texts), seed, order };
  const active = descend(fitting, { ...descent, epochs }, startActive(task));
  return {
    linear: inLogits(fitting),
    heldOut: (foldOf, folds) =>
      heldOut({ fitting, descent: { ...descent, epochs: epochsHeldOut }, active, foldOf, folds }),
  };
}

function inLogits({ weights, bias }: Linear): Linear {
  return { weights: weights.map((w) => w * logitsPerMargin), bias: bias.map((b) => b * logitsPerMargin) };
}

/** All classes, or for a counter-example the one it speaks against. */
function startActive({ classes, targets, texts }: Task): Active {
  const active = { classes: new Uint16Array(texts.count * classes), counts: new Uint16Array(texts.count) };
  for (let i = 0; i < texts.count; i++) {
    const target = targets[i] ?? 0;
    active.counts[i] = target < 0 ? 1 : classes;
    if (target < 0) active.classes[i * classes] = -1 - target;
    else for (let k = 0; k < classes; k++) active.classes[i * classes + k] = k;
  }
  return active;
}

type Descent = {
  readonly task: Task;
  readonly squares: Float64Array;
  readonly seed: number;
  readonly order: Uint32Array;
  readonly epochs: number;
};

function descend(fitting: Fitting, { task, squares, seed, order, epochs }: Descent, active: Active): Active {
  const unit = randomUnit(seed);
  const visit = createVisit({ fitting, task, squares, active });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, unit);
    for (let n = 0; n < order.length; n++) visit(order[n] ?? 0);
  }
  return active;
}

type Visiting = {
  readonly fitting: Fitting;
  readonly task: Task;
  readonly squares: Float64Array;
  readonly active: Active;
};

function createVisit({ fitting, task, squares, active }: Visiting): (i: number) => void {
  const { classes, targets, texts } = task;
  const scores = new Float64Array(classes);
  const descendOne = createDescendOne(fitting, texts, squares);
  return (i) => {
    const at = i * classes;
    const before = active.classes.subarray(at, at + (active.counts[i] ?? 0));
    scoreSome(fitting, texts, { i, classes: before, scores });
    const own = targets[i] ?? 0;
    let kept = 0;
    for (let n = 0; n < before.length; n++) {
      const k = before[n] ?? 0;
      const isNear = descendOne({ i, k, sign: k === own ? 1 : -1, score: scores[k] ?? 0 });
      if (isNear || k === own) before[kept++] = k;
    }
    active.counts[i] = kept;
  };
}

type Pair = { readonly i: number; readonly k: number; readonly sign: 1 | -1; readonly score: number };

/** Moves the dual of one text and class to its best value; tells whether the class must be visited again. */
function createDescendOne(fitting: Fitting, texts: SparseRows, squares: Float64Array): (pair: Pair) => boolean {
  const classes = fitting.bias.length;
  const softness = 1 / (2 * cost);
  return ({ i, k, sign, score }) => {
    const dual = fitting.duals[i * classes + k] ?? 0;
    const gradient = sign * score - 1 + dual * softness;
    const next = Math.max(0, dual - gradient / ((squares[i] ?? 0) + 1 + softness));
    if (next !== dual) {
      fitting.duals[i * classes + k] = next;
      addRow(fitting, texts, { i, k, amount: sign * (next - dual) });
    }
    return next > 0 || gradient < far;
  };
}

type Scoring = { readonly i: number; readonly classes: Uint16Array; readonly scores: Float64Array };

function scoreSome({ weights, bias }: Linear, texts: SparseRows, { i, classes, scores }: Scoring): void {
  const span = bias.length;
  for (let n = 0; n < classes.length; n++) scores[classes[n] ?? 0] = bias[classes[n] ?? 0] ?? 0;
  const end = texts.starts[i + 1] ?? 0;
  for (let j = texts.starts[i] ?? 0; j < end; j++) {
    const value = texts.values[j] ?? 0;
    const base = (texts.columns[j] ?? 0) * span;
    for (let n = 0; n < classes.length; n++) {
      const k = classes[n] ?? 0;
      scores[k] = (scores[k] ?? 0) + value * (weights[base + k] ?? 0);
    }
  }
}

type Adding = { readonly i: number; readonly k: number; readonly amount: number };

function addRow({ weights, bias }: Linear, texts: SparseRows, { i, k, amount }: Adding): void {
  const span = bias.length;
  bias[k] = (bias[k] ?? 0) + amount;
  const end = texts.starts[i + 1] ?? 0;
  for (let j = texts.starts[i] ?? 0; j < end; j++) {
    const place = (texts.columns[j] ?? 0) * span + k;
    weights[place] = (weights[place] ?? 0) + amount * (texts.values[j] ?? 0);
  }
}

type HoldingOut = {
  readonly fitting: Fitting;
  readonly descent: Descent;
  readonly active: Active;
  readonly foldOf: Uint8Array;
  readonly folds: number;
};

/** Takes each fold's duals out, lets the rest settle again, and scores the fold. */
function heldOut({ fitting, descent, active, foldOf, folds }: HoldingOut): Float32Array {
  const { classes, texts } = descent.task;
  const logits = new Float32Array(texts.count * classes);
  const out = new Float64Array(classes);
  for (let fold = 0; fold < folds; fold++) {
    const rest = { weights: fitting.weights.slice(), bias: fitting.bias.slice(), duals: fitting.duals.slice() };
    const inFold = descent.order.filter((i) => foldOf[i] === fold);
    for (const i of inFold) forget(rest, descent.task, i);
    const lists = { classes: active.classes.slice(), counts: active.counts.slice() };
    descend(rest, { ...descent, order: descent.order.filter((i) => foldOf[i] !== fold) }, lists);
    for (const i of inFold) {
      scoreRow(rest, texts, { i, out });
      for (let k = 0; k < classes; k++) logits[i * classes + k] = logitsPerMargin * (out[k] ?? 0);
    }
  }
  return logits;
}

/** Takes what one text has added to the weights off them. */
function forget({ weights, bias, duals }: Fitting, { classes, targets, texts }: Task, i: number): void {
  for (let k = 0; k < classes; k++) {
    const dual = duals[i * classes + k] ?? 0;
    if (dual > 0) addRow({ weights, bias }, texts, { i, k, amount: k === targets[i] ? -dual : dual });
  }
}
