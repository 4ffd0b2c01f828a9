import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/events/event.ts';
import { published, signals } from '../../src/measurement/constants/measures.ts';
import { contributions } from '../../src/measurement/effort/contribution.ts';
import { effort } from '../../src/measurement/effort/effort.ts';
import { receiptOf } from '../../src/measurement/effort/receipt.ts';
import { addBurden } from '../../src/measurement/effort/tally.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { measure } from '../../src/measurement/metric.ts';
import { outcome } from '../../src/measurement/outcome/outcome.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import { anyBeats, anyStory, burdens } from './any-story.ts';
import { tell } from './story.ts';

const effortMetric = effort(published);

function factsOf(...pieces: readonly (readonly Event[])[]): readonly Facts[] {
  const fold = pieces.reduce((known, piece) => foldConversation(published, known, piece), startConversation);
  return readConversation(published, 'c1', fold);
}

function withoutWords(event: Event): Event {
  if (!('words' in event)) return event;
  const { words: _erased, ...rest } = event;
  return rest;
}

describe('whatever happens', () => {
  it('effort lies between 0 and 100, low below it and high above it', () => {
    fc.assert(
      fc.property(anyStory(), (events) => {
        const found = measure(effortMetric, events);
        if (!found) return !events.some(({ type }) => type === 'customer.said');
        return found.low >= 0 && found.low <= found.effort && found.effort <= found.high && found.high <= 100;
      }),
    );
  });

  it('the points of a receipt sum to its burden, and its effort follows from them', () => {
    fc.assert(
      fc.property(anyStory(), (events) => {
        const found = measure(effortMetric, events);
        if (!found) return;
        const points = found.rows.reduce((sum, row) => sum + row.points, 0);
        expect(points).toBeCloseTo(found.points, 9);
        expect(found.effort).toBe(Math.round(1000 * (1 - Math.exp(-points / 6))) / 10);
        for (const row of found.rows)
          expect(row.steps.reduce((sum, one) => sum + one.count, 0)).toBeCloseTo(row.count, 6);
      }),
    );
  });

  it('a burden that happens never lowers effort', () => {
    fc.assert(
      fc.property(anyBeats(), fc.constantFrom(...burdens), fc.nat(), (beats, burden, place) => {
        const before = measure(effortMetric, tell(beats));
        const after = measure(effortMetric, tell(beats.toSpliced(place % (beats.length + 1), 0, burden)));
        return (after?.effort ?? 0) >= (before?.effort ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it('one more burden on a receipt never lowers it, whatever the signal', () => {
    fc.assert(
      fc.property(
        anyStory(),
        fc.constantFrom(...signals),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (events, signal, count) => {
          const tallies = factsOf(events)[0]?.burdens ?? [];
          const more = addBurden(tallies, { signal, owner: 'bot', step: null, probable: false, count, turn: 1 });
          return receiptOf(published, more).effort >= receiptOf(published, tallies).effort;
        },
      ),
    );
  });

  it('removing a burden saves between nothing and the whole effort', () => {
    fc.assert(
      fc.property(anyStory(), (events) => {
        for (const facts of factsOf(events)) {
          for (const { effort: saved } of contributions(published, facts.burdens)) {
            expect(saved).toBeGreaterThanOrEqual(0);
            expect(saved).toBeLessThanOrEqual((facts.effort?.value ?? 0) + 0.05);
          }
        }
      }),
    );
  });

  it('folding live, turn by turn, gives the same facts as a replay', () => {
    fc.assert(
      fc.property(anyStory(), fc.array(fc.nat(), { maxLength: 5 }), (events, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (events.length + 1)), events.length].toSorted((a, b) => a - b);
        const pieces = places.slice(1).map((end, index) => events.slice(places[index], end));
        expect(canonicalJson(factsOf(...pieces))).toBe(canonicalJson(factsOf(events)));
      }),
    );
  });

  it('events that come twice change nothing', () => {
    fc.assert(
      fc.property(anyStory(), fc.nat(), (events, from) => {
        const again = events.slice(from % (events.length + 1));
        expect(canonicalJson(factsOf(events, again))).toBe(canonicalJson(factsOf(events)));
      }),
    );
  });

  it('facts are the same once the words are erased', () => {
    fc.assert(
      fc.property(anyStory(), (events) => {
        expect(canonicalJson(factsOf(events.map(withoutWords)))).toBe(canonicalJson(factsOf(events)));
      }),
    );
  });

  it('a single case has the facts its metrics have', () => {
    fc.assert(
      fc.property(anyBeats(), (beats) => {
        const events = tell(beats);
        // what is said after a case has matured belongs to the next one, which may not be opened yet
        const end = events.findIndex(({ type }) => type === 'case.matured');
        if (end >= 0 && end < events.length - 1) return;
        const [facts, ...more] = factsOf(events);
        if (more.length > 0 || !facts) return;
        expect(facts.effort?.value).toBe(measure(effortMetric, events)?.effort);
        expect(facts.outcome).toEqual(measure(outcome(published), events));
      }),
    );
  });

  it('nothing of what a customer said stands in the facts', () => {
    fc.assert(fc.property(anyStory(), (events) => !canonicalJson(factsOf(events)).includes('parcel')));
  });
});
