/**
 * What customers say, beside whom it cannot speak for: asked, shown, answered; respondents against the silent on observed effort; weights by how likely
 * whoever is like them answers; and what it would be if all the silent were content, or none. Measurement §4 and §5.
 */
import type { SurveyItem } from '../../../events/speech/survey.ts';
import { noData, type Rate, rateOf, rounded, suppressed } from '../../../measurement/statistics/rate.ts';
import { propensity } from '../../../measurement/statistics/survey/propensity.ts';
import type { Said } from '../../table/terms.ts';
import { addCustomer, amountsOf, momentsByClass, momentsIn, startSums } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import type { Satisfaction, Survey } from '../report.ts';
import { meanFrom } from './by-customer.ts';
import { isContent } from './is-content.ts';
import type { SaidOften } from './said-in.ts';

const rated = ['csat', 'ces', 'solved', 'expectation'] as const;

/** @param all what is said in the sample */
export function satisfactionOf(sample: Sample, all: readonly SaidOften[]): Satisfaction {
  const opinions = all.filter(({ said: { survey } }) => survey.eligible || isAsked(survey));
  const { said } = sample.table.columns();
  const contents = rated.map((item) => amountsOf(sample.table.saids(), ({ survey }) => contentIn(survey, item)));
  const raws = momentsByClass(sample.engaged, said, contents).map(rateOf);
  const of = (item: (typeof rated)[number]): Survey => surveyOf(opinions, item, raws[rated.indexOf(item)] ?? noData);
  return {
    csat: of('csat'),
    ces: of('ces'),
    solved: of('solved'),
    expectation: of('expectation'),
    feeling: { ...noFeelings, ...counts(opinions, 'feeling') },
    tags: { ...noTags, ...counts(opinions, 'tags') },
    nps: npsOf(opinions),
    reach: reachOf(opinions),
    respondents: respondentsOf(sample),
  };
}

function isAsked({ drawn, items }: Said['survey']): boolean {
  return drawn.length > 0 || items.length > 0;
}

function hasAnswer({ survey }: Said): boolean {
  return survey.items.some(({ value }) => value !== null);
}

/** Indifference is a category of its own: no half of anything. */
const noFeelings = { joy: 0, relief: 0, indifferent: 0, annoyance: 0, disappointment: 0 };
const noTags = { helpful: 0, fast: 0, clear: 0, confusing: 0, slow: 0, incompetent: 0 };

/** Above this share of people who could not be asked, no weight can mend what is missing. Measurement §4. */
const mostUnreached = 0.2;

/** @param raw the share of those who answered who are content */
function surveyOf(opinions: readonly SaidOften[], item: SurveyItem, raw: Rate): Survey {
  const people = opinions.flatMap((one) => {
    const { drawn, items } = one.said.survey;
    const asked = items.find((known) => known.item === item);
    return asked || drawn.includes(item) ? [{ ...one, asked, answer: asked ? isContent(asked) : null }] : [];
  });
  const weighted = propensity(people);
  const asked = people.filter((one) => one.asked !== undefined);
  const [all, reached] = [sumOf(people), sumOf(asked)];
  const isReached = all > 0 && (all - reached) / all <= mostUnreached;
  return {
    raw,
    weighted: isReached ? weightedRate(weighted) : (suppressed(weighted.answered) ?? noData),
    effectiveN: isReached && weighted.answered > 0 ? rounded(weighted.effectiveN) : null,
    bound: weighted.bound ? [rounded(weighted.bound.low), rounded(weighted.bound.high)] : null,
    asked: reached,
    shown: sumOf(asked.filter((one) => one.asked?.shown)),
    answered: weighted.answered,
  };
}

/** 1 or 0; `undefined` where it was not answered. */
function contentIn({ items }: Said['survey'], item: SurveyItem): number | undefined {
  const asked = items.find((known) => known.item === item);
  const content = asked ? isContent(asked) : null;
  return content === null ? undefined : Number(content);
}

function sumOf(some: readonly { readonly n: number }[]): number {
  return some.reduce((sum, { n }) => sum + n, 0);
}

function weightedRate({ share, interval, answered }: ReturnType<typeof propensity>): Rate {
  const few = suppressed(answered);
  if (few || share === undefined || interval === undefined) return few ?? noData;
  const { low, high } = interval;
  return { kind: 'rate', value: rounded(share), low: rounded(low), high: rounded(high), n: answered };
}

function counts(opinions: readonly SaidOften[], item: SurveyItem): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { said, n } of opinions)
    for (const { item: asked, value } of said.survey.items)
      if (asked === item && value !== null) sums.set(value, (sums.get(value) ?? 0) + n);
  return Object.fromEntries(sums);
}

/** Whether customers would recommend the business: says something of the relationship, and nothing of one conversation. */
function npsOf(opinions: readonly SaidOften[]): Satisfaction['nps'] {
  const answers = opinions.flatMap(({ said, n }) =>
    said.survey.items.flatMap(({ item, place }) => (item === 'nps' && place !== null ? [{ place, n }] : [])),
  );
  const [all, promoters, detractors] = [
    sumOf(answers),
    sumOf(answers.filter(({ place }) => place >= 9)),
    sumOf(answers.filter(({ place }) => place <= 6)),
  ];
  const score = suppressed(all) ? null : Math.round((100 * (promoters - detractors)) / all);
  return { promoters, passives: all - promoters - detractors, detractors, score };
}

function reachOf(opinions: readonly SaidOften[]): Satisfaction['reach'] {
  const of = (holds: (survey: Said['survey']) => boolean): number =>
    sumOf(opinions.filter(({ said: { survey } }) => holds(survey)));
  return {
    eligible: of(({ eligible }) => eligible),
    drawn: of(({ drawn }) => drawn.length > 0),
    asked: of(({ drawn, items }) => drawn.length > 0 && items.length > 0),
    reachable: of(({ drawn, reachable }) => drawn.length > 0 && reachable),
  };
}

function respondentsOf({ engaged: { rows, starts }, table }: Sample): Satisfaction['respondents'] {
  const { tenths, said } = table.columns();
  const answers = Uint8Array.from(table.saids(), (one) => (hasAnswer(one) ? 1 : 0));
  const silences = Uint8Array.from(table.saids(), (one) => (isAsked(one.survey) && !hasAnswer(one) ? 1 : 0));
  const [answered, silent] = [startSums(), startSums()];
  let from = 0;
  for (let cluster = 1; cluster < starts.length; cluster++) {
    let told = 0;
    let tellers = 0;
    let borne = 0;
    let bearers = 0;
    const end = starts[cluster] ?? 0;
    for (let i = from; i < end; i++) {
      const row = rows[i] ?? 0;
      const tenth = tenths[row] ?? -1;
      if (tenth < 0) continue;
      const number = said[row] ?? 0;
      const isTold = answers[number] ?? 0;
      const isSilent = silences[number] ?? 0;
      tellers += isTold;
      told += (isTold * tenth) / 10;
      bearers += isSilent;
      borne += (isSilent * tenth) / 10;
    }
    addCustomer(answered, told, tellers);
    addCustomer(silent, borne, bearers);
    from = end;
  }
  return { answered: meanFrom(momentsIn(answered)), silent: meanFrom(momentsIn(silent)) };
}
