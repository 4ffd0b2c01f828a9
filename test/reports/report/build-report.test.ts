import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { dimensions, type Query, rangeOf } from '../../../src/reports/report/query.ts';
import type { Figures, Report } from '../../../src/reports/report/report.ts';
import { start } from '../../measurement/story.ts';
import { conversation, factsFrom, type Kind, kinds, manyFacts } from '../many-cases.ts';

const query: Query = {
  from: null,
  to: null,
  zone: 'Europe/Berlin',
  asOf: start + 400 * 24 * 3_600_000,
  filters: {},
  by: null,
  seed: 1,
};

function report(facts: readonly Facts[], more: Partial<Query> = {}): Report {
  return buildReport(facts, { ...query, ...more }, published);
}

const mix: readonly Kind[] = ['easy', 'easy', 'bumpy', 'failed', 'left', 'open', 'mute'];
const facts = manyFacts(140, mix);

describe('the report', () => {
  it('counts what it leaves out beside what it counts', () => {
    expect(report(facts).cases).toEqual({
      all: 140,
      engaged: 120,
      inScope: 120,
      outOfScope: 0,
      unengaged: 20,
      spamTest: 0,
      open: 20,
      provisional: 0,
      final: 100,
    });
  });

  it('gives the outcomes with Wilson intervals of the closed cases', () => {
    const { outcomes, outcomeShares } = report(facts);
    expect(outcomes).toMatchObject({
      resolved_confirmed: 40,
      resolved_assumed: 20,
      escalated_unresolved: 20,
      abandoned: 20,
      open: 20,
    });
    expect(outcomeShares.resolved_confirmed).toMatchObject({ kind: 'rate', value: 0.4, n: 100 });
  });

  it('bounds resolution by what is sure and what is only assumed', () => {
    expect(report(facts).resolution).toMatchObject({
      low: 0.4,
      high: 0.6,
      point: null,
      audit: { kind: 'no_data', n: 0 },
    });
  });

  it('calls an experience good only when solved with little effort', () => {
    const [bumpy] = factsFrom(conversation('bumpy', 1));
    expect(bumpy?.effort?.band).toBe('moderate');
    expect(report(facts).goodExperience).toMatchObject({ value: 0.4, n: 100 });
  });

  it('never counts a case that was broken off as low effort', () => {
    const { effort } = report(facts);
    expect(effort.bands).toEqual({ low: 40, moderate: 20, high: 0 });
    expect(effort.censored).toBe(40);
  });

  it('says how many asked for a person and did not get one', () => {
    expect(report(facts).escalation).toMatchObject({ asked: 20, askedAndGot: 0, askedAndNotGot: 20 });
    expect(report(facts).containment.askedAndNotGot).toBe(20);
  });

  it('says no data, and never 0, where nothing was measured', () => {
    const empty = report([]);
    const none = { kind: 'no_data', n: 0 };
    expect(empty.goodExperience).toEqual(none);
    expect(empty.effort).toMatchObject({ median: none, p90: none, highShare: none });
    expect(empty.resolution).toMatchObject({ low: null, high: null, point: null, confirmed: none });
    expect(report(facts).durable).toEqual({ rate: none, coverage: 0 });
    expect(empty.durable).toEqual({ rate: none, coverage: null });
    expect(report(facts).satisfaction.csat).toMatchObject({ raw: none, asked: 0 });
    expect(report(facts).promises).toEqual({ made: 0, kept: null, broken: null });
  });

  it('shows no figure of fewer than ten cases', () => {
    const few = report(manyFacts(9, ['easy']));
    expect(few.goodExperience).toEqual({ kind: 'too_few', n: 9 });
    expect(few.effort.median).toEqual({ kind: 'too_few', n: 9 });
    expect(few.resolution.low).toBeNull();
    expect(report(manyFacts(9, ['failed'])).burdens[0]?.pointsPer100Cases).toEqual({ kind: 'too_few', n: 9 });
  });

  it('keeps what no customer and no bot took part in out of every rate', () => {
    expect(report(manyFacts(30, ['mute'])).goodExperience).toEqual({ kind: 'no_data', n: 0 });
  });

  it('widens its intervals when the same customers come again and again', () => {
    const alone = report(facts.map((one) => ({ ...one, customer: one.case })));
    const often = report(facts.map((one) => ({ ...one, customer: `${one.outcome.state}-${one.case.slice(-3, -2)}` })));
    const width = (figures: Figures) =>
      figures.goodExperience.kind === 'rate' && figures.goodExperience.high - figures.goodExperience.low;
    expect(width(often)).toBeGreaterThan(Number(width(alone)));
    expect(often.goodExperience).toMatchObject({ value: 0.4, n: 100 });
  });
});

describe('what to fix first', () => {
  const { burdens } = report(facts);

  it('is each burden at its step, with file, line, program and owner', () => {
    expect(burdens.map(({ signal, owner, cases }) => [signal, owner, cases])).toContainEqual([
      'no_match',
      'billing',
      20,
    ]);
    expect(burdens[0]?.step).toEqual({
      dialog: 'refund',
      step: 'ask-order',
      file: 'dialogs/refund.yaml',
      line: 12,
      version: 'p1',
    });
  });

  it('costs 100 times the mean of what effort would fall by without it', () => {
    const noMatch = burdens.find(({ signal }) => signal === 'no_match');
    const [bumpy] = factsFrom(conversation('bumpy', 2));
    const points = bumpy?.burdens.map(({ signal, count }) => [signal, count]);
    expect(points).toEqual([
      ['no_match', 2],
      ['turns', 1],
    ]);
    const saved = 100 * (Math.exp(-0.25 / 6) - Math.exp(-4.25 / 6));
    expect(noMatch?.pointsPer100Cases).toMatchObject({ kind: 'estimate', n: 120 });
    expect(noMatch?.pointsPer100Cases.kind === 'estimate' && noMatch.pointsPer100Cases.value).toBeCloseTo(
      (100 * 20 * saved) / 120,
      3,
    );
  });

  it('never lists access to a person, but the missing person', () => {
    const signals = burdens.map(({ signal }) => signal);
    expect(signals).not.toContain('human_request');
    expect(signals).not.toContain('escalation');
    expect(signals).toContain('no_human');
  });

  it('comes heaviest first, with three conversations to read', () => {
    const values = burdens.map(({ pointsPer100Cases: cost }) => (cost.kind === 'estimate' ? cost.value : -1));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    for (const { conversations } of burdens) expect(conversations).toHaveLength(3);
  });
});

describe('selecting', () => {
  it('takes days in the business’s zone, the last one left out', () => {
    const at = (iso: string, id: string): Facts => {
      const [one] = factsFrom(conversation('easy', 0));
      if (!one) throw new Error('no facts');
      return { ...one, case: id, startedAt: Date.parse(iso) };
    };
    const night = [
      at('2026-03-28T22:59:59.999Z', 'before'),
      at('2026-03-28T23:00:00.000Z', 'first'),
      at('2026-03-29T21:59:59.999Z', 'last'),
      at('2026-03-29T22:00:00.000Z', 'after'),
    ];
    const found = report(night, { from: '2026-03-29', to: '2026-03-30' });
    expect(found.latest.map((one) => one.case)).toEqual(['last', 'first']);
    expect(rangeOf({ ...query, from: '2026-03-29', to: '2026-03-30' })).toEqual({
      from: Date.parse('2026-03-28T23:00:00Z'),
      to: Date.parse('2026-03-29T22:00:00Z'),
    });
  });

  it('names the days it covers where none were asked for', () => {
    expect(report(facts, { asOf: Date.parse('2026-08-01T12:00:00Z') })).toMatchObject({
      from: '2026-03-02',
      to: '2026-08-02',
    });
  });

  it('takes only what the filters say', () => {
    expect(report(facts, { filters: { channel: 'web' } }).cases.all).toBe(70);
    expect(report(facts, { filters: { channel: 'web', dialog: 'voucher' } }).cases.all).toBe(0);
  });

  it.each(dimensions)('groups by %s so that the groups add up to the whole', (by) => {
    const found = report(facts, { by });
    const sum = (pick: (figures: Figures) => number): number =>
      found.groups.reduce((total, group) => total + pick(group), 0);
    expect(found.groups.length).toBeGreaterThan(0);
    expect(sum(({ cases }) => cases.all)).toBe(found.cases.all);
    expect(sum(({ outcomes }) => outcomes.resolved_assumed)).toBe(found.outcomes.resolved_assumed);
    expect(sum(({ effort }) => effort.bands.low)).toBe(found.effort.bands.low);
  });

  it('gives a group the figures a report of that group alone has', () => {
    const [group] = report(facts, { by: 'channel' }).groups;
    const alone = report(facts, { filters: { channel: group?.key ?? '' } });
    expect(group).toMatchObject({ effort: alone.effort, burdens: alone.burdens, goodExperience: alone.goodExperience });
  });
});

describe('whatever the cases are', () => {
  const someKinds = fc.array(fc.constantFrom(...Object.keys(kinds).filter(isKind)), { maxLength: 40 });

  it('exclusions and N make all, and every division adds up', () => {
    fc.assert(
      fc.property(someKinds, (chosen) => {
        const { cases, outcomes, effort } = report(
          chosen.flatMap((kind, index) => factsFrom(conversation(kind, index))),
        );
        expect(cases.engaged + cases.unengaged + cases.spamTest).toBe(cases.all);
        expect(cases.inScope + cases.outOfScope).toBe(cases.engaged);
        expect(cases.open + cases.provisional + cases.final).toBe(cases.engaged);
        expect(Object.values(outcomes).reduce((a, b) => a + b, 0)).toBe(cases.all);
        expect(effort.bands.low + effort.bands.moderate + effort.bands.high + effort.censored).toBe(
          cases.engaged - cases.open,
        );
        expect(effort.histogram.reduce((a, b) => a + b, 0)).toBe(cases.engaged);
      }),
      { numRuns: 40 },
    );
  });

  it('the order they come in does not change a byte', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
        expect(canonicalJson(report(shuffled))).toBe(canonicalJson(report(facts)));
      }),
      { numRuns: 5 },
    );
  });
});

function isKind(name: string): name is Kind {
  return name in kinds;
}
