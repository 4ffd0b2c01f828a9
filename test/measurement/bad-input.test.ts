import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/events/event.ts';
import { parseEvent } from '../../src/events/event-codec.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { factsOfChain, foldChain } from '../../src/measurement/fold-chain.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import { anyStory } from './any-story.ts';
import { start } from './story.ts';

function factsOf(events: readonly Event[]): readonly Facts[] {
  return readConversation(published, 'c1', foldConversation(published, startConversation, events));
}

describe('events that should not be so', () => {
  it('come too late: one whose place is already past changes nothing', () => {
    fc.assert(
      fc.property(anyStory(), fc.nat(), fc.nat(), (events, from, to) => {
        const late = events[from % events.length];
        if (!late) return;
        const place = (from % events.length) + 1 + (to % 5);
        const shuffled = events.toSpliced(place, 0, late);
        expect(canonicalJson(factsOf(shuffled))).toBe(canonicalJson(factsOf(events)));
      }),
    );
  });

  it('have a broken clock: nothing is waited for less than no time, and effort stays within its bounds', () => {
    fc.assert(
      fc.property(
        anyStory(),
        fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { minLength: 1 }),
        (events, jumps) => {
          const broken = events.map((event, n) => ({ ...event, at: event.at + (jumps[n % jumps.length] ?? 0) }));
          for (const { effort, burdens, person } of factsOf(broken)) {
            expect(burdens.every(({ count }) => Number.isFinite(count) && count >= 0)).toBe(true);
            expect(effort === null || (effort.value >= 0 && effort.value <= 100)).toBe(true);
            expect(person.secondsToPerson ?? 0).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('are of an older version: what was not written then is not known, and nothing else changes', () => {
    const old = { conversation: 'c1', seq: 1, at: start, turn: 0, case: null, v: 1, actor: 'system' };
    const data = {
      customer: 'k',
      channel: 'web',
      entryPoint: 'default',
      touchpoint: 'web:default',
      program: 'p',
      locale: 'en',
    };
    const [facts] = factsOf([parseEvent({ ...old, type: 'conversation.started', data })]);
    expect(facts).toMatchObject({ identified: false, outcome: { reopened: null } });
    const matured = { ...old, seq: 2, case: 'c1/1', type: 'case.matured', data: { case: 'c1/1' } };
    expect(factsOf([parseEvent(matured)])[0]?.review.draw).toBeNull();
  });

  it('belong to several conversations and come in any order: the case is the same', () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), (one, other) => {
        const home = { case: 'c1/1', events: one };
        const far = (id: string) => ({
          case: `${id}/1`,
          events: other.map((event) => ({ ...event, conversation: id, case: event.case && `${id}/1` })),
        });
        const folded = (...rest: ReturnType<typeof far>[]): string =>
          canonicalJson(
            factsOfChain(published, { id: 'c1/1', startedAt: start, chain: foldChain(published, [home, ...rest]) }),
          );
        expect(folded(far('c2'), far('c3'))).toBe(folded(far('c3'), far('c2')));
      }),
      { numRuns: 50 },
    );
  });
});
