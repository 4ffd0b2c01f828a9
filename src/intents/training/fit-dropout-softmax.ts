/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) with dropped-out features (Srivastava et al., 2014), for many phrases. It errs on
 * other texts than the support vector machines do, so that both together are right more often than either.
 *
 * As there, a text visits only the classes it is near to, but now and then all of them.
 */
import type { SparseRows } from '../features/sparse-rows.ts';
import type { Linear, Task } from './linear.ts';
import { randomUnit, shuffle } from './random-unit.ts';
import { softmax } from './softmax.ts';

const epochs = 8;
const rate = 0.2;
/** share of the features of a text that each visit leaves out */
const dropped = 0.3;
/** squares a weight is taken to have met before its first */
const firstSquares = 0.01;
/** errors of a probability too small to learn from */
const negligible = 0.005;
/** probability below which a class is far from a text */
const far = 5e-4;
/** epochs after which every class is visited again */
const wholeEvery = 4;

type Fitting = Linear & { readonly squares: Float32Array; readonly biasSquares: Float32Array };

/** @property foldOf fold of each text */
export type SecondTask = { readonly task: Task; readonly foldOf: Uint8Array; readonly seed: number };

/**
 * Fits all texts but those of the fold 0. Counter-examples are left to the other learner.
 */
export function fitDropoutSoftmax({ task, foldOf, seed }: SecondTask): Linear {
  const { classes, texts, targets } = task;
  const fitting: Fitting = {
    weights: new Float32Array(texts.width * classes),
    bias: new Float32Array(classes),
    squares: new Float32Array(texts.width * classes).fill(firstSquares),
    biasSquares: new Float32Array(classes).fill(firstSquares),
  };
  const unit = randomUnit(seed);
  const order = Uint32Array.from([...targets.keys()].filter((i) => foldOf[i] !== 0 && (targets[i] ?? -1) >= 0));
  const visit = createVisit(fitting, task, unit);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, unit);
    const isWhole = epoch < 2 || epoch % wholeEvery === 0;
    for (let n = 0; n < order.length; n++) visit(order[n] ?? 0, isWhole);
  }
  return { weights: fitting.weights, bias: fitting.bias };
}

/** The classes a text is near to: `classes[i · K]` and on, `counts[i]` of them. */
type Near = { readonly classes: Uint16Array; readonly counts: Uint16Array };

function createVisit(fitting: Fitting, task: Task, unit: () => number): (i: number, isWhole: boolean) => void {
  const { classes, texts, targets } = task;
  const near: Near = { classes: new Uint16Array(texts.count * classes), counts: new Uint16Array(texts.count) };
  const every = Uint16Array.from({ length: classes }, (_, k) => k);
  const scores = new Float64Array(classes);
  const drop = createDrop(texts, unit);
  const learn = createLearn(fitting);
  return (i, isWhole) => {
    const part = drop(i);
    const at = i * classes;
    if (isWhole) near.classes.set(every, at);
    const visited = near.classes.subarray(at, at + (isWhole ? classes : (near.counts[i] ?? 0)));
    score(fitting, part, { visited, scores });
    near.counts[i] = learn(part, { visited, scores, target: targets[i] ?? 0 });
  };
}

/** What is left of a text: `count` columns with their values. */
type Part = { count: number; readonly columns: Uint32Array; readonly values: Float32Array };

function createDrop({ starts, columns, values }: SparseRows, unit: () => number): (i: number) => Part {
  const longest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? 0)), 0);
  const part: Part = { count: 0, columns: new Uint32Array(longest), values: new Float32Array(longest) };
  return (i) => {
    const end = starts[i + 1] ?? 0;
    let count = 0;
    for (let j = starts[i] ?? 0; j < end; j++) {
      if (unit() < dropped) continue;
      part.columns[count] = columns[j] ?? 0;
      part.values[count++] = (values[j] ?? 0) / (1 - dropped);
    }
    part.count = count;
    return part;
  };
}

type Visited = { readonly visited: Uint16Array; readonly scores: Float64Array };

/** Fills the front of `scores` with the probabilities of the classes that are visited. */
function score({ weights, bias }: Linear, part: Part, { visited, scores }: Visited): void {
  const span = bias.length;
  const count = visited.length;
  for (let n = 0; n < count; n++) scores[n] = bias[visited[n] ?? 0] ?? 0;
  for (let j = 0; j < part.count; j++) {
    const value = part.values[j] ?? 0;
    const base = (part.columns[j] ?? 0) * span;
    for (let n = 0; n < count; n++) scores[n] = (scores[n] ?? 0) + value * (weights[base + (visited[n] ?? 0)] ?? 0);
  }
  softmax(scores.subarray(0, count));
}

/** Moves the weights against the errors; keeps the near classes at the front of `visited` and gives their number. */
function createLearn(fitting: Fitting): (part: Part, visiting: Visited & { readonly target: number }) => number {
  const wrong = new Uint16Array(fitting.bias.length);
  const errors = new Float64Array(fitting.bias.length);
  return (part, { visited, scores, target }) => {
    let kept = 0;
    let count = 0;
    for (let n = 0; n < visited.length; n++) {
      const k = visited[n] ?? 0;
      const probability = scores[n] ?? 0;
      const error = k === target ? probability - 1 : probability;
      if (k === target || probability > far) visited[kept++] = k;
      if (Math.abs(error) < negligible) continue;
      wrong[count] = k;
      errors[count++] = error;
    }
    move(fitting, part, { wrong, errors, count });
    return kept;
  };
}

type Errors = { readonly wrong: Uint16Array; readonly errors: Float64Array; readonly count: number };

function move({ weights, bias, squares, biasSquares }: Fitting, part: Part, { wrong, errors, count }: Errors): void {
  const span = bias.length;
  for (let n = 0; n < count; n++) step(bias, biasSquares, { at: wrong[n] ?? 0, slope: errors[n] ?? 0 });
  for (let j = 0; j < part.count; j++) {
    const value = part.values[j] ?? 0;
    const base = (part.columns[j] ?? 0) * span;
    for (let n = 0; n < count; n++) {
      const at = base + (wrong[n] ?? 0);
      const slope = (errors[n] ?? 0) * value;
      const sum = (squares[at] ?? 0) + slope * slope;
      squares[at] = sum;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(sum);
    }
  }
}

function step(
  values: Float32Array,
  squares: Float32Array,
  { at, slope }: { readonly at: number; readonly slope: number },
): void {
  const sum = (squares[at] ?? 0) + slope * slope;
  squares[at] = sum;
  values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(sum);
}
