import { describe, expect, it } from 'vitest';
import type { FactsItem } from '../../../src/measurement/experience/read-experience.ts';
import { effortAgainstCes } from '../../../src/reports/report/satisfaction/effort-against-ces.ts';
import type { ExperienceSample } from '../../../src/reports/report/satisfaction/experience-sample.ts';
import { experimentsOf } from '../../../src/reports/report/satisfaction/experiments-of.ts';
import type { Opinion } from '../../../src/reports/report/satisfaction/opinion.ts';
import { satisfactionOf } from '../../../src/reports/report/satisfaction/satisfaction-of.ts';
import { sentimentOfCases } from '../../../src/reports/report/satisfaction/sentiment-of-cases.ts';

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

/** Cases, each of its own customer, who were to be asked for CSAT. */
function people(count: number, name: string, change: Partial<Opinion>): readonly Opinion[] {
  return Array.from({ length: count }, (_, index) => ({
    case: `${name}${index}`,
    customer: `${name}${index}`,
    stratum: 'low solved',
    effort: 10,
    eligible: true,
    drawn: ['csat'],
    reachable: true,
    items: [csat(null)],
    ...change,
  }));
}

describe('satisfaction', () => {
  it('is raw among answers, weighted by who answers, and bounded by what the silent might say', () => {
    const opinions = [
      ...people(40, 'content', { items: [csat(4)] }),
      ...people(10, 'cross', { items: [csat(0)], stratum: 'high not solved', effort: 80 }),
      ...people(40, 'silent', { stratum: 'high not solved', effort: 80 }),
    ];
    const { csat: figure, respondents } = satisfactionOf({ opinions });
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
    const { csat: figure, reach } = satisfactionOf({ opinions });
    expect(figure.weighted.kind).toBe('no_data');
    expect(figure.effectiveN).toBeNull();
    expect(figure.raw).toMatchObject({ value: 1 });
    expect(figure.bound).toEqual([0.7143, 1]);
    expect(reach).toEqual({ eligible: 70, drawn: 70, asked: 50, reachable: 50 });
  });

  it('says no data where nobody answers, never zero', () => {
    const { csat: figure, ces, nps } = satisfactionOf({ opinions: people(30, 'silent', {}) });
    expect(figure.raw).toEqual({ kind: 'no_data', n: 0 });
    expect(figure.bound).toEqual([0, 1]);
    expect(ces).toMatchObject({ asked: 0, bound: null, effectiveN: null });
    expect(nps.score).toBeNull();
  });

  it('counts indifference as a category of its own', () => {
    const opinions = people(3, 'a', { items: [item({ item: 'feeling', value: 'indifferent', place: 2 })] });
    expect(satisfactionOf({ opinions }).feeling).toEqual({
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
    const { ces } = satisfactionOf({ opinions: [...of('ces', 4, 7), ...of('ces', 3, 7)] });
    expect(ces.raw).toMatchObject({ value: 0.5 });
    const { expectation } = satisfactionOf({ opinions: [...of('expectation', 2, 5), ...of('expectation', 1, 5)] });
    expect(expectation.raw).toMatchObject({ value: 0.5 });
  });

  it('keeps the recommendation apart: promoters less detractors', () => {
    const of = (count: number, place: number) =>
      people(count, `nps${place}`, {
        drawn: ['nps'],
        items: [item({ item: 'nps', place, steps: 11, value: String(place) })],
      });
    expect(satisfactionOf({ opinions: [...of(6, 10), ...of(2, 8), ...of(2, 0)] }).nps).toEqual({
      promoters: 6,
      passives: 2,
      detractors: 2,
      score: 40,
    });
  });
});

describe('an experiment', () => {
  const cases = (count: number, arm: string, change: Partial<ExperienceSample['armed'][number]>) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ case: `${arm}${index}`, customer: `${arm}${index}`, arms: [`rule:rescue=${arm}`], triggered: [] },
      ...{ durable: true, effort: 20, contacted: true },
      ...change,
    }));

  it('compares customers as they were assigned, whether or not it came to an offer', () => {
    const armed = [
      ...cases(90, 'treated', { triggered: ['rule:rescue'] }),
      ...cases(10, 'held_out', { durable: false, effort: 50 }),
    ];
    const [figures] = experimentsOf({ armed });
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
    const [figures] = experimentsOf({ armed: [...cases(90, 'treated', {}), ...cases(5, 'held_out', {})] });
    expect(figures?.durable).toMatchObject({ heldOut: { kind: 'too_few', n: 5 }, difference: null });
    expect(figures?.effort.difference).toBeNull();
    expect(experimentsOf({ armed: [] })).toEqual([]);
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
    const found = effortAgainstCes({ opinions });
    expect(found?.rho).toBeGreaterThan(0.95);
    expect(found?.n).toBe(20);
    expect(effortAgainstCes({ opinions: opinions.slice(0, 9) })).toBeNull();
  });
});

describe('sentiment of cases', () => {
  it('says of how many cases nothing could be measured', () => {
    const felt: ExperienceSample['felt'] = Array.from({ length: 12 }, (_, index) => ({
      ...{ case: `c${index}`, customer: `u${index}`, mean: index < 6 ? -0.5 : 0.5 },
      ...{ negative: index < 6, worsened: false },
    }));
    const figures = sentimentOfCases({ felt, notFelt: 4 });
    expect(figures).toMatchObject({ notMeasured: 4, coverage: 0.75, mean: { value: 0 }, negative: { value: 0.5 } });
    expect(sentimentOfCases({ felt: [], notFelt: 4 }).mean).toEqual({ kind: 'no_data', n: 0 });
  });
});
