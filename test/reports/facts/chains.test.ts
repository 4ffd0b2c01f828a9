/** Cases over several conversations, kept as far as they are folded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/events/event.ts';
import { published as measures } from '../../../src/measurement/constants/measures.ts';
import { foldConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import { createChains } from '../../../src/reports/facts/read-chains.ts';
import { anyStory } from '../../measurement/any-story.ts';

/** A conversation whose customer is soon about something. */
function anyTalk(): fc.Arbitrary<readonly Event[]> {
  return anyStory().map((events) => events.map((event) => (event.seq > 3 ? { ...event, case: 'c1/1' } : event)));
}

/** Two conversations of which the second goes on with the case of the first, as far as they are written. */
function twoTalks(one: readonly Event[], other: readonly Event[]) {
  const there = other.map((event) => ({ ...event, conversation: 'c2', case: event.case && 'c2/1' }));
  const written = { c1: 0, c2: 0 };
  const reads: number[] = [];
  return {
    written,
    reads,
    store: {
      events(id: string, { after = 0 }: { readonly after?: number }): Promise<readonly Event[]> {
        const [events, end] = id === 'c1' ? [one, written.c1] : [there, written.c2];
        const found = events.slice(0, end).filter((event) => event.seq > after);
        reads.push(found.length);
        return Promise.resolve(found);
      },
    },
    fold: () => ({
      ...foldConversation(measures, startConversation, one.slice(0, written.c1)),
      joined: new Map([['c2/1', { root: 'c1/1', conversation: 'c2' }]]),
    }),
  };
}

describe('a case over several conversations', () => {
  it('has the same facts at each step as one folded anew', async () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9 })), { minLength: 4, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(anyTalk(), anyTalk(), steps, async (one, other, taken) => {
        const { written, store, fold } = twoTalks(one, other);
        const kept = createChains({ store, measures });
        for (const [isHome, count] of taken) {
          written[isHome ? 'c1' : 'c2'] += count;
          const now = await kept.factsOf('c1', fold());
          const anew = await createChains({ store, measures }).factsOf('c1', fold());
          expect(canonicalJson(now.facts)).toBe(canonicalJson(anew.facts));
        }
      }),
    );
  });

  it('reads only what is new of either', async () => {
    const [story] = fc.sample(
      anyTalk().filter((events) => events.length > 8),
      1,
    );
    const events = story ?? [];
    const { written, reads, store, fold } = twoTalks(events, events);
    const kept = createChains({ store, measures });
    Object.assign(written, { c1: events.length, c2: events.length });
    await kept.factsOf('c1', fold());
    const first = reads.splice(0).reduce((sum, count) => sum + count, 0);
    expect(first).toBe(2 * events.length);
    await kept.factsOf('c1', fold());
    expect(reads).toEqual([0, 0]);
  });
});
