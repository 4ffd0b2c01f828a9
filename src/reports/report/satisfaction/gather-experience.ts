import type { Facts } from '../../../measurement/facts.ts';
import { clusterOf } from '../cases/sample.ts';
import { type Opinion, opinionOf } from './opinion.ts';

/** Customers' turns of a case that could be measured, and whether the last sounded worse than the first. */
export type FeltCase = {
  readonly case: string;
  readonly customer: string;
  readonly mean: number;
  readonly negative: boolean;
  readonly worsened: boolean;
};

/** A dialog that came to its end, against what it says may be expected. `null`: it says nothing of it. */
export type ExpectedCase = { readonly customer: string; readonly turnsMet: boolean | null; readonly timeMet: boolean | null };

/** In order of cases, so that the same facts in any order give the same figures. */
export type ExperienceSample = {
  readonly opinions: readonly Opinion[];
  readonly felt: readonly FeltCase[];
  readonly notFelt: number;
  readonly expected: readonly ExpectedCase[];
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
};

export type ExperienceGathering = { add(facts: Facts): void; read(): ExperienceSample };

/** Gathers what is said of engaged cases in figures of satisfaction and feeling. */
export function gatherExperience(): ExperienceGathering {
  const opinions: Opinion[] = [];
  const felt: FeltCase[] = [];
  const expected: (ExpectedCase & { readonly case: string })[] = [];
  const promises = { made: 0, kept: 0, broken: 0 };
  let notFelt = 0;
  return {
    add(facts) {
      const customer = clusterOf(facts);
      const opinion = opinionOf(facts, customer);
      if (opinion) opinions.push(opinion);
      if (facts.feeling) felt.push(feltOf(facts.feeling, facts.case, customer));
      else notFelt++;
      for (const one of facts.expectations) expected.push({ case: facts.case, customer, ...metOf(one) });
      promises.made += facts.promises.made;
      promises.kept += facts.promises.kept;
      promises.broken += facts.promises.broken;
    },
    read: () => ({
      opinions: opinions.toSorted(byCase),
      felt: felt.toSorted(byCase),
      notFelt,
      expected: expected.toSorted(byCase),
      promises: { ...promises },
    }),
  };
}

function byCase(a: { readonly case: string }, b: { readonly case: string }): number {
  return a.case < b.case ? -1 : a.case > b.case ? 1 : 0;
}

/** Smaller differences than this are noise. */
const worse = 0.05;

function feltOf({ mean, negative, first, last }: NonNullable<Facts['feeling']>, id: string, customer: string): FeltCase {
  return { case: id, customer, mean, negative: negative > 0, worsened: last < first - worse };
}

function metOf({ turns, seconds, tookTurns, tookSeconds }: Facts['expectations'][number]): Omit<ExpectedCase, 'customer'> {
  return {
    turnsMet: turns === null ? null : tookTurns <= turns,
    timeMet: seconds === null ? null : tookSeconds <= seconds,
  };
}
