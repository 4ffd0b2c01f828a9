import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/events/event.ts';
import type { StepRef } from '../../../src/events/step-ref.ts';
import { published, type Reason } from '../../../src/measurement/constants/measures.ts';
import { measure } from '../../../src/measurement/metric.ts';
import { type Outcome, outcome } from '../../../src/measurement/outcome/outcome.ts';
import {
  asks,
  type Beat,
  begins,
  enters,
  fails,
  handsOver,
  leaves,
  maturity,
  nobody,
  opens,
  reaches,
  recognises,
  replies,
  requests,
  says,
  silence,
  states,
  step,
  succeeds,
  tell,
  unmatched,
  verifies,
  wantsPerson,
} from '../story.ts';

const metric = outcome(published);

function outcomeOf(beats: readonly Beat[]): Outcome {
  const found = measure(metric, tell(beats));
  if (!found) throw new Error('an outcome is never undefined');
  return found;
}

function answered(at: StepRef): Draft {
  return { type: 'question.closed', actor: 'customer', data: { at, how: 'answered' } };
}

function stateOf(...beats: readonly Beat[]): string {
  return outcomeOf(beats).state;
}

const ask = step('refund', 'ask-order', 12);
const refund = begins('refund', { goal: 'refund' });
const done: readonly Beat[] = [...refund, reaches('refund'), replies(), leaves('refund')];
const pending: readonly Beat[] = [...refund, reaches('refund', ask, true), requests('v1', 'verify'), replies()];
const answer = replies({ dialog: 'answers', step: 'hours.ask', file: 'intents/service.en.yaml', line: 144 });
const courtesy: readonly Beat[] = [
  says(1),
  recognises('greeting'),
  opens(),
  {
    type: 'bot.said',
    actor: 'bot',
    data: { at: answer.type === 'bot.said' ? answer.data.at : null, choices: 0, expectsInput: false, smallTalk: true },
  },
];
const faq: readonly Beat[] = [says(1), recognises('hours.ask'), opens(), answer];

describe('outcome/v1', () => {
  it.each<[string, string, readonly Beat[]]>([
    ['unengaged', 'nobody spoke', [replies()]],
    ['open', 'the customer is in a dialog', [...refund, replies(), asks(ask)]],
    ['open', 'the goal was just reached', done],
    ['resolved_verified', 'the system of record says so', [...pending, succeeds('v1'), verifies('refund', true)]],
    ['resolved_confirmed', 'the customer says so', [...done, states('yes')]],
    ['resolved_assumed', 'the goal step is followed by a day of silence', [...done, ...silence()]],
    ['resolved_assumed', 'a short answer is followed by a day of silence', [...faq, ...silence()]],
    ['unresolved', 'courtesy is answered with courtesy, and nothing else was said', [...courtesy, ...silence()]],
    ['escalated_unresolved', 'nobody is there', [...refund, wantsPerson(), handsOver(), nobody(), replies()]],
    [
      'escalated_unresolved',
      'nobody is there and a ticket was written instead, as the system of record confirms',
      [
        ...begins('chat', { by: 'intent' }),
        wantsPerson(),
        handsOver(),
        nobody(),
        enters('on.unavailable', { by: 'system', intent: null, goal: 'answer-promised' }),
        enters('write-ticket', { by: 'call', intent: null, from: step('on.unavailable'), goal: 'ticket' }),
        reaches('ticket', step('write-ticket')),
        leaves('write-ticket'),
        reaches('answer-promised', step('on.unavailable'), true),
        verifies('answer-promised', true),
        replies(),
        leaves('on.unavailable'),
        ...silence(),
      ],
    ],
    [
      'resolved_verified',
      'nobody is there, and the refund the customer came for was booked after all',
      [
        ...refund,
        wantsPerson(),
        handsOver(),
        nobody(),
        enters('on.unavailable', { by: 'system', intent: null, goal: 'answer-promised' }),
        reaches('answer-promised', step('on.unavailable'), true),
        leaves('on.unavailable'),
        reaches('refund', step('refund', 'done'), true),
        verifies('answer-promised', false),
        verifies('refund', true),
        replies(),
      ],
    ],
    ['open', 'a person may still come', [...refund, handsOver(), replies()]],
    [
      'escalated_unresolved',
      'no person came and the customer is gone',
      [...refund, handsOver(), replies(), ...silence()],
    ],
    ['unresolved', 'the customer says so', [...done, states('no')]],
    ['unresolved', 'the customer says partly', [...done, states('partly')]],
    [
      'unresolved',
      'a failure was announced',
      [...refund, { type: 'goal.failed', actor: 'bot', data: { at: ask, goal: 'refund' } }, replies()],
    ],
    [
      'unresolved',
      'nothing was ever understood',
      [says(1), recognises(null), opens(), unmatched(), replies(), ...silence(), unmatched()],
    ],
    [
      'unresolved',
      'the system of record says it never happened',
      [...pending, succeeds('v1'), verifies('refund', false)],
    ],
    [
      'unresolved',
      'the dialog came to its end without the goal step',
      [...refund, replies(), leaves('refund'), ...silence()],
    ],
    ['abandoned', 'the customer left before the goal step', [...refund, asks(ask), replies(), ...silence()]],
    ['out_of_scope', 'all that was recognised is out of scope', [says(1), recognises('oos'), opens(), replies()]],
    ['out_of_scope', 'it is below an out-of-scope intent', [says(1), recognises('oos.weather'), opens(), replies()]],
  ])('is %s when %s', (state, _when, beats) => {
    expect(stateOf(...beats)).toBe(state);
  });

  describe('traps', () => {
    it('does not take silence for success: without a goal step nobody was helped', () => {
      expect(stateOf(...begins('hours'), replies(), leaves('hours'), ...maturity())).toBe('unresolved');
    });

    it('does not take an action that succeeded for a solved issue', () => {
      const story = [...refund, requests('a1', 'do', ask), succeeds('a1'), replies(), ...maturity()];
      expect(stateOf(...story)).toBe('abandoned');
    });

    it('does not take a declared verification for one that was made', () => {
      expect(stateOf(...pending, ...silence())).toBe('resolved_assumed');
    });

    it('keeps a conversation no bot touched out of the denominators', () => {
      const agent: Draft = { ...replies(), actor: 'agent' };
      expect(stateOf(says(1), agent, ...silence())).toBe('unengaged');
    });

    it('takes the end of a conversation for leaving, never for silence after a goal', () => {
      const ended: Draft = { type: 'conversation.ended', actor: 'customer', data: { by: 'customer' } };
      expect(stateOf(...refund, asks(ask), replies(), ended)).toBe('abandoned');
      expect(stateOf(...done, ended)).toBe('open');
    });
  });

  describe('precedence', () => {
    it('puts the customer’s no above the system of record, and lists the conflict', () => {
      const found = outcomeOf([...pending, succeeds('v1'), verifies('refund', true), states('no')]);
      expect(found.state).toBe('unresolved');
      expect(found.conflicts).toEqual([{ stronger: 'customer_no', overruled: 'system_of_record', turn: 1 }]);
    });

    it('puts the system of record above the customer’s yes', () => {
      const found = outcomeOf([...pending, states('yes'), succeeds('v1'), verifies('refund', false)]);
      expect(found.state).toBe('unresolved');
      expect(found.conflicts).toEqual([{ stronger: 'system_of_record', overruled: 'customer_yes', turn: 1 }]);
    });

    it('puts the customer’s yes above silence', () => {
      expect(stateOf(...done, states('yes'), ...silence())).toBe('resolved_confirmed');
    });

    it('takes what the customer said last', () => {
      const found = outcomeOf([...done, states('no'), says(2), replies(), states('yes')]);
      expect(found.state).toBe('resolved_confirmed');
      expect(found.evidence.map(({ source }) => source)).toEqual(['customer_no', 'customer_yes']);
      expect(found.conflicts).toEqual([{ stronger: 'customer_yes', overruled: 'customer_no', turn: 1 }]);
    });

    it('forgets a handoff nobody took once the goal is reached after it', () => {
      expect(stateOf(...refund, handsOver(), nobody(), says(2), reaches('refund'), replies(), ...silence())).toBe(
        'resolved_assumed',
      );
    });
  });

  describe('goals', () => {
    const two = [...done, says(2), recognises('voucher.wanted'), enters('voucher', { goal: 'voucher' })];

    it('are all needed: one left behind leaves the case abandoned', () => {
      expect(stateOf(...two, asks(step('voucher'), 'first', 'code'), replies(), ...silence())).toBe('abandoned');
      expect(stateOf(...two, reaches('voucher', step('voucher')), replies(), ...silence())).toBe('resolved_assumed');
    });

    it('do not count once the customer has called them off for another', () => {
      const misled = [...refund, leaves('refund', 'cancelled'), says(2), enters('voucher', { goal: 'voucher' })];
      expect(stateOf(...misled, reaches('voucher', step('voucher')), replies(), ...silence())).toBe('resolved_assumed');
      expect(stateOf(...refund, leaves('refund', 'cancelled'), replies(), ...silence())).toBe('abandoned');
    });

    describe('begun by mistake', () => {
      const stock = [...begins('stock', { goal: 'stock-told' }), replies(), asks(step('stock'))];
      const other = [says(2), recognises('order.status'), enters('order-status', { goal: 'order-located' })];
      const located = reaches('order-located', step('order-status', 'tell'), true);
      const told = [...other, located, replies(), leaves('order-status'), asks(step('stock'), 'first')];

      it('and never answered do not count where the customer went on to another that was reached', () => {
        expect(stateOf(...stock, ...told)).toBe('open');
        expect(outcomeOf([...stock, ...told, ...silence()])).toMatchObject({
          state: 'resolved_assumed',
          goals: [{ state: 'passed_over' }, { state: 'reached' }],
          evidence: [{ source: 'goal_silence', value: true }],
        });
      });

      it('are only assumed to be, whatever the record says of the other, so that people look at them', () => {
        const verified = verifies('order-located', true);
        expect(stateOf(...stock, ...told, verified)).toBe('open');
        expect(stateOf(...stock, ...told, verified, ...silence())).toBe('resolved_assumed');
        expect(stateOf(...stock, ...told, verifies('order-located', false), ...silence())).toBe('unresolved');
        expect(stateOf(...stock, ...told, states('yes'))).toBe('resolved_confirmed');
      });

      it('count when one question was answered there, before or after: then they were meant', () => {
        const answers = answered(step('stock'));
        expect(stateOf(...stock, says(2), answers, ...told, ...silence())).toBe('abandoned');
        expect(stateOf(...stock, ...told, says(3), answers, ...silence())).toBe('abandoned');
        const fills: Draft = {
          type: 'slot.filled',
          actor: 'customer',
          data: { dialog: 'stock', slot: 'order', type: 'text', from: 'answer', shared: false, valid: false },
        };
        expect(stateOf(...stock, says(2), fills, ...told, ...silence())).toBe('abandoned');
      });

      it('count when the question was answered in a dialog they called', () => {
        const proves = [enters('login', { by: 'call', from: step('stock') }), says(2), answered(step('login'))];
        expect(stateOf(...stock, ...proves, ...told, ...silence())).toBe('abandoned');
      });

      it('count when the other was not reached, or was there before', () => {
        expect(stateOf(...stock, ...other, replies(), ...silence())).toBe('abandoned');
        expect(stateOf(...two, asks(step('voucher')), replies(), ...silence())).toBe('abandoned');
      });

      it('count when what was reached is a step of their own, or when they are asked for again', () => {
        const inside = [enters('login', { by: 'call', from: step('stock'), goal: 'known' })];
        expect(stateOf(...stock, ...inside, reaches('known', step('login')), replies(), ...silence())).toBe(
          'abandoned',
        );
        const again = [says(3), recognises('stock.wanted'), enters('stock', { goal: 'stock-told' }), replies()];
        expect(stateOf(...stock, ...told, ...again, ...silence())).toBe('abandoned');
      });
    });

    it('of a called dialog are a means: it need not be reached when the caller’s is', () => {
      const story = [...refund, enters('login', { by: 'call', from: ask, goal: 'identity' }), leaves('login')];
      expect(stateOf(...story, reaches('refund'), replies(), ...silence())).toBe('resolved_assumed');
    });

    it('keep the case open while one is in progress, whatever became of the others', () => {
      const failed: Draft = { type: 'goal.failed', actor: 'bot', data: { at: ask, goal: 'refund' } };
      expect(stateOf(...refund, failed, replies(), says(2), enters('voucher', { goal: 'voucher' }), replies())).toBe(
        'open',
      );
    });
  });

  it.each<[string, readonly Beat[]]>([
    ['form', [asks(ask), replies()]],
    ['auth', [enters('login', { by: 'call', from: ask, authenticates: true }), asks(step('login')), replies()]],
    ['waiting', [requests('a1', 'do', ask)]],
    ['after_failure', [replies(), asks(ask), says(2), requests('a1'), fails('a1'), replies(), asks(ask, 'again')]],
    [
      'after_offer',
      [
        replies(),
        {
          type: 'question.asked',
          actor: 'bot',
          data: { at: ask, kind: 'offer', slot: null, attempt: 1, reason: 'first' },
        },
      ],
    ],
  ])('says that the customer left at: %s', (at, beats) => {
    expect(outcomeOf([...refund, ...beats, ...silence()])).toMatchObject({ state: 'abandoned', at });
  });

  describe('time', () => {
    it('makes an outcome final only by the event that the window is over', () => {
      expect(outcomeOf([...done, ...silence()]).final).toBe(false);
      expect(outcomeOf([...done, ...maturity()]).final).toBe(true);
    });

    it('keeps it provisional while the system of record is still to be asked', () => {
      expect(outcomeOf([...pending, ...maturity()]).final).toBe(false);
      const again: Draft = {
        type: 'timer.set',
        actor: 'system',
        data: { timer: 't9', kind: 'goal.verify', dueInMs: 1, request: 'v1' },
      };
      expect(outcomeOf([...pending, succeeds('v1'), again, ...maturity()]).final).toBe(false);
      expect(outcomeOf([...pending, ...maturity(), succeeds('v1'), verifies('refund', true)])).toMatchObject({
        state: 'resolved_verified',
        final: true,
      });
    });

    it('opens a silent case again when the customer speaks', () => {
      expect(stateOf(...refund, asks(ask), replies(), ...silence(), says(2), replies())).toBe('open');
    });
  });

  it('reads the evidence as a probability from the published table', () => {
    const probability = (by: Reason): number => {
      const odds = published.outcome.resolvedOdds[by];
      return Math.round((1000 * odds) / (1 + odds)) / 1000;
    };
    expect(outcomeOf([...done, ...silence()]).resolved).toBe(probability('goal_silence'));
    expect(outcomeOf([...done, states('no')]).resolved).toBe(probability('customer_no'));
    expect(outcomeOf([replies()]).resolved).toBe(probability('nothing'));
    expect(probability('customer_no')).toBeLessThan(probability('goal_silence'));
    expect(probability('goal_silence')).toBeLessThan(probability('customer_yes'));
  });
});
