import { describe, expect, it } from 'vitest';
import { published } from '../../../../src/measurement/constants/measures.ts';
import { listCases } from '../../../../src/reports/case/list-cases.ts';
import { buildReport } from '../../../../src/reports/report/build-report.ts';
import { keepTable } from '../../../../src/reports/table/keep-table.ts';
import { queryOf, storeOf } from '../../case/few.ts';
import { manyFacts } from '../../many-cases.ts';

const mix = ['easy', 'left', 'left', 'failed'] as const;

describe('how far customers come in a dialog', () => {
  const { dialogs } = buildReport(manyFacts(8, mix), queryOf(), published);

  it('counts who entered it, what it asked, who stopped there, and who reached the goal', () => {
    expect(dialogs).toEqual([
      {
        ...{ dialog: 'refund', cases: 8, finished: 0, reached: 2, resolved: 2, highEffort: 2 },
        steps: [{ slot: 'order', asked: 4, stopped: 4 }],
      },
    ]);
  });

  it('counts as stopped, at the last thing asked, only those who came through neither way', () => {
    const ways = [
      { asked: ['order', 'reason'], how: 'cancelled' },
      { asked: ['order', 'reason'], how: 'finished' },
      { asked: ['order'], how: null },
    ] as const;
    const left = manyFacts(3, ['left']).map((facts, index) => ({
      ...facts,
      path: ways.slice(index, index + 1).map((way) => ({ dialog: 'refund', ...way })),
    }));
    const reached = manyFacts(1, ['easy']).map((facts) => ({
      ...facts,
      ...{ case: 'other/1', conversation: 'other' },
      path: [{ dialog: 'refund', asked: ['order'], how: null }],
    }));
    expect(buildReport([...left, ...reached], queryOf(), published).dialogs[0]?.steps).toEqual([
      { slot: 'order', asked: 4, stopped: 1 },
      { slot: 'reason', asked: 2, stopped: 1 },
    ]);
  });

  it('leads to the cases that stopped', async () => {
    const store = await storeOf(8, mix);
    const list = await listCases({ store, cases: keepTable(store) }, queryOf({ entered: 'refund', stopped: 'order' }));
    expect(list.count).toBe(dialogs[0]?.steps[0]?.stopped);
    expect(new Set(list.cases.map(({ outcome }) => outcome))).toEqual(new Set(['abandoned']));
  });
});
