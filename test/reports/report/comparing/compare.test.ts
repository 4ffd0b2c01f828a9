import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../../src/measurement/facts.ts';
import { newcombe } from '../../../../src/measurement/statistics/comparisons/newcombe.ts';
import { smallestDifference } from '../../../../src/measurement/statistics/comparisons/smallest-difference.ts';
import { buildReport } from '../../../../src/reports/report/build-report.ts';
import { dimensions } from '../../../../src/reports/report/query.ts';
import { conversation, factsFrom, type Kind, manyFacts } from '../../many-cases.ts';

const query = {
  ...{ from: null, to: null, zone: 'UTC', asOf: Date.parse('2027-06-01'), filters: {}, seed: 1 },
  by: 'channel',
} as const;

const good = factsFrom(conversation('easy', 0));
const bad = factsFrom(conversation('failed', 0));

/** So many cases of a channel of which so many go well, with an intent, each of its own customer. */
function channelOf(name: string, n: number, well: number): readonly Facts[] {
  const [channel = '', intent = 'refund'] = name.split(' ');
  return Array.from({ length: n }, (_, index) => {
    const id = `${channel}${intent}${index}/1`;
    return (index < well ? good : bad).map((one) => ({
      ...one,
      case: id,
      conversation: id,
      customer: id,
      channel,
      intent,
    }));
  }).flat();
}

function groupsOf(...facts: readonly (readonly Facts[])[]) {
  const { groups } = buildReport(facts.flat(), query, published);
  return new Map(groups.map((group) => [group.key, group.against]));
}

describe('a group against the rest', () => {
  it('differs by its share less that of all others, with the interval of Newcombe', () => {
    const web = groupsOf(channelOf('web', 70, 56), channelOf('mail', 80, 48)).get('web')?.goodExperience;
    const { value, low, high } = newcombe({ share: 56 / 70, n: 70 }, { share: 48 / 80, n: 80 });
    expect(web?.difference).toMatchObject({ kind: 'difference', n: 70 });
    expect(web?.difference).toMatchObject({
      value: expect.closeTo(value, 3),
      low: expect.closeTo(low, 3),
      high: expect.closeTo(high, 3),
    });
    expect(web?.isBelieved).toBe(true);
  });

  it('is not believed where it is one of many that differ by chance', () => {
    const same = Array.from({ length: 20 }, (_, index) => channelOf(`c${index}`, 40, index === 0 ? 14 : 20));
    const groups = groupsOf(...same);
    const odd = groups.get('c0')?.goodExperience;
    expect(odd?.p).toBeLessThan(0.1);
    expect(odd?.adjusted).toBeGreaterThan(odd?.p ?? 1);
    expect([...groups.values()].some((one) => one.goodExperience.isBelieved)).toBe(false);
  });

  it('is shown and not ranked below thirty cases, and not shown below ten', () => {
    const groups = groupsOf(channelOf('web', 200, 100), channelOf('mail', 20, 0), channelOf('fax', 9, 0));
    expect(groups.get('mail')?.goodExperience).toMatchObject({
      difference: { kind: 'difference' },
      p: null,
      isBelieved: false,
    });
    expect(groups.get('fax')?.goodExperience).toMatchObject({
      difference: { kind: 'too_few', n: 9 },
      p: null,
      smallest: null,
    });
  });

  it('is compared at the same mix of wishes: one that only gets the hard ones is not blamed', () => {
    const groups = groupsOf(
      ...[channelOf('web easy', 90, 81), channelOf('web hard', 10, 2)],
      ...[channelOf('mail easy', 10, 9), channelOf('mail hard', 90, 18)],
    );
    for (const channel of ['web', 'mail'])
      expect(groups.get(channel)?.standardised).toEqual({ goodExperience: 0.55, coverage: 1 });
  });

  it('says how much of the mix a group has never seen', () => {
    const groups = groupsOf(channelOf('web easy', 30, 15), channelOf('mail hard', 10, 5));
    expect(groups.get('web')?.standardised).toEqual({ goodExperience: 0.5, coverage: 0.75 });
  });
});

it('the smallest difference that 400 a group show is a tenth, by the rule of Lehr', () => {
  expect(smallestDifference(0.5, 400, 400)).toBeCloseTo(0.1, 2);
});

describe('splits', () => {
  it('add up to the whole, by every dimension and in any order', () => {
    const kinds: readonly Kind[] = ['easy', 'bumpy', 'failed', 'left', 'open', 'mute'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 24 }),
        fc.constantFrom(...dimensions),
        (mix, by) => {
          const facts = manyFacts(mix.length, mix);
          const report = buildReport(facts, { ...query, by }, published);
          const { groups, cases, outcomes, effort, escalation } = report;
          const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((all, one) => all + of(one), 0);
          expect(sum((one) => one.cases.all)).toBe(cases.all);
          expect(sum((one) => one.outcomes.abandoned)).toBe(outcomes.abandoned);
          expect(sum((one) => one.effort.censored + one.effort.bands.low)).toBe(effort.censored + effort.bands.low);
          expect(sum((one) => one.escalation.asked)).toBe(escalation.asked);
          expect(report.trend.buckets.reduce((all, one) => all + one.cases, 0)).toBe(cases.all);
          expect(buildReport(facts.toReversed(), { ...query, by }, published)).toEqual(report);
        },
      ),
      { numRuns: 12 },
    );
  });
});
