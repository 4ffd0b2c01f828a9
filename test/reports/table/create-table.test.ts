import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { buildReport, reportOf } from '../../../src/reports/report/build-report.ts';
import { briefOf } from '../../../src/reports/table/brief.ts';
import { createTable } from '../../../src/reports/table/create-table.ts';
import { start } from '../../measurement/story.ts';
import { manyFacts } from '../many-cases.ts';

const query = {
  ...{ from: null, to: null, zone: 'Europe/Berlin', asOf: start + 99 * 86_400_000, filters: {}, seed: 1 },
  by: 'channel',
} as const;

const stories = manyFacts(24, ['easy', 'bumpy', 'failed', 'left', 'open', 'mute']);

/** What became of a conversation: which of the stories its case is like by now, or that it has none. */
const written = fc.record({
  conversation: fc.constantFrom('a', 'b\tc', '"d"', 'e\\', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'),
  like: fc.option(fc.nat(stories.length - 1)),
});

function factsOf({ conversation, like }: { readonly conversation: string; readonly like: number | null }) {
  const story = like === null ? undefined : stories[like];
  return story ? [{ ...story, case: `${conversation}/1`, conversation, conversations: [conversation] }] : [];
}

describe('a table of cases', () => {
  it('that followed what was written gives the report over what stands written in the end', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 60 }), (all) => {
        const table = createTable();
        const standing = new Map<string, readonly Facts[]>();
        for (const one of all) {
          table.set(one.conversation, briefOf(published, factsOf(one)));
          standing.set(one.conversation, factsOf(one));
        }
        const expected = buildReport([...standing.values()].flat(), query, published);
        expect(reportOf(table, query, published)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps room for burdens within bounds, however often cases change', () => {
    const table = createTable();
    const [light, heavy] = [manyFacts(1, ['easy']), manyFacts(1, ['failed'])];
    for (let i = 0; i < 20_000; i++) table.set('c0000', briefOf(published, i % 2 === 0 ? light : heavy));
    expect(table.costs.causes().length).toBeLessThan(10_000);
    expect(reportOf(table, query, published).cases.all).toBe(1);
  });

  it('refuses a line of another form, naming the way out', () => {
    expect(() => createTable().set('c', 'c/1\tc')).toThrow(/another form/);
  });
});
