import { describe, expect, it } from 'vitest';
import type { Draft, Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { cumulativeEffort } from '../../../src/measurement/cumulative-effort.ts';
import { effort } from '../../../src/measurement/effort/effort.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { factsOfChain, foldChain } from '../../../src/measurement/fold-chain.ts';
import { foldConversation, readConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import { measure } from '../../../src/measurement/metric.ts';
import { canonicalJson } from '../../../src/reports/facts/canonical-json.ts';
import {
  asks,
  type Beat,
  begins,
  enters,
  handsOver,
  maturity,
  opens,
  reaches,
  recognises,
  rephrases,
  replies,
  says,
  silence,
  start,
  step,
  type Telling,
  tell,
  unmatched,
} from '../story.ts';

const ask = step('refund', 'ask-order', 12);
const refund = begins('refund', { goal: 'refund' });

function counts(events: readonly Event[]): Record<string, number> {
  const rows = measure(effort(published), events)?.rows ?? [];
  return Object.fromEntries(rows.map(({ signal, count }) => [signal, Math.round(1000 * count) / 1000]));
}

function accepts(agent: string): Draft {
  return { type: 'handoff.accepted', actor: 'agent', data: { handoff: 'h1', agent } };
}

function agentSays(): Draft {
  return { type: 'bot.said', actor: 'agent', data: { at: null, choices: 0, expectsInput: false } };
}

function redirects(): Draft {
  return { type: 'conversation.redirected', actor: 'bot', data: { at: ask, to: 'phone' } };
}

function fills(slot: string, from: 'answer' | 'record' = 'answer'): Draft {
  return {
    type: 'slot.filled',
    actor: 'customer',
    data: { dialog: 'refund', slot, type: 'text', from, shared: false, valid: true },
  };
}

function hears(...keys: readonly string[]): Draft {
  const data = { model: 'm1', threshold: 0.5, accepted: null, candidates: [], keys: [...keys] };
  return { type: 'intent.recognised', actor: 'bot', data };
}

function links(channel: string, id = 'c2/1'): Draft {
  const data = { case: id, root: 'c1/1', to: 'c1', by: 'intent', afterMs: 1000, channel } as const;
  return { type: 'case.linked', actor: 'system', data };
}

/** The case of c1, and one of another conversation that goes on with it. */
function chain(first: readonly Beat[], second: readonly Beat[], telling: Telling): Facts {
  const here = tell(first);
  const there = tell(second, { conversation: 'c2', ...telling });
  const stretches = [
    { case: 'c1/1', events: here },
    { case: 'c2/1', events: there },
  ];
  return factsOfChain(published, { id: 'c1/1', startedAt: start, chain: foldChain(published, stretches) });
}

function comesBack(...more: readonly Beat[]): readonly Beat[] {
  return [says(1), recognises('refund.wanted'), opens('c2/1'), ...more, replies(), links('telegram')];
}

const later = { startAt: start + 2 * 86_400_000, channel: 'telegram' };
const solved: readonly Beat[] = [...refund, replies(), reaches('refund'), replies(ask), ...silence()];

function signalsOf({ burdens }: Facts): Record<string, number> {
  return Object.fromEntries(burdens.map(({ signal, count }) => [signal, count]));
}

describe('people', () => {
  it('who take over late were waited for: beyond two minutes in the queue, beyond one for an answer', () => {
    const story = [...refund, replies(), handsOver(ask, 'dialog'), 300, accepts('ann')];
    expect(counts(tell(story))).toEqual({ escalation: 1, wait: 2 });
    expect(counts(tell([...story, says(2), 60, agentSays()]))).toEqual({ escalation: 1, wait: 2 });
    expect(counts(tell([...story, says(2), 120, agentSays()]))).toEqual({ escalation: 1, wait: 3 });
  });

  it('in the queue are waited for as long as was promised first, whether they come or the customer leaves', () => {
    const line = (waitSeconds: number | null): Draft => ({
      type: 'handoff.queued',
      actor: 'system',
      data: { handoff: 'h1', team: null, position: 2, waitSeconds },
    });
    const left: Draft = { type: 'handoff.left', actor: 'customer', data: { handoff: 'h1' } };
    const asked = [...refund, replies(), handsOver(ask, 'dialog')];
    expect(counts(tell([...asked, line(600), 600, accepts('ann')]))).toEqual({ escalation: 1 });
    expect(counts(tell([...asked, line(600), 660, accepts('ann')]))).toEqual({ escalation: 1, wait: 1 });
    expect(counts(tell([...asked, line(60), 30, line(600), 90, accepts('ann')]))).toEqual({ escalation: 1, wait: 1 });
    expect(counts(tell([...asked, line(null), 300, left]))).toEqual({ escalation: 1, wait: 2 });
    expect(counts(tell([...asked, line(600), 60, left, 86_400, replies()]))).toEqual({ escalation: 1 });
  });

  it('who are gone again are waited for anew, and what is said to the queue is answered when they come', () => {
    const lost: Draft = { type: 'handoff.lost', actor: 'system', data: { handoff: 'h1', agent: 'ann' } };
    const speaks: Draft = {
      type: 'agent.said',
      actor: 'agent',
      data: { handoff: 'h1', agent: 'ann', characters: 5 },
      words: { text: 'Hello', name: 'Ann' },
    };
    const story = [...refund, replies(), handsOver(ask, 'dialog'), 10, accepts('ann')];
    expect(counts(tell([...story, lost, 180, accepts('ann')]))).toEqual({ escalation: 1, wait: 1 });
    const queued = [...refund, replies(), handsOver(ask, 'dialog'), says(2), 100, accepts('ann')];
    expect(counts(tell([...queued, 60, speaks]))).toEqual({ escalation: 1 });
    expect(counts(tell([...queued, 120, speaks, 600, speaks]))).toEqual({ escalation: 1, wait: 1 });
  });

  it('who are not there, as was said, are not waited for: closed hours count for nothing', () => {
    const closed: Draft = { type: 'handoff.unavailable', actor: 'system', data: { handoff: 'h1', why: 'closed' } };
    const night = [...refund, replies(), handsOver(ask, 'dialog'), closed, replies(), 43_200];
    expect(counts(tell([...night, accepts('ann'), agentSays()]))).toEqual({ escalation: 1, no_human: 1 });
  });

  it('beyond the first are a transfer, once, whether it was announced or not', () => {
    const first = [...refund, replies(), handsOver(ask, 'dialog'), accepts('ann')];
    const handed: Draft = { type: 'handoff.transferred', actor: 'agent', data: { handoff: 'h1', team: 'billing' } };
    expect(counts(tell([...first, accepts('ann')]))).toEqual({ escalation: 1 });
    expect(counts(tell([...first, accepts('bob')]))).toEqual({ escalation: 1, transfer: 1 });
    expect(counts(tell([...first, handed, accepts('bob')]))).toEqual({ escalation: 1, transfer: 1 });
    expect(counts(tell([...first, handed, accepts('bob'), handed, accepts('eve')]))).toMatchObject({ transfer: 2 });
  });
});

describe('telling it again', () => {
  const told: readonly Beat[] = [...refund, hears('order:1a2b'), fills('order'), fills('mail', 'record'), replies()];

  it('is no burden before a person takes over', () => {
    expect(counts(tell([...told, asks(ask)]))).toEqual({});
  });

  it('is one where a slot the customer filled is asked for after that, once', () => {
    const over = [...told, handsOver(ask, 'dialog'), accepts('ann')];
    expect(counts(tell([...over, asks(ask), asks(ask)]))).toEqual({ escalation: 1, told_again: 1 });
    expect(counts(tell([...over, asks(ask, 'first', 'mail')]))).toEqual({ escalation: 1 });
  });

  it('is one where a value they gave is heard again', () => {
    const over = [...told, handsOver(ask, 'dialog'), accepts('ann'), says(2)];
    expect(counts(tell([...over, hears('order:1a2b'), hears('order:1a2b')]))).toEqual({ escalation: 1, told_again: 1 });
    expect(counts(tell([...over, hears('order:9999')]))).toEqual({ escalation: 1 });
  });

  it('is one on another channel', () => {
    const facts = chain([...told, reaches('refund'), ...silence()], comesBack(enters('refund'), asks(ask)), later);
    expect(signalsOf(facts)).toMatchObject({ told_again: 1, repeat_contact: 1 });
  });
});

describe('coming back', () => {
  it('with what was all said is a repeated contact, and reopens the case', () => {
    const facts = chain(solved, comesBack(), later);
    expect(signalsOf(facts)).toMatchObject({ repeat_contact: 1 });
    expect(facts).toMatchObject({ returns: 1, outcome: { reopened: true }, conversations: ['c1', 'c2'] });
  });

  it('after a pause of their own is no burden, and reopens nothing', () => {
    const facts = chain([...refund, asks(ask), replies()], comesBack(), { startAt: start + 3_600_000, channel: 'web' });
    expect(signalsOf(facts)).toEqual({});
    expect(facts.outcome.reopened).not.toBe(true);
  });

  it('where the next move was ours is another sitting: a message without an answer, a person who never came, a promise overdue', () => {
    const hour = 3600;
    const promised: Draft = {
      type: 'promise.made',
      actor: 'bot',
      data: { at: ask, what: 'a call', withinMs: 1, promise: 'p1' },
    };
    const due: Draft = { type: 'promise.due', actor: 'system', data: { promise: 'p1', what: 'a call' } };
    const kept: Draft = { type: 'promise.kept', actor: 'system', data: { promise: 'p1', what: 'a call' } };
    expect(counts(tell([...refund, hour, says(2)]))).toMatchObject({ sitting: 1 });
    expect(counts(tell([...refund, replies(), handsOver(), hour, says(2)]))).toMatchObject({ sitting: 1 });
    expect(counts(tell([...refund, promised, replies(), due, hour, says(2)]))).toMatchObject({ sitting: 1 });
    expect(counts(tell([...refund, promised, replies(), due, kept, hour, says(2)]))).toEqual({});
    expect(counts(tell([...refund, asks(ask), replies(), hour, says(2)]))).toEqual({});
    expect(counts(tell([...refund, 60, says(2)]))).toEqual({});
  });
});

describe('another channel', () => {
  it('to which the customer is sent is half a burden while they are not seen there, and a whole one then', () => {
    expect(measure(effort(published), tell([...refund, redirects(), replies()]))?.rows).toMatchObject([
      { signal: 'channel_switch', count: 0.5, probable: true },
    ]);
    const facts = chain([...refund, redirects(), replies(), ...silence()], comesBack(), later);
    expect(facts.burdens).toMatchObject([{ signal: 'channel_switch', count: 1, probable: false }]);
  });

  it('to which they go by themselves since the bot had nothing for them is a change of channel too', () => {
    const facts = chain([...refund, unmatched(), replies(), ...silence()], comesBack(), later);
    expect(signalsOf(facts)).toMatchObject({ channel_switch: 1, no_match: 1 });
  });
});

describe('a rephrasing', () => {
  it('in a language in which the detector is not proven is shown and weighs nothing', () => {
    const story = [...refund, replies(), says(2), rephrases(0.9, 1), replies()];
    expect(counts(tell(story, { locale: 'de-AT' }))).toEqual({ rephrase: 0.9 });
    const found = measure(effort(published), tell(story, { locale: 'fi' }));
    expect(found).toMatchObject({ effort: 0, high: 0, rows: [{ signal: 'rephrase', count: 0, points: 0 }] });
  });
});

describe('the facts of a case', () => {
  it('do not grow with its length', () => {
    const turn = (n: number): readonly Beat[] => [
      says(n),
      unmatched(step('refund', `s${n}`, n)),
      asks(ask, 'again'),
      { type: 'turn.stranded', actor: 'system', data: { at: ask } },
      { type: 'human.requested', actor: 'customer', data: { count: n } },
      replies(),
    ];
    const bytes = (turns: number): number => {
      const beats = [...refund, ...Array.from({ length: turns }, (_, n) => turn(n + 2)).flat()];
      const fold = foldConversation(published, startConversation, tell(beats));
      return canonicalJson(readConversation(published, 'c1', fold)).length;
    };
    expect(bytes(2_000)).toBeLessThan(bytes(300) + 100);
  });
});

describe('the effort of a customer over time', () => {
  it('weighs the last case most, and counts the hard ones of ninety days', () => {
    const day = 86_400_000;
    const at = (closedAt: number, value: number) => ({ closedAt: closedAt * day, effort: value });
    expect(cumulativeEffort(published, [], 0)).toBeUndefined();
    expect(cumulativeEffort(published, [at(1, 50)], 2 * day)).toEqual({ value: 50, hardCases: 0 });
    // 0.6 · (0.6 · 50 + 0.4 · 70) + 0.4 · 0
    expect(cumulativeEffort(published, [at(3, 0), at(1, 50), at(2, 70)], 4 * day)).toEqual({
      value: 34.8,
      hardCases: 1,
    });
    expect(cumulativeEffort(published, [at(1, 70)], 100 * day)).toEqual({ value: 70, hardCases: 0 });
  });
});

describe('a case that is over', () => {
  it('is final only once the window of the conversation it was last in has passed', () => {
    const facts = chain([...refund, reaches('refund'), replies(), ...maturity()], comesBack(), {
      startAt: start + 6 * 86_400_000,
      channel: 'telegram',
    });
    expect(facts.outcome.final).toBe(false);
  });
});
