/**
 * What answers of some say about all who were asked: weighted by how likely whoever is like them answers.
 */
import { type Interval, wilson } from '../wilson.ts';

/**
 * So many people who were asked.
 *
 * @property stratum what is known of them whether or not they answered, such as the band of their effort
 * @property answer whether they were content; `null` where they did not answer
 */
export type Asked = { readonly stratum: string; readonly answer: boolean | null; readonly n: number };

/**
 * @property raw share among the answers, unweighted
 * @property share weighted; `undefined`, as `raw`, where nobody answered
 * @property effectiveN so many answers of equal weight would be as good (Kish): never above `answered`
 * @property interval Wilson's for the effective number, 95 %
 * @property bound what the share would be if nobody who was silent were content, and if all were
 * @property silentStrata people of whose like nobody answered: no weight can speak for them
 */
export type Weighted = {
  readonly asked: number;
  readonly answered: number;
  readonly raw: number | undefined;
  readonly share: number | undefined;
  readonly effectiveN: number;
  readonly interval: Interval | undefined;
  readonly bound: Interval | undefined;
  readonly silentStrata: number;
};

/** A weight of more than so many times the mean is cut: one person does not speak for a crowd. */
const most = 5;

/**
 * Inverse-propensity weights over strata, cut at five times their mean.
 *
 * Source: weighting-class adjustment, Little & Rubin, Statistical Analysis with Missing Data (2002) §3.3; effective number of observations, Kish,
 * Survey Sampling (1965) §11.7; bounds without assumptions, Manski, AER 80 (1990) 319. Checked against Lohr, Sampling:
 * Design and Analysis, table 8.2 (five classes by age: weights 1.622, 1.173, 1.110, 1.040 and 1).
 */
export function propensity(people: readonly Asked[]): Weighted {
  const answers = people.filter(({ answer }) => answer !== null);
  const [asked, answered] = [countOf(people), countOf(answers)];
  const content = countOf(answers.filter(({ answer }) => answer === true));
  const base = { asked, answered, silentStrata: silentIn(people) };
  if (answered === 0)
    return {
      ...base,
      raw: undefined,
      share: undefined,
      effectiveN: 0,
      interval: undefined,
      bound: asked === 0 ? undefined : { low: 0, high: 1 },
    };
  const weights = responseWeights(people);
  const weighed = answers.map((one) => ({ ...one, weight: weights.get(one.stratum) ?? 1 }));
  const total = sum(weighed.map(({ weight, n }) => n * weight));
  const share = sum(weighed.map(({ weight, n, answer }) => (answer === true ? n * weight : 0))) / total;
  const effectiveN = (total * total) / sum(weighed.map(({ weight, n }) => n * weight * weight));
  return {
    ...base,
    raw: content / answered,
    share,
    effectiveN,
    interval: wilson(share, effectiveN),
    bound: { low: content / asked, high: (content + asked - answered) / asked },
  };
}

/** How many people an answer of each stratum speaks for, cut at five times the mean of all answers. */
export function responseWeights(people: readonly Asked[]): ReadonlyMap<string, number> {
  const answers = people.filter(({ answer }) => answer !== null);
  const [all, answered] = [countBy(people), countBy(answers)];
  const weights = [...answered].map(([stratum, n]) => ({ stratum, n, weight: (all.get(stratum) ?? n) / n }));
  const limit = (most * sum(weights.map(({ weight, n }) => n * weight))) / countOf(answers);
  return new Map(weights.map(({ stratum, weight }) => [stratum, Math.min(weight, limit)]));
}

function silentIn(people: readonly Asked[]): number {
  const spoken = new Set(people.filter(({ answer }) => answer !== null).map(({ stratum }) => stratum));
  return countOf(people.filter(({ stratum }) => !spoken.has(stratum)));
}

function countBy(people: readonly Asked[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stratum, n } of people) counts.set(stratum, (counts.get(stratum) ?? 0) + n);
  return counts;
}

function countOf(people: readonly Asked[]): number {
  return people.reduce((count, { n }) => count + n, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
