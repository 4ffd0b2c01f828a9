/** The ways in which figures of bots commonly lie (measurement §3): each has a test that fails where the trap is fallen into. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { factsOfChain, foldChain } from '../../../src/measurement/fold-chain.ts';
import { foldConversation, readConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import { isResolved } from '../../../src/measurement/outcome/outcome-states.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { anyStory } from '../any-story.ts';
import {
  asks,
  type Beat,
  begins,
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
  start,
  states,
  step,
  succeeds,
  type Telling,
  tell,
} from '../story.ts';

const ask = step('refund', 'ask-order', 12);
const refund = begins('refund', { goal: 'refund' });
const solved: readonly Beat[] = [...refund, reaches('refund'), replies(), leaves('refund')];

function factsOf(events: readonly Event[]): readonly Facts[] {
  return readConversation(published, 'c1', foldConversation(published, startConversation, events));
}

function one(beats: readonly Beat[], telling?: Telling): Facts {
  const [facts] = factsOf(tell(beats, telling));
  if (!facts) throw new Error('no case');
  return facts;
}

function isDurable({ outcome }: Facts): boolean {
  return outcome.final && isResolved(outcome.state) && outcome.reopened !== true;
}

function report(facts: readonly Facts[]) {
  const query = { from: null, to: null, zone: 'UTC', asOf: start + 30 * 86_400_000, filters: {}, by: null, seed: 1 };
  return buildReport(facts, query, published);
}

/** The same facts as of so many customers, each with a case of their own. */
function many(facts: Facts, n: number): readonly Facts[] {
  const { state } = facts.outcome;
  return Array.from({ length: n }, (_, i) => ({ ...facts, case: `${facts.case}${state}${i}`, customer: `k${i}` }));
}

function comesBack(telling: Telling, ...end: readonly Beat[]): Facts {
  const data = { case: 'c2/1', root: 'c1/1', to: 'c1', by: 'intent', afterMs: 1, channel: 'telegram' } as const;
  const link: Draft = { type: 'case.linked', actor: 'system', data };
  const there = tell([says(1), recognises('refund.wanted'), opens('c2/1'), replies(), link, ...end], {
    conversation: 'c2',
    channel: 'telegram',
    startAt: start + 2 * 86_400_000,
    ...telling,
  });
  const stretches = [
    { case: 'c1/1', events: tell([...solved, ...silence()]) },
    { case: 'c2/1', events: there },
  ];
  return factsOfChain(published, { id: 'c1/1', startedAt: start, chain: foldChain(published, stretches) });
}

describe('the trap', () => {
  it('silence counted as success: who goes away in the midst of it has left', () => {
    expect(one([...refund, asks(ask), replies(), ...maturity()]).outcome.state).toBe('abandoned');
    expect(one([says(1), recognises(null), opens(), replies(), ...maturity()]).outcome.state).toBe('unresolved');
  });

  it('asking only after success: what was confirmed is a share of all cases, not of those asked', () => {
    const cases = [
      ...many(one([...solved, states('yes'), ...maturity()]), 10),
      ...many(one([...refund, asks(ask), replies(), ...maturity()]), 30),
    ];
    expect(report(cases).resolution.low).toBe(0.25);
  });

  it('coming back on another channel unseen: it is the same case, and did not last', () => {
    const facts = comesBack({}, ...maturity('c2/1'));
    expect(facts.outcome).toMatchObject({ reopened: true, final: true });
    expect(isDurable(facts)).toBe(false);
  });

  it('a rate over conversations in which no bot took part: they are counted and stand in no denominator', () => {
    const untouched = one([says(1), opens(), ...maturity()]);
    expect(untouched.engaged).toBe(false);
    const { cases } = report([...many(untouched, 20), ...many(one([...solved, ...maturity()]), 10)]);
    expect(cases).toMatchObject({ all: 30, engaged: 10, unengaged: 20 });
  });

  it('an action that was carried out counted as solved: only the goal step is', () => {
    const acted = [...refund, requests('a1', 'do', ask), succeeds('a1'), replies(), leaves('refund'), ...maturity()];
    expect(isResolved(one(acted).outcome.state)).toBe(false);
  });

  it('a state that is set instead of events: what is learned later decides, and what was known stays listed', () => {
    const later = one([...solved, ...silence(), 60, states('no'), ...maturity()]);
    expect(later.outcome.state).toBe('unresolved');
    expect(later.outcome.evidence.map(({ source }) => source)).toContain('goal_silence');
    expect(later.outcome.conflicts).toContainEqual({ stronger: 'customer_no', overruled: 'goal_silence', turn: 1 });
  });

  it('nothing shown as 0 %: it is no data, and few cases are too few', () => {
    expect(report([]).goodExperience).toEqual({ kind: 'no_data', n: 0 });
    expect(report(many(one([...solved, ...maturity()]), 4)).goodExperience).toEqual({ kind: 'too_few', n: 4 });
    expect(one([replies()]).effort).toBeNull();
  });

  it('young weeks held against old ones: what may still be reopened is not durable yet', () => {
    const young = one([...solved, ...silence()], {});
    expect(young.outcome).toMatchObject({ state: 'resolved_assumed', final: false });
    expect(isDurable(young)).toBe(false);
    expect(isDurable(one([...solved, ...maturity()]))).toBe(true);
  });
});

describe('coming back', () => {
  it('never makes a case durable that was not, and never changes what it was', () => {
    const plain = one([...solved, ...maturity()]);
    fc.assert(
      fc.property(fc.constantFrom<readonly Beat[]>([], silence('c2/1'), maturity('c2/1')), (end) => {
        const facts = comesBack({}, ...end);
        expect(isDurable(facts)).toBe(false);
        if (facts.outcome.state !== 'open') expect(facts.outcome.state).toBe(plain.outcome.state);
      }),
    );
  });

  it('is not ruled out where the customer would not be known again', () => {
    expect(one([...solved, ...maturity()]).outcome.reopened).toBeNull();
    const known = tell([...solved, ...maturity()]).map((event) =>
      event.type === 'conversation.started' ? { ...event, data: { ...event.data, identified: true } } : event,
    );
    expect(factsOf(known)[0]?.outcome.reopened).toBe(false);
  });
});

describe('all cases', () => {
  it('are those in the denominators and those that stand in none, each once', () => {
    fc.assert(
      fc.property(fc.array(anyStory(), { maxLength: 6 }), (stories) => {
        const facts = stories.flatMap(factsOf);
        const { cases, outcomes } = report(facts);
        expect(cases.unengaged + cases.spamTest + cases.engaged).toBe(cases.all);
        expect(cases.inScope + cases.outOfScope).toBe(cases.engaged);
        expect(cases.open + cases.provisional + cases.final).toBe(cases.engaged);
        expect(Object.values(outcomes).reduce((sum, n) => sum + n, 0)).toBe(cases.all);
      }),
      { numRuns: 30 },
    );
  });

  it('of who tries the bot out stand in none', () => {
    const events = tell([...solved, ...maturity()]).map((event) =>
      event.type === 'conversation.started' ? { ...event, data: { ...event.data, entryPoint: 'test' } } : event,
    );
    const [facts] = factsOf(events);
    expect(facts).toMatchObject({ engaged: false, outcome: { state: 'spam_test' } });
    expect(report(facts ? [facts] : []).cases).toMatchObject({ all: 1, engaged: 0, spamTest: 1 });
  });
});

describe('people', () => {
  const handed: readonly Beat[] = [...refund, replies(), handsOver(ask, 'dialog')];
  const closed = (solvedBy: 'yes' | 'partly' | 'no'): Draft => ({
    type: 'handoff.closed',
    actor: 'agent',
    data: { handoff: 'h1', disposition: 'done', solved: solvedBy },
  });

  it('decide by what they note, below what the customer says and above silence', () => {
    expect(one([...handed, closed('yes'), ...maturity()]).outcome).toMatchObject({
      state: 'escalated_resolved',
      by: 'agent_yes',
    });
    expect(one([...handed, closed('partly'), ...maturity()]).outcome.state).toBe('escalated_unresolved');
    expect(one([...handed, closed('no'), states('yes'), ...maturity()]).outcome).toMatchObject({
      state: 'resolved_confirmed',
      conflicts: [{ stronger: 'customer_yes', overruled: 'agent' }],
    });
    expect(one([...handed, nobody(), ...maturity()]).outcome.state).toBe('escalated_unresolved');
  });
});

describe('a policy that is explained', () => {
  const refuses: Draft = {
    type: 'scope.refused',
    actor: 'bot',
    data: { at: ask, reason: 'too late', owner: 'policy' },
  };
  const offers: Draft = {
    type: 'question.asked',
    actor: 'bot',
    data: { at: ask, kind: 'offer', slot: null, attempt: 1, reason: 'first' },
  };

  it('with a way to object is declined, a bar of its own; without one the customer is left with nothing', () => {
    expect(one([...refund, refuses, offers, replies(), leaves('refund'), ...maturity()]).outcome.state).toBe(
      'declined',
    );
    expect(one([...refund, refuses, replies(), leaves('refund'), ...maturity()]).outcome.state).toBe('unresolved');
    expect(one([...refund, refuses, offers, replies(), handsOver(ask), nobody(), ...maturity()]).outcome.state).toBe(
      'escalated_unresolved',
    );
  });
});
