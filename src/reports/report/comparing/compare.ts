/**
 * Compares each group with the rest: the effect and its interval first, then whether to believe it among all that are shown. Measurement §5.
 */

import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { designEffect } from '../../../measurement/statistics/clustered-mean.ts';
import { benjaminiHochberg } from '../../../measurement/statistics/comparisons/benjamini-hochberg.ts';
import { differenceTest } from '../../../measurement/statistics/comparisons/difference-test.ts';
import { newcombe, type Share } from '../../../measurement/statistics/comparisons/newcombe.ts';
import { smallestDifference } from '../../../measurement/statistics/comparisons/smallest-difference.ts';
import { rounded, suppressed } from '../../../measurement/statistics/rate.ts';
import type { Kind } from '../cases/kind.ts';
import { type Sample, shareMoments, type Whole } from '../cases/sample.ts';
import type { Compared, Comparison, Difference } from './comparison.ts';
import { type Mix, standardise } from './mix.ts';

type Question = { readonly over: Whole; readonly holds: (kind: Kind) => boolean };

const questions = {
  goodExperience: { over: 'closed', holds: ({ good }) => good },
  highEffort: { over: 'closed', holds: ({ band }) => band === 'high' },
  resolved: { over: 'inScope', holds: ({ state }) => isResolved(state) },
} as const satisfies Record<string, Question>;

/** Groups of fewer cases are shown and not ranked. */
const fewestRanked = 30;
const falseDiscoveries = 0.05;

export type Comparable = { readonly sample: Sample; readonly mix: Mix };

/** @returns one comparison a group, in their order */
export function compare(whole: Comparable, groups: readonly Comparable[]): readonly Comparison[] {
  const samples = groups.map(({ sample }) => sample);
  const [good, high, resolved] = [questions.goodExperience, questions.highEffort, questions.resolved].map((question) =>
    adjusted(samples.map((sample) => comparedWith(whole.sample, sample, question))),
  );
  return groups.map(({ mix }, index) => ({
    goodExperience: good?.[index] ?? nothing,
    highEffort: high?.[index] ?? nothing,
    resolved: resolved?.[index] ?? nothing,
    standardised: standardise(mix, whole.mix),
  }));
}

const nothing: Compared = {
  difference: { kind: 'no_data', n: 0 },
  p: null,
  adjusted: null,
  isBelieved: false,
  smallest: null,
};

function comparedWith(whole: Sample, group: Sample, question: Question): Compared {
  const [own, all] = [countedOf(group, question), countedOf(whole, question)];
  const rest = all.n - own.n;
  const few = suppressed(own.n) ?? suppressed(rest);
  if (few) return { ...nothing, difference: few };
  const [a, b]: readonly [Share, Share] = [
    { share: own.total / own.n, n: own.n / own.effect },
    { share: (all.total - own.total) / rest, n: rest / all.effect },
  ];
  const isRanked = Math.min(own.n, rest) >= fewestRanked;
  return {
    difference: differenceOf(a, b, own.n),
    p: isRanked ? rounded(differenceTest(a, b)) : null,
    adjusted: null,
    isBelieved: false,
    smallest: rounded(smallestDifference(all.total / all.n, a.n, b.n)),
  };
}

function differenceOf(a: Share, b: Share, n: number): Difference {
  const { value, low, high } = newcombe(a, b);
  return { kind: 'difference', value: rounded(value), low: rounded(low), high: rounded(high), n };
}

type Counted = { readonly total: number; readonly n: number; readonly effect: number };

function countedOf(sample: Sample, { over, holds }: Question): Counted {
  const moments = shareMoments(sample, over, holds);
  const { total, n } = moments;
  return { total, n, effect: n < 2 ? 1 : designEffect(moments) };
}

function adjusted(compared: readonly Compared[]): readonly Compared[] {
  const ranked = compared.flatMap(({ p }) => (p === null ? [] : [p]));
  const values = benjaminiHochberg(ranked)[Symbol.iterator]();
  return compared.map((one) => {
    if (one.p === null) return one;
    const value = rounded(values.next().value ?? 1);
    return { ...one, adjusted: value, isBelieved: value <= falseDiscoveries };
  });
}
