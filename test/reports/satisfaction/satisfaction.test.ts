import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { bandOf } from '../../../src/measurement/effort/score.ts';
import type { FactsItem } from '../../../src/measurement/experience/read-experience.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import type { Report } from '../../../src/reports/report/report.ts';
import { start } from '../../measurement/story.ts';
import { manyFacts } from '../many-cases.ts';

function reportOf(facts: readonly Facts[]): Report {
  const query = { from: null, to: null, zone: 'UTC', asOf: start + 1e9, filters: {}, by: null, seed: 1 };
  return buildReport(facts, query, published);
}

const [solved] = manyFacts(1, ['easy']);

type Change = Partial<Facts['survey']> & {
  readonly effort?: number;
  readonly solved?: boolean;
  readonly more?: Partial<Facts>;
};

/** Cases, each of its own customer. */
function cases(count: number, name: string, { effort = 10, solved: isSolved = true, more, ...survey }: Change) {
  if (!solved) throw new Error('no case');
  return Array.from({ length: count }, (_, index): Facts => {
    const id = `${name}${index}`;
    return {
      ...solved,
      ...{ case: id, conversation: id, conversations: [id], customer: id },
      effort: { value: effort, low: effort, high: effort, band: bandOf(published, effort) },
      outcome: { ...solved.outcome, state: isSolved ? 'resolved_confirmed' : 'unresolved', reopened: false },
      survey: { ...solved.survey, ...survey },
      ...more,
    };
  });
}

const item = (change: Partial<FactsItem>): FactsItem => ({
  item: 'csat',
  late: false,
  shown: true,
  value: null,
  commented: false,
  place: null,
  steps: 5,
  ...change,
});

const csat = (place: number | null): FactsItem => item({ place, value: place === null ? null : String(place + 1) });

/** Cases of customers who were to be asked for CSAT. */
function people(count: number, name: string, change: Change): readonly Facts[] {
  return cases(count, name, { eligible: true, drawn: ['csat'], reachable: true, items: [csat(null)], ...change });
}

function satisfactionOf(facts: readonly Facts[]): Report['satisfaction'] {
  return reportOf(facts).satisfaction;
}

describe('satisfaction', () => {
  it('is raw among answers, weighted by who answers, and bounded by what the silent might say', () => {
    const opinions = [
      ...people(40, 'content', { items: [csat(4)] }),
      ...people(10, 'cross', { items: [csat(0)], solved: false, effort: 80 }),
      ...people(40, 'silent', { solved: false, effort: 80 }),
    ];
    const { csat: figure, respondents } = satisfactionOf(opinions);
    expect(figure.raw).toMatchObject({ kind: 'rate', value: 0.8, n: 50 });
    // those who found it hard answer in one of five cases, and weigh five times as much
    expect(figure.weighted).toMatchObject({ kind: 'rate', value: 0.4444, n: 50 });
    expect(figure.effectiveN).toBeLessThan(50);
    expect(figure.bound).toEqual([0.4444, 0.8889]);
    expect(figure).toMatchObject({ asked: 90, shown: 90, answered: 50 });
    expect(respondents.answered).toMatchObject({ value: 24, n: 50 });
    expect(respondents.silent).toMatchObject({ value: 80, n: 40 });
  });

  it('is not weighted where more than a fifth could not be asked, which is shown', () => {
    const opinions = [...people(50, 'a', { items: [csat(4)] }), ...people(20, 'gone', { items: [], reachable: false })];
    const { csat: figure, reach } = satisfactionOf(opinions);
    expect(figure.weighted.kind).toBe('no_data');
    expect(figure.effectiveN).toBeNull();
    expect(figure.raw).toMatchObject({ value: 1 });
    expect(figure.bound).toEqual([0.7143, 1]);
    expect(reach).toEqual({ eligible: 70, drawn: 70, asked: 50, reachable: 50 });
  });

  it('says no data where nobody answers, never zero', () => {
    const { csat: figure, ces, nps } = satisfactionOf(people(30, 'silent', {}));
    expect(figure.raw).toEqual({ kind: 'no_data', n: 0 });
    expect(figure.bound).toEqual([0, 1]);
    expect(ces).toMatchObject({ asked: 0, bound: null, effectiveN: null });
    expect(nps.score).toBeNull();
  });

  it('counts indifference as a category of its own', () => {
    const opinions = people(3, 'a', { items: [item({ item: 'feeling', value: 'indifferent', place: 2 })] });
    expect(satisfactionOf(opinions).feeling).toEqual({
      joy: 0,
      relief: 0,
      indifferent: 3,
      annoyance: 0,
      disappointment: 0,
    });
  });

  it('counts 5 to 7 of 7 as easy, and as expected or better as met', () => {
    const of = (name: 'ces' | 'expectation', place: number, steps: number) =>
      people(10, `${name}${place}`, { drawn: [name], items: [item({ item: name, place, steps, value: 'x' })] });
    const { ces } = satisfactionOf([...of('ces', 4, 7), ...of('ces', 3, 7)]);
    expect(ces.raw).toMatchObject({ value: 0.5 });
    const { expectation } = satisfactionOf([...of('expectation', 2, 5), ...of('expectation', 1, 5)]);
    expect(expectation.raw).toMatchObject({ value: 0.5 });
  });

  it('keeps the recommendation apart: promoters less detractors', () => {
    const of = (count: number, place: number) =>
      people(count, `nps${place}`, {
        drawn: ['nps'],
        items: [item({ item: 'nps', place, steps: 11, value: String(place) })],
      });
    expect(satisfactionOf([...of(6, 10), ...of(2, 8), ...of(2, 0)]).nps).toEqual({
      promoters: 6,
      passives: 2,
      detractors: 2,
      score: 40,
    });
  });
});

describe('an experiment', () => {
  const armed = (count: number, arm: string, { triggered = [], ...change }: Change & { triggered?: string[] }) =>
    cases(count, arm, { effort: 20, ...change, more: { arms: [`rule:rescue=${arm}`], triggered } });

  it('compares customers as they were assigned, whether or not it came to an offer', () => {
    const [figures] = reportOf([
      ...armed(90, 'treated', { triggered: ['rule:rescue'] }),
      ...armed(10, 'held_out', { solved: false, effort: 50 }),
    ]).experiments;
    expect(figures).toMatchObject({
      experiment: 'rule:rescue',
      assigned: { treated: 90, heldOut: 10 },
      triggered: { treated: 90, heldOut: 0 },
      durable: { difference: { value: 1 } },
      effort: { difference: { value: -30 } },
    });
    expect(figures?.durable.difference?.low).toBeGreaterThan(0.5);
  });

  it('says nothing of a difference while one arm has too few', () => {
    const [figures] = reportOf([...armed(90, 'treated', {}), ...armed(5, 'held_out', {})]).experiments;
    expect(figures?.durable).toMatchObject({ heldOut: { kind: 'too_few', n: 5 }, difference: null });
    expect(figures?.effort.difference).toBeNull();
    expect(reportOf([]).experiments).toEqual([]);
  });
});

describe('effort against what customers say', () => {
  it('is near 1 where those who found it hard had it hard', () => {
    const opinions = Array.from({ length: 20 }, (_, index) =>
      people(1, `c${index}`, {
        effort: index,
        items: [item({ item: 'ces', place: 6 - Math.floor(index / 3), steps: 7, value: 'x' })],
      }),
    ).flat();
    const found = reportOf(opinions).trust.effortAgainstCes;
    expect(found?.rho).toBeGreaterThan(0.95);
    expect(found?.n).toBe(20);
    expect(reportOf(opinions.slice(0, 9)).trust.effortAgainstCes).toBeNull();
  });
});

describe('sentiment of cases', () => {
  it('says of how many cases nothing could be measured', () => {
    const felt = (count: number, name: string, mean: number) =>
      cases(count, name, {
        more: { feeling: { turns: 1, mean, first: mean, last: mean, worst: mean, negative: mean < 0 ? 1 : 0 } },
      });
    const silent = cases(4, 'silent', { more: { feeling: null } });
    expect(reportOf([...felt(6, 'sad', -0.5), ...felt(6, 'glad', 0.5), ...silent]).sentiment).toMatchObject({
      ...{ notMeasured: 4, coverage: 0.75, mean: { value: 0 }, negative: { value: 0.5 } },
    });
    expect(reportOf(silent).sentiment.mean).toEqual({ kind: 'no_data', n: 0 });
  });
});
