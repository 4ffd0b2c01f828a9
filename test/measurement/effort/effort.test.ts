import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { effort } from '../../../src/measurement/effort/effort.ts';
import type { Effort } from '../../../src/measurement/effort/receipt.ts';
import { measure } from '../../../src/measurement/metric.ts';
import {
  asks,
  type Beat,
  begins,
  enters,
  fails,
  handsOver,
  leaves,
  nobody,
  observes,
  recognises,
  rephrases,
  replies,
  requests,
  says,
  silence,
  step,
  succeeds,
  type Telling,
  tell,
  unmatched,
  wantsPerson,
} from '../story.ts';

const metric = effort(published);

function effortOf(beats: readonly Beat[], telling?: Telling): Effort | undefined {
  return measure(metric, tell(beats, telling));
}

/** What a story counts for each signal, before caps. */
function counts(beats: readonly Beat[], telling?: Telling): Record<string, number> {
  return Object.fromEntries((effortOf(beats, telling)?.rows ?? []).map(({ signal, count }) => [signal, count]));
}

const ask = step('refund', 'ask-order', 12);

describe('effort/v1', () => {
  it('has no value, and not 0, for a conversation in which the customer never spoke', () => {
    expect(effortOf([replies()])).toBeUndefined();
  });

  it('is 0 for a question that is answered at once', () => {
    expect(effortOf([...begins('refund'), replies()])).toMatchObject({
      effort: 0,
      low: 0,
      high: 0,
      band: 'low',
      rows: [],
    });
  });

  it('follows the published formula: two no-matches and one failure make B = 7', () => {
    const story = [...begins('refund'), unmatched(), unmatched(ask), requests('a1'), fails('a1', ask)];
    const receipt = effortOf(story);
    expect(receipt?.points).toBe(7);
    expect(receipt?.effort).toBe(Math.round(1000 * (1 - Math.exp(-7 / 6))) / 10);
    expect(receipt?.rows.map(({ signal, points }) => [signal, points])).toEqual([
      ['no_match', 4],
      ['bot_failure', 3],
    ]);
  });

  it('counts a signal up to its cap only', () => {
    const story = [...begins('refund'), ...Array.from({ length: 9 }, () => unmatched())];
    expect(effortOf(story)?.rows[0]).toMatchObject({ count: 9, counted: 4, points: 8 });
  });

  it.each<[string, readonly Draft[], Record<string, number>]>([
    ['an action that failed for good', [requests('a1'), fails('a1', ask)], { bot_failure: 1 }],
    ['a dead end', [{ type: 'turn.stranded', actor: 'system', data: { at: ask } }], { bot_failure: 1 }],
    ['a halted turn', [{ type: 'turn.halted', actor: 'system', data: { at: ask, steps: 200 } }], { bot_failure: 1 }],
    [
      'a refusal of something in scope',
      [{ type: 'scope.refused', actor: 'bot', data: { at: ask, reason: 'late', owner: null } }],
      { bot_failure: 1 },
    ],
    ['a message nothing was understood of', [unmatched()], { no_match: 1 }],
    ['a question put again', [asks(ask), asks(ask, 'again')], { reprompt: 1 }],
    ['a question put again because the value was wrong', [asks(ask), asks(ask, 'invalid')], { reprompt: 1 }],
    [
      'a correction',
      [{ type: 'slot.corrected', actor: 'customer', data: { at: ask, dialog: 'refund', slot: 'order' } }],
      { correction: 1 },
    ],
    [
      'a confirmation that is negated',
      [{ type: 'confirmation.refused', actor: 'customer', data: { at: ask } }],
      { correction: 1 },
    ],
    [
      'a question what was meant',
      [{ type: 'message.unclear', actor: 'bot', data: { candidates: 2, at: null } }],
      { unclear: 1 },
    ],
    [
      'a way back',
      [{ type: 'dialog.backtracked', actor: 'customer', data: { at: ask, dialog: 'refund' } }],
      { backtrack: 1 },
    ],
    [
      'being sent to another channel, half until contact there is seen',
      [{ type: 'conversation.redirected', actor: 'bot', data: { at: ask, to: 'phone' } }],
      { channel_switch: 0.5 },
    ],
    [
      'a step visited for the third and fourth time',
      [
        { type: 'step.revisited', actor: 'bot', data: { at: ask, visit: 3 } },
        { type: 'step.revisited', actor: 'bot', data: { at: ask, visit: 4 } },
      ],
      { loop: 2 },
    ],
    ['a handoff nobody took', [handsOver(ask, 'dialog'), nobody()], { escalation: 1, no_human: 1 }],
  ])('counts %s', (_name, drafts, expected) => {
    expect(counts([...begins('refund'), ...drafts, replies()])).toEqual(expected);
  });

  it.each<[string, readonly Draft[]]>([
    ['a question that is resumed after a digression', [asks(ask), asks(ask, 'resumed')]],
    [
      'a failed question to the system of record, which goes on beside the conversation',
      [requests('v1', 'verify'), fails('v1')],
    ],
    [
      'a survey and its answer',
      [
        { type: 'survey.asked', actor: 'bot', data: { at: ask, item: 'csat', scale: ['1', '2'] } },
        { type: 'survey.answered', actor: 'customer', data: { at: ask, item: 'csat', value: '1' } },
      ],
    ],
    ['a question that was not asked', [{ type: 'question.skipped', actor: 'bot', data: { at: ask, slot: 'order' } }]],
    ['a dialog begun again after it was finished', [leaves('refund'), enters('refund')]],
  ])('does not count %s', (_name, drafts) => {
    expect(counts([...begins('refund'), ...drafts, replies()])).toEqual({});
  });

  it.each(['cancelled', 'failed'] as const)('counts a restart when a %s dialog is begun again', (how) => {
    expect(counts([...begins('refund'), leaves('refund', how), enters('refund'), replies()])).toEqual({ restart: 1 });
  });

  describe('rephrasing', () => {
    it('counts its probability, and gives the bounds without it and with certainty', () => {
      const receipt = effortOf([...begins('refund'), replies(ask), says(2), rephrases(0.6, 1), replies()]);
      expect(receipt?.rows[0]).toMatchObject({
        signal: 'rephrase',
        count: 0.6,
        points: 0.9,
        probable: true,
        turns: [2],
      });
      expect(receipt?.low).toBe(0);
      expect(receipt?.high).toBe(Math.round(1000 * (1 - Math.exp(-1.5 / 6))) / 10);
    });

    it.each<[string, Draft]>([
      ['a no-match', unmatched()],
      ['a reprompt', asks(ask, 'again')],
    ])('counts 0 directly after %s', (_name, repair) => {
      const { rephrase } = counts([...begins('refund'), repair, says(2), rephrases(0.9, 1), replies()]);
      expect(rephrase).toBeUndefined();
    });

    it('counts when the no-match comes in the same turn, after it', () => {
      const { rephrase } = counts([...begins('refund'), replies(), says(2), unmatched(), rephrases(0.9, 1), replies()]);
      expect(rephrase).toBe(0.9);
    });

    it('counts 0 when both turns were not understood, in whatever order the second turn states it', () => {
      const { rephrase } = counts([
        says(1),
        unmatched(),
        replies(),
        says(2),
        unmatched(),
        rephrases(0.9, 1),
        replies(),
      ]);
      expect(rephrase).toBeUndefined();
    });
  });

  describe('waiting', () => {
    const wait = (seconds: number, channel = 'web') => counts([says(1), seconds, replies(ask)], { channel })['wait'];

    it('counts log2(1 + excess/60) beyond five seconds on the web', () => {
      expect(wait(65)).toBe(1);
      expect(wait(185)).toBe(2);
      expect(wait(5)).toBeUndefined();
    });

    it('allows a messenger ten seconds', () => {
      expect(wait(10, 'telegram')).toBeUndefined();
      expect(wait(70, 'telegram')).toBe(1);
    });

    it('does not take the notice that it takes a moment for an answer', () => {
      const slow: Draft = { type: 'action.slow', actor: 'system', data: { request: 'a1' } };
      const story = [
        ...begins('refund'),
        requests('a1', 'do', ask),
        3,
        slow,
        replies(),
        62,
        succeeds('a1'),
        replies(ask),
      ];
      expect(counts(story)['wait']).toBe(1);
    });

    it('counts a wait once, though the notice itself comes late', () => {
      const slow: Draft = { type: 'action.slow', actor: 'system', data: { request: 'a1' } };
      const story = [
        ...begins('refund'),
        requests('a1', 'do', ask),
        35,
        slow,
        replies(),
        30,
        succeeds('a1'),
        replies(ask),
      ];
      expect(counts(story)['wait']).toBe(1);
    });

    it('belongs to the step whose action took so long, and to the back end', () => {
      const story = [
        ...begins('refund'),
        requests('a1', 'do', ask),
        65,
        succeeds('a1'),
        replies(step('refund', 'done', 20)),
      ];
      const row = effortOf(story)?.rows[0];
      expect(row).toMatchObject({ signal: 'wait', owner: 'backend', steps: [{ step: { line: 12 } }] });
    });

    it('runs from the first of several unanswered messages', () => {
      expect(counts([says(1), 60, says(2), 5, replies()])['wait']).toBe(1);
    });
  });

  describe('the wish for a person', () => {
    it('weighs little when it is served at once', () => {
      const found = counts([...begins('refund'), wantsPerson(), handsOver(), replies()]);
      expect(found).toEqual({ human_request: 1, escalation: 1 });
    });

    it('weighs little when it is served in the next turn', () => {
      const found = counts([says(1), wantsPerson(), replies(), says(2), handsOver(), replies()]);
      expect(found).toEqual({ human_request: 1, escalation: 1 });
    });

    it('weighs much when it is not served within one turn, even if it is later', () => {
      const found = counts([says(1), wantsPerson(), replies(), says(2), replies(), says(3), handsOver(), replies()]);
      expect(found).toEqual({ human_request_again: 1, escalation: 1, turns: 1 });
    });

    it('weighs much when the customer left without being served', () => {
      expect(counts([...begins('refund'), wantsPerson(), replies(), ...silence()])).toEqual({ human_request_again: 1 });
    });

    it('weighs much each further time', () => {
      const found = counts([says(1), wantsPerson(1), handsOver(), replies(), says(2), wantsPerson(2), replies()]);
      expect(found).toEqual({ human_request: 1, human_request_again: 1, escalation: 1 });
    });
  });

  describe('proving who one is', () => {
    const login = step('login', 'mail');
    const refused: Draft = {
      type: 'slot.refused',
      actor: 'bot',
      data: { at: login, dialog: 'login', slot: 'mail', reason: 'invalid' },
    };

    it('counts the questions after the first, and a failed attempt as two', () => {
      const story = [...begins('login', { authenticates: true }), asks(login), refused, asks(login, 'invalid', 'mail')];
      expect(counts([...story, asks(step('login', 'code'), 'first', 'code')])).toEqual({ auth: 3, reprompt: 1 });
    });

    it('counts nothing in dialogs that do not authenticate', () => {
      expect(counts([...begins('login'), asks(login), asks(step('login', 'code'), 'first', 'code')])).toEqual({});
    });
  });

  describe('length', () => {
    const turnsOf = (count: number, ...first: readonly Beat[]): readonly Beat[] => [
      ...first,
      ...Array.from({ length: count - 1 }, (_, index) => [replies(ask), says(index + 2)]).flat(),
      replies(ask),
    ];

    it('counts customer turns over what the dialog says to expect', () => {
      expect(counts(turnsOf(7, ...begins('refund', { expect: { turns: 5 } })))).toEqual({ turns: 2 });
    });

    it('counts customer turns over 2 + 1.5 per slot asked for, where nothing is declared', () => {
      const story = turnsOf(
        6,
        ...begins('refund', { slots: 9 }),
        asks(ask),
        asks(step('refund', 'why'), 'first', 'why'),
      );
      expect(counts(story)).toEqual({ turns: 1 });
    });

    it('adds up what several dialogs need, called ones by their slots', () => {
      const called = { by: 'call', from: ask } as const;
      const story = [
        ...begins('refund'),
        enters('login', called),
        asks(step('login'), 'first', 'mail'),
        enters('voucher'),
      ];
      expect(counts(turnsOf(6, ...story))).toEqual({ turns: 0.5 });
    });

    it('takes a called dialog as part of what its caller declares', () => {
      const called = { by: 'call', from: ask, expect: { turns: 9 } } as const;
      expect(counts(turnsOf(4, ...begins('refund', { expect: { turns: 3 } }), enters('login', called)))).toEqual({
        turns: 1,
      });
    });

    it('does not raise the reference by starting over or by repairs', () => {
      const story = [
        ...begins('refund'),
        leaves('refund', 'cancelled'),
        enters('refund'),
        enters('on.help', { by: 'system' }),
      ];
      expect(counts(turnsOf(3, ...story))).toEqual({ restart: 1, turns: 1 });
    });

    it('counts log2 of the words over twelve a turn', () => {
      expect(counts([...begins('refund', { expect: { turns: 5 } }), observes(240), replies()])).toEqual({ words: 2 });
      expect(counts([...begins('refund', { expect: { turns: 5 } }), observes(60), replies()])).toEqual({});
    });

    it('does not count words nobody counted', () => {
      expect(counts([...begins('refund'), replies()])).toEqual({});
    });
  });

  describe('the cause', () => {
    it('is the step with its file, line and program, and the owner its dialog names', () => {
      const receipt = effortOf([...begins('refund', { owner: 'billing-content' }), unmatched(ask)], { program: 'p7' });
      expect(receipt?.rows[0]).toMatchObject({ owner: 'billing-content', turns: [1] });
      expect(receipt?.rows[0]?.steps).toEqual([
        { step: { ...ask, version: 'p7' }, owner: 'billing-content', count: 1 },
      ]);
    });

    it.each<[string, readonly Draft[], string]>([
      ['the back end for a failed action', [requests('a1'), fails('a1', ask)], 'backend'],
      ['content for a no-match', [unmatched(ask)], 'content'],
      [
        'policy for a refusal',
        [{ type: 'scope.refused', actor: 'bot', data: { at: ask, reason: 'x', owner: null } }],
        'policy',
      ],
      [
        'whom the refusal names',
        [{ type: 'scope.refused', actor: 'bot', data: { at: ask, reason: 'x', owner: 'legal' } }],
        'legal',
      ],
    ])('is %s, where the dialog names nobody', (_name, drafts, owner) => {
      expect(effortOf([...begins('refund'), ...drafts])?.rows[0]?.owner).toBe(owner);
    });
  });

  it('counts messages that were taken together as one turn', () => {
    expect(counts([says(1), says(1), says(1), says(1), recognises(null), replies()])).toEqual({});
  });
});
