import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { parseFacts } from '../../../src/reports/facts/parse-facts.ts';
import { rebuild } from '../../../src/reports/facts/rebuild.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { readReports } from '../../../src/reports/report/read-report.ts';
import { keepTable } from '../../../src/reports/table/keep-table.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { conversation, factsFrom, type Kind } from '../many-cases.ts';
import { store } from './stored.ts';

const mix: readonly Kind[] = ['easy', 'bumpy', 'failed', 'left', 'open', 'mute'];

async function filled(): Promise<Store> {
  const held = memoryStore();
  for (const [index, kind] of mix.entries()) await store(held, conversation(kind, index));
  return held;
}

const measures = published;
const zone = 'Europe/Berlin';

describe('the projector', () => {
  it('writes one row per case, a conversation without a case under its own id', async () => {
    const held = await filled();
    expect(await createProjector({ store: held, measures, zone }).catchUp()).toBe(6);
    const rows = await held.facts({});
    expect(rows.map((row) => row.case).sort()).toEqual([
      'c0000/1',
      'c0001/1',
      'c0002/1',
      'c0003/1',
      'c0004/1',
      'c0005',
    ]);
    expect(rows.map((row) => parseFacts(row.facts))).toEqual(
      expect.arrayContaining(mix.flatMap((kind, index) => factsFrom(conversation(kind, index)))),
    );
  });

  it('has nothing to do when nothing happened', async () => {
    const held = await filled();
    const projector = createProjector({ store: held, measures, zone });
    await projector.catchUp();
    expect(await projector.catchUp()).toBe(0);
  });

  it('folds a conversation on from where it stood, to the same bytes as in one go', async () => {
    const events = conversation('bumpy', 7);
    const [live, whole] = [memoryStore(), memoryStore()];
    const projector = createProjector({ store: live, measures, zone });
    for (const [index, event] of events.entries()) {
      await store(live, [event], index + 1);
      await projector.catchUp();
    }
    await store(whole, events);
    await createProjector({ store: whole, measures, zone }).catchUp();
    expect(await live.facts({})).toEqual(await whole.facts({}));
  });

  it('reads only the events that are new', async () => {
    const held = memoryStore();
    const asked: number[] = [];
    const watched: Store = {
      ...held,
      events: (id, range) => {
        asked.push(range.after);
        return held.events(id, range);
      },
    };
    const projector = createProjector({ store: watched, measures, zone });
    const events = conversation('bumpy', 7);
    await store(held, events.slice(0, 5));
    await projector.catchUp();
    await store(held, events.slice(5), 2);
    await projector.catchUp();
    expect(asked).toEqual([0, 5]);
  });

  it('replaces the row of a conversation by that of its case, once one is opened', async () => {
    const held = memoryStore();
    const events = conversation('easy', 1);
    const projector = createProjector({ store: held, measures, zone });
    await store(held, events.slice(0, 1));
    await projector.catchUp();
    expect((await held.facts({})).map((row) => row.case)).toEqual(['c0001']);
    await store(held, events.slice(1), 2);
    await projector.catchUp();
    expect((await held.facts({})).map((row) => row.case)).toEqual(['c0001/1']);
  });

  it('is not confused by two callers at once, nor by two projectors', async () => {
    const held = await filled();
    const [one, two] = [
      createProjector({ store: held, measures, zone }),
      createProjector({ store: held, measures, zone }),
    ];
    await Promise.all([one.catchUp(), one.catchUp(), two.catchUp()]);
    expect(await held.facts({})).toHaveLength(6);
    expect((await rebuild({ store: held, zone, measures })).differences).toEqual([]);
  });

  it('goes on after a store that failed once', async () => {
    const held = await filled();
    let failures = 1;
    const shaky: Store = {
      ...held,
      writeFacts: (id, seq, rows) =>
        failures-- > 0 ? Promise.reject(new Error('disk full')) : held.writeFacts(id, seq, rows),
    };
    const projector = createProjector({ store: shaky, measures, zone });
    await expect(projector.catchUp()).rejects.toThrow('disk full');
    await projector.catchUp();
    expect(await held.facts({})).toHaveLength(6);
  });
});

describe('reading a report', () => {
  it('gives the report of the stored facts', async () => {
    const held = await filled();
    await createProjector({ store: held, measures, zone }).catchUp();
    const query = {
      from: '2026-03-03',
      to: '2026-03-05',
      zone: 'UTC',
      asOf: Date.parse('2026-04-01'),
      filters: {},
      by: null,
      seed: 1,
    };
    const facts = mix.flatMap((kind, index) => factsFrom(conversation(kind, index)));
    const report = await readReports(keepTable(held)).read(query, measures);
    expect(report.cases.all).toBe(2);
    expect(report).toEqual({ ...buildReport(facts, query, measures), trust: report.trust });
  });
});

describe('a rebuild', () => {
  it('changes nothing', async () => {
    const held = await filled();
    await createProjector({ store: held, measures, zone }).catchUp();
    const before = await held.facts({});
    expect(await rebuild({ store: held, zone, measures })).toEqual({ conversations: 6, cases: 6, differences: [] });
    expect(await held.facts({})).toEqual(before);
  });

  it('mends facts that were tampered with, and says which', async () => {
    const held = await filled();
    await createProjector({ store: held, measures, zone }).catchUp();
    await held.writeFacts('c0000', 999, [{ case: 'c0000/1', conversation: 'c0000', startedAt: 0, facts: '{}' }]);
    const { differences } = await rebuild({ store: held, zone, measures });
    expect(differences).toMatchObject([{ case: 'c0000/1', before: '{}' }]);
    expect((await rebuild({ store: held, zone, measures })).differences).toEqual([]);
  });
});

describe('stored facts', () => {
  it('of another form are refused with the way to mend them', () => {
    expect(() => parseFacts('{"case":"c1/1"}')).toThrow(
      expect.objectContaining({ code: 'STORE_FAILED', fix: expect.stringContaining('rebuild') }),
    );
  });
});
