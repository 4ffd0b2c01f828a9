import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { createRandom } from '../../../src/measurement/statistics/create-random.ts';
import { journeyOf } from '../../../src/reports/journey/journey-of.ts';
import { tableOf } from '../../../src/reports/table/table-of.ts';
import { start } from '../../measurement/story.ts';
import { type Kind, manyFacts } from '../many-cases.ts';
import { answer } from './answer.ts';
import { plainJourney } from './plain-journey.ts';

const day = 86_400_000;
const asOf = start + 200 * day;
const zone = 'Europe/Berlin';
const patterns = (['easy', 'bumpy', 'failed', 'left', 'open', 'mute'] satisfies readonly Kind[]).flatMap((kind) =>
  manyFacts(1, [kind]),
);

/** Customers of one contact and of many, several at one moment and in one conversation; some known by name, some by nothing. */
function world(seed: number, size: number): readonly Facts[] {
  const random = createRandom(seed);
  return Array.from({ length: size }, (_, index) => {
    const customer = random() < 0.1 ? '' : `u${Math.floor(random() ** 3 * size)}`;
    const half = among(random, [20, 6000]) * random();
    const touchpoint = among(random, ['web:default', 'telegram:default', 'phone:default']);
    const given = { at: start + Math.floor(half) * 1_800_000, touchpoint, ...(customer === '' ? {} : { customer }) };
    const item = among(random, ['csat', 'ces', 'nps'] as const);
    const said = among(
      random,
      answer({ ...given, id: `a${index}` }, item, String(1 + Math.floor((item === 'nps' ? 10 : 5) * random()))),
    );
    return random() < 0.3 ? said : varied(random, { said, customer, index, talk: `c${Math.floor(random() * size)}` });
  });
}

type Drawn = { readonly said: Facts; readonly customer: string; readonly index: number; readonly talk: string };

function varied(random: () => number, { said, customer, index, talk }: Drawn): Facts {
  const pattern = among(random, patterns);
  const { startedAt, touchpoint } = said;
  const value = Math.round(1000 * random() ** 2) / 10;
  return {
    ...pattern,
    ...{ case: `k${index}`, conversation: talk, conversations: random() < 0.1 ? [talk, 'later'] : [talk], customer },
    ...{ startedAt, lastAt: startedAt + 60_000, touchpoint, identified: random() < 0.8 },
    language: among(random, ['en', 'de']),
    ...{ intent: among(random, [null, 'refund', 'order']), stage: among(random, [null, 'before', 'after']) },
    effort: pattern.effort && { ...pattern.effort, value },
    person: { ...pattern.person, joined: random() < 0.2 },
    survey: random() < 0.3 ? said.survey : pattern.survey,
  };
}

function among<T>(random: () => number, values: readonly T[]): T {
  const found = values[Math.floor(random() * values.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** Last decimals may fall either way where a sum of tenths lies between two. */
function close(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 3);
  if (Array.isArray(value)) return value.map(close);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, close(inner)]));
}

describe('the journey from columns', () => {
  it('says what a plain one says, of any cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.constantFrom(0, 1, 12, 60, 400), (seed, size) => {
        const facts = world(seed, size);
        const query = { from: null, to: null, zone, asOf, filters: {}, by: null, seed: 1 };
        const { touchpoints, whole, moves, stages, consistency, relationship } = journeyOf(
          tableOf(published, facts),
          query,
        );
        const { promoters, passives, detractors } = relationship.nps;
        const found = {
          touchpoints: touchpoints.map(({ share: _, contribution: __, ...one }) => one),
          ...{ whole, moves, stages, consistency, back: relationship.back },
          promoters: [promoters, passives, detractors],
        };
        expect(found).toEqual(close(plainJourney(facts, asOf, zone)));
      }),
      { numRuns: 60 },
    );
  });
});
