/**
 * What customers say, beside whom it cannot speak for: asked, shown, answered; respondents against the silent on observed effort; weights by how likely
 * whoever is like them answers; and what it would be if all the silent were content, or none. Measurement §4 and §5.
 */
import type { SurveyItem } from '../../../events/speech/survey.ts';
import { noData, type Rate, rounded, suppressed } from '../../../measurement/statistics/rate.ts';
import { propensity } from '../../../measurement/statistics/survey/propensity.ts';
import type { Satisfaction, Survey } from '../report.ts';
import { meanOf, rateBy } from './by-customer.ts';
import type { ExperienceSample } from './experience-sample.ts';
import { isContent, type Opinion } from './opinion.ts';

export function satisfactionOf({ opinions }: Pick<ExperienceSample, 'opinions'>): Satisfaction {
  const of = (item: SurveyItem): Survey => surveyOf(opinions, item);
  return {
    csat: of('csat'),
    ces: of('ces'),
    solved: of('solved'),
    expectation: of('expectation'),
    feeling: { ...noFeelings, ...counts(opinions, 'feeling') },
    tags: { ...noTags, ...counts(opinions, 'tags') },
    nps: npsOf(opinions),
    reach: reachOf(opinions),
    respondents: respondentsOf(opinions),
  };
}

/** Indifference is a category of its own: no half of anything. */
const noFeelings = { joy: 0, relief: 0, indifferent: 0, annoyance: 0, disappointment: 0 };
const noTags = { helpful: 0, fast: 0, clear: 0, confusing: 0, slow: 0, incompetent: 0 };

/** Above this share of people who could not be asked, no weight can mend what is missing. Measurement §4. */
const mostUnreached = 0.2;

function surveyOf(opinions: readonly Opinion[], item: SurveyItem): Survey {
  const people = opinions.flatMap((one) => {
    const asked = one.items.find((known) => known.item === item);
    return asked || one.drawn.includes(item) ? [{ ...one, asked }] : [];
  });
  const weighted = propensity(
    people.map(({ stratum, asked }) => ({ stratum, answer: asked ? isContent(asked) : null })),
  );
  const answers = people.filter(({ asked }) => asked !== undefined && isContent(asked) !== null);
  const asked = people.filter((one) => one.asked !== undefined);
  const isReached = people.length > 0 && (people.length - asked.length) / people.length <= mostUnreached;
  return {
    raw: rateBy(answers, (one) => one.asked !== undefined && isContent(one.asked) === true),
    weighted: isReached ? weightedRate(weighted) : (suppressed(answers.length) ?? noData),
    effectiveN: isReached && weighted.answered > 0 ? rounded(weighted.effectiveN) : null,
    bound: weighted.bound ? [rounded(weighted.bound.low), rounded(weighted.bound.high)] : null,
    asked: asked.length,
    shown: asked.filter((one) => one.asked?.shown).length,
    answered: answers.length,
  };
}

function weightedRate({ share, interval, answered }: ReturnType<typeof propensity>): Rate {
  const few = suppressed(answered);
  if (few || share === undefined || interval === undefined) return few ?? noData;
  const { low, high } = interval;
  return { kind: 'rate', value: rounded(share), low: rounded(low), high: rounded(high), n: answered };
}

function counts(opinions: readonly Opinion[], item: SurveyItem): Readonly<Record<string, number>> {
  const values = opinions.flatMap(({ items }) => items.flatMap((one) => (one.item === item ? (one.value ?? []) : [])));
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

/** Whether customers would recommend the business: says something of the relationship, and nothing of one conversation. */
function npsOf(opinions: readonly Opinion[]): Satisfaction['nps'] {
  const answers = opinions.flatMap(({ items }) =>
    items.flatMap((one) => (one.item === 'nps' ? (one.place ?? []) : [])),
  );
  const promoters = answers.filter((place) => place >= 9).length;
  const detractors = answers.filter((place) => place <= 6).length;
  const few = suppressed(answers.length);
  const score = few ? null : Math.round((100 * (promoters - detractors)) / answers.length);
  return { promoters, passives: answers.length - promoters - detractors, detractors, score };
}

function reachOf(opinions: readonly Opinion[]): Satisfaction['reach'] {
  const drawn = opinions.filter((one) => one.drawn.length > 0);
  return {
    eligible: opinions.filter((one) => one.eligible).length,
    drawn: drawn.length,
    asked: drawn.filter((one) => one.items.length > 0).length,
    reachable: drawn.filter((one) => one.reachable).length,
  };
}

function respondentsOf(opinions: readonly Opinion[]): Satisfaction['respondents'] {
  const people = opinions.filter((one) => one.effort !== null && (one.drawn.length > 0 || one.items.length > 0));
  const has = ({ items }: Opinion): boolean => items.some(({ value }) => value !== null);
  const effortOf = (some: readonly Opinion[]) => meanOf(some, ({ effort }) => effort ?? 0);
  return { answered: effortOf(people.filter(has)), silent: effortOf(people.filter((one) => !has(one))) };
}
