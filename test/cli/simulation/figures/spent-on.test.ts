import { describe, expect, it } from 'vitest';
import { spentOn } from '../../../../src/cli/simulation/figures/spent-on.ts';

const lives = [
  {
    spent: [
      { conversation: 'a', at: 1, cost: 1 },
      { conversation: 'a', at: 15, cost: 10 },
      { conversation: 'a', at: 25, cost: 100 },
      { conversation: 'b', at: 90, cost: 1000 },
      { conversation: 'nowhere', at: 90, cost: 5 },
    ],
  },
];

describe('what was spent on a case', () => {
  it('is all since it began, until another began in that conversation, and what stood before the first', () => {
    const first = { case: 'a/1', conversations: ['a', 'b'], startedAt: 10 };
    const second = { case: 'a/2', conversations: ['a'], startedAt: 20 };
    expect(spentOn([second, first], lives)).toEqual(
      new Map([
        ['a/1', 1011],
        ['a/2', 100],
      ]),
    );
  });
});
