import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../src/intents/features/sparse-rows.ts';
import { fitOneVsRest } from '../../../src/intents/training/fit-one-vs-rest.ts';
import { fitSoftmax } from '../../../src/intents/training/fit-softmax.ts';
import { type Learner, scoreRow, type Task } from '../../../src/intents/training/linear.ts';
import { randomUnit } from '../../../src/intents/training/random-unit.ts';
import { softmax } from '../../../src/intents/training/softmax.ts';

/** Three classes around three corners, 60 texts of 12 columns. */
function task(count = 60): Task {
  const unit = randomUnit(7);
  const width = 12;
  const rows = Array.from({ length: count }, (_, i) =>
    Array.from({ length: width }, (_, column) => (column % 3 === i % 3 ? 0.3 : 0) + 0.5 * unit()),
  );
  const texts: SparseRows = {
    count,
    width,
    starts: Uint32Array.from({ length: count + 1 }, (_, i) => i * width),
    columns: Uint32Array.from({ length: count * width }, (_, at) => at % width),
    values: Float32Array.from(rows.flat()),
  };
  return { texts, targets: Int32Array.from({ length: count }, (_, i) => i % 3), classes: 3 };
}

/** The same, but the first text has the wrong class and a column that no other has. */
function withOwnColumn({ texts, targets, classes }: Task): Task {
  const width = texts.width + 1;
  const values = new Float32Array(texts.count * width);
  for (let i = 0; i < texts.count; i++)
    values.set(texts.values.subarray(i * texts.width, (i + 1) * texts.width), i * width);
  values[texts.width] = 2;
  return {
    texts: {
      count: texts.count,
      width,
      starts: Uint32Array.from({ length: texts.count + 1 }, (_, i) => i * width),
      columns: Uint32Array.from({ length: texts.count * width }, (_, at) => at % width),
      values,
    },
    targets: targets.map((target, i) => (i === 0 ? 1 : target)),
    classes,
  };
}

function logits(learned: ReturnType<Learner>, { texts, classes }: Task, i: number): readonly number[] {
  const out = new Float64Array(classes);
  scoreRow(learned.linear, texts, { i, out });
  return [...out];
}

function without({ texts, targets, classes }: Task, fold: (i: number) => boolean): Task {
  const kept = [...targets.keys()].filter((i) => !fold(i));
  return {
    texts: {
      ...texts,
      count: kept.length,
      starts: Uint32Array.from({ length: kept.length + 1 }, (_, i) => i * texts.width),
      columns: Uint32Array.from({ length: kept.length * texts.width }, (_, at) => at % texts.width),
      values: Float32Array.from(
        kept.flatMap((i) => [...texts.values.subarray(i * texts.width, (i + 1) * texts.width)]),
      ),
    },
    targets: Int32Array.from(kept, (i) => targets[i] ?? 0),
    classes,
  };
}

describe.each([
  ['softmax', fitSoftmax],
  ['one-vs-rest', fitOneVsRest],
] as const)('%s', (_, learn) => {
  const whole = task();

  it('separates what can be separated', () => {
    const learned = learn(whole, 1);
    const right = [...whole.targets].filter((target, i) => {
      const scores = logits(learned, whole, i);
      return scores.indexOf(Math.max(...scores)) === target;
    });
    expect(right.length).toBeGreaterThanOrEqual(57);
  });

  it('scores a held-out fold as a learner does that never saw it', () => {
    const isHeld = (i: number) => i % 5 === 0;
    const foldOf = Uint8Array.from({ length: 60 }, (_, i) => (isHeld(i) ? 0 : 255));
    const quick = learn(whole, 1).heldOut(foldOf, 1);
    const honest = learn(without(whole, isHeld), 1);
    const spread = Math.max(...logits(honest, whole, 0)) - Math.min(...logits(honest, whole, 0));
    for (let i = 0; i < 60; i += 5) {
      for (const [k, logit] of logits(honest, whole, i).entries()) {
        expect(Math.abs((quick[i * 3 + k] ?? 0) - logit)).toBeLessThan(0.25 * spread);
      }
    }
    expect(quick.slice(3, 6)).toEqual(new Float32Array(3));
  });

  it('does not remember in a held-out text what only that text could teach', () => {
    const mislabelled = withOwnColumn(whole);
    const foldOf = new Uint8Array(60).fill(255);
    foldOf[0] = 0;
    const learned = learn(mislabelled, 1);
    const remembered = logits(learned, mislabelled, 0);
    const [first = 0, second = 0] = learned.heldOut(foldOf, 1);
    expect(remembered[1]).toBeGreaterThan(remembered[0] ?? 0);
    expect(second).toBeLessThan(first);
  });

  it('learns the same from the same seed', () => {
    expect(learn(whole, 3).linear).toEqual(learn(whole, 3).linear);
  });

  it('pushes a counter-example away from its class, farther than if it had not been there', () => {
    const { texts, classes } = withOwnColumn(whole);
    const targets = whole.targets.slice();
    targets[0] = -1;
    const margin = ([own = 0, second = 0, third = 0]: readonly number[]) => own - Math.max(second, third);
    const counter = { texts, targets, classes };
    const learned = learn(counter, 1);
    const foldOf = new Uint8Array(60).fill(255);
    foldOf[0] = 0;
    const absent = [...learned.heldOut(foldOf, 1).subarray(0, 3)];
    expect(margin(logits(learned, counter, 0))).toBeLessThan(margin(absent) - 0.1);
  });
});

describe('softmax of logits', () => {
  it('sums to one, even for logits that overflow', () => {
    const values = Float64Array.from([1e6, 1e6, -1e6]);
    softmax(values);
    expect([...values]).toEqual([0.5, 0.5, 0]);
  });

  it('is sharper with more sharpness', () => {
    const values = Float64Array.from([1, 0]);
    softmax(values, 2);
    expect(values[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  });
});
