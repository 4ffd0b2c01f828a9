import { describe, expect, it } from 'vitest';
import { parseMeasures, published } from '../../src/measurement/constants/measures.ts';

describe('the published measures', () => {
  it('are number 1, with the weights and caps of the contract', () => {
    const rows = Object.entries(published.effort.signals).map(([signal, { weight, cap }]) => [signal, weight, cap]);
    expect(published.number).toBe(1);
    expect(rows).toEqual([
      ['bot_failure', 3, 4],
      ['no_match', 2, 4],
      ['reprompt', 0.5, 6],
      ['correction', 1, 5],
      ['rephrase', 1.5, 5],
      ['unclear', 1, 4],
      ['backtrack', 1, 4],
      ['restart', 2, 4],
      ['loop', 2, 4],
      ['human_request', 0.5, 1],
      ['human_request_again', 2, 4],
      ['escalation', 1, 1],
      ['transfer', 2, 4],
      ['told_again', 3, 3],
      ['channel_switch', 2, 3],
      ['repeat_contact', 4, 3],
      ['sitting', 1, 4],
      ['wait', 1, 4],
      ['auth', 0.5, 4],
      ['words', 0.5, 3],
      ['turns', 0.25, 12],
      ['no_human', 2, 2],
    ]);
  });

  it.each<[string, object]>([
    ['an unknown key', { ...published, weights: {} }],
    ['a missing signal', { ...published, effort: { ...published.effort, signals: {} } }],
    [
      'a cap of 0',
      {
        ...published,
        effort: {
          ...published.effort,
          signals: { ...published.effort.signals, wait: { weight: 1, cap: 0, owner: 'bot' } },
        },
      },
    ],
    ['bands in the wrong order', { ...published, effort: { ...published.effort, bands: { moderate: 60, high: 20 } } }],
    [
      'no target for other channels',
      { ...published, references: { ...published.references, waitSeconds: { web: 5 } } },
    ],
  ])('are refused with %s', (_name, raw) => {
    expect(() => parseMeasures(raw)).toThrow();
  });
});
