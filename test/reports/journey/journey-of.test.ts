import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import type { Journey } from '../../../src/reports/journey/journey.ts';
import { journeyOf as journeyFrom } from '../../../src/reports/journey/journey-of.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { tableOf } from '../../../src/reports/table/table-of.ts';
import { start } from '../../measurement/story.ts';
import { manyFacts } from '../many-cases.ts';
import { reportOf } from '../sample-reports.ts';
import { answer } from './answer.ts';

const day = 86_400_000;
const query = { from: null, to: null, zone: 'UTC', asOf: start + 400 * day, filters: {}, by: null, seed: 1 } as const;

function journeyOf(facts: readonly Facts[]): Journey {
  return journeyFrom(tableOf(published, facts), query);
}

const csat = (touchpoint: string, values: string): readonly Facts[] =>
  [...values].flatMap((value, index) =>
    answer({ id: `${touchpoint}${index}`, at: start + index * day, touchpoint }, 'csat', value),
  );

describe('the journey', () => {
  it('sets the bot beside the other touchpoints, each by its share of contacts', () => {
    const { touchpoints, whole } = journeyOf([
      ...manyFacts(20, ['easy']),
      ...csat('phone', '5555544441'),
      ...csat('store', '11111111115555511111'),
    ]);
    expect(whole.contacts).toBe(50);
    expect(touchpoints.map(({ touchpoint, kind, contacts, share }) => [touchpoint, kind, contacts, share])).toEqual([
      ['store', 'answers', 20, 0.4],
      ['phone', 'answers', 10, 0.2],
      ['telegram:default', 'bot', 10, 0.2],
      ['web:default', 'bot', 10, 0.2],
    ]);
    const [store, phone, bot] = touchpoints;
    expect(phone?.csat).toMatchObject({ kind: 'rate', value: 0.9, n: 10 });
    expect(store?.csat).toMatchObject({ kind: 'rate', value: 0.25, n: 20 });
    // by contacts: (10 · 0.9 + 20 · 0.25) / 30 = 0.4667; shares are those of all contacts
    expect(phone?.contribution.csat).toBeCloseTo(0.2 * (0.9 - 0.46667), 4);
    expect(store?.contribution.csat).toBeCloseTo(0.4 * (0.25 - 0.46667), 4);
    expect(bot?.contribution.csat).toBeNull();
    expect(bot?.effort).toMatchObject({ kind: 'estimate', n: 10 });
  });

  it('adds up to nothing: what one touchpoint gives, others take', () => {
    const { touchpoints } = journeyOf([
      ...csat('phone', '5555544441'),
      ...csat('store', '1111115555'),
      ...csat('mail', '555551111155'),
    ]);
    const sum = touchpoints.reduce((total, one) => total + (one.contribution.csat ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(0, 3);
  });

  it('counts several answers to one contact as one contact', () => {
    const given = { at: start, touchpoint: 'phone', customer: 'u1' };
    const { touchpoints } = journeyOf([
      ...answer({ ...given, id: 'a' }, 'csat', '4'),
      ...answer({ ...given, id: 'b' }, 'ces', '4'),
    ]);
    expect(touchpoints[0]?.contacts).toBe(1);
  });

  it('shows where customers go next within seven days, and not those nobody would know again', () => {
    const visits = (customer: string | undefined, gap: number) =>
      ['phone', 'store'].flatMap((touchpoint, index) =>
        answer(
          {
            id: `${customer}${touchpoint}`,
            at: start + index * gap,
            touchpoint,
            ...(customer === undefined ? {} : { customer }),
          },
          'csat',
          '4',
        ),
      );
    const { moves } = journeyOf([...visits('u1', 2 * day), ...visits('u2', 8 * day), ...visits(undefined, day)]);
    expect(moves).toEqual([{ from: 'phone', to: 'store', count: 1, customers: 1, hours: null }]);
  });

  it('takes several issues of one conversation for one time in touch', () => {
    const [easy] = manyFacts(1, ['easy']);
    if (!easy) throw new Error('no facts');
    const own = (id: string, conversation: string, hours: number): Facts => ({
      ...easy,
      ...{ case: id, conversation, conversations: [conversation], customer: `u${id.slice(1)}`, identified: true },
      startedAt: start + hours * 3_600_000,
    });
    const customers = Array.from({ length: 10 }, (_, n) => n);
    const same = customers.flatMap((n) => [own(`a${n}`, `c${n}`, 0), own(`b${n}`, `c${n}`, 1)]);
    expect(journeyOf(same).moves).toEqual([]);
    expect(journeyOf(same).relationship.back).toMatchObject({ value: 0, n: 10 });
    const apart = customers.flatMap((n) => [own(`a${n}`, `c${n}`, 0), own(`b${n}`, `d${n}`, 1)]);
    expect(journeyOf(apart).moves).toMatchObject([{ count: 10, customers: 10, hours: 1 }]);
    expect(journeyOf(apart).relationship.back).toMatchObject({ value: 1, n: 10 });
    const chained = customers.map((n) => ({ ...own(`a${n}`, `c${n}`, 0), conversations: [`c${n}`, `d${n}`] }));
    expect(journeyOf(chained).relationship.back).toMatchObject({ value: 1, n: 10 });
  });

  it('asks each customer once whether they would recommend the business: their latest answer', () => {
    const votes = Array.from({ length: 12 }, (_, index) => (index < 6 ? '10' : index < 8 ? '8' : '3'));
    const facts = votes.flatMap((value, index) =>
      answer({ id: `n${index}`, at: start + day, touchpoint: 'mail', customer: `u${index}` }, 'nps', value),
    );
    const earlier = answer({ id: 'before', at: start, touchpoint: 'mail', customer: 'u0' }, 'nps', '0');
    const { nps } = journeyOf([...earlier, ...facts]).relationship;
    expect(nps).toMatchObject({ promoters: 6, passives: 2, detractors: 4, score: 17 });
    // standard deviation of +1 × 6, 0 × 2, −1 × 4 is 0.9374; 17 ± 1.96 · 100 · 0.9374 / √12
    expect([nps.low, nps.high]).toEqual([-36, 70]);
  });

  it('says how many came back in ninety days, of those for whom ninety days have passed', () => {
    const facts = Array.from({ length: 20 }, (_, index) => [
      ...answer({ id: `a${index}`, at: start, touchpoint: 'phone', customer: `u${index}` }, 'csat', '4'),
      ...(index < 5
        ? answer(
            { id: `b${index}`, at: start + (index < 4 ? 50 : 91) * day, touchpoint: 'phone', customer: `u${index}` },
            'csat',
            '4',
          )
        : []),
    ]).flat();
    const late = answer({ id: 'late', at: query.asOf - day, touchpoint: 'phone', customer: 'new' }, 'csat', '4');
    expect(journeyOf([...facts, ...late]).relationship.back).toMatchObject({ kind: 'rate', value: 0.2, n: 20 });
  });

  it('measures how unlike one wish is served: nothing where it is served alike', () => {
    const alike = journeyOf(manyFacts(40, ['easy'])).consistency;
    expect(alike[0]).toMatchObject({ touchpoint: { groups: 2, effort: 0, resolution: 0 } });
    const unlike = journeyOf(manyFacts(40, ['easy', 'left'])).consistency;
    // solved on the web always, on Telegram never: the deviation of 1 and 0 is √½
    expect(unlike[0]?.touchpoint?.resolution).toBeCloseTo(Math.SQRT1_2, 4);
    expect(unlike[0]?.language).toBeNull();
  });

  it('is the same in whatever order facts come', () => {
    const facts = [...manyFacts(30, ['easy', 'failed', 'bumpy']), ...csat('phone', '5555544441')];
    const expected = journeyOf(facts);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(journeyOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the report', () => {
  it('is of cases only: answers from elsewhere change none of its figures', () => {
    const asOf = start + 400 * day;
    const facts = [...manyFacts(40, ['easy', 'failed']), ...csat('phone', '5555544441')];
    const { trust, ...report } = buildReport(facts, { ...query, zone: 'Europe/Berlin', asOf }, published);
    const { trust: _, ...alone } = buildReport(
      manyFacts(40, ['easy', 'failed']),
      { ...query, zone: 'Europe/Berlin', asOf },
      published,
    );
    expect(report).toEqual(alone);
    expect(trust.freshSeconds).not.toBeNull();
    expect(reportOf(40).cases.all).toBe(40);
  });
});
