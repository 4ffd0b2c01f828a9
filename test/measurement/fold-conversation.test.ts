import { describe, expect, it } from 'vitest';
import { published } from '../../src/measurement/constants/measures.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../src/measurement/fold-conversation.ts';
import {
  type Beat,
  begins,
  enters,
  maturity,
  opens,
  reaches,
  recognises,
  replies,
  requests,
  says,
  start,
  step,
  succeeds,
  type Telling,
  tell,
  unmatched,
  verifies,
  wantsPerson,
} from './story.ts';

function factsOf(beats: readonly Beat[], telling?: Telling): readonly Facts[] {
  return readConversation(published, 'c1', foldConversation(published, startConversation, tell(beats, telling)));
}

describe('the facts of a conversation', () => {
  it('are one row with its own id, unengaged and without effort, when the customer never spoke', () => {
    expect(factsOf([replies()])).toMatchObject([
      { case: 'c1', conversation: 'c1', engaged: false, effort: null, outcome: { state: 'unengaged' }, burdens: [] },
    ]);
  });

  it('are none when nothing happened', () => {
    expect(readConversation(published, 'c1', startConversation)).toEqual([]);
  });

  it('take in what was said before the case was opened', () => {
    const [facts] = factsOf([
      replies(),
      says(1),
      unmatched(),
      replies(),
      says(2),
      opens(),
      enters('refund'),
      replies(),
    ]);
    expect(facts).toMatchObject({ case: 'c1/1', customerTurns: 2, startedAt: start });
    expect(facts?.burdens).toMatchObject([{ signal: 'no_match', count: 1 }]);
  });

  it('say where and about what it was', () => {
    const [facts] = factsOf([...begins('refund', { stage: 'after-purchase', owner: 'billing' }), replies()], {
      channel: 'telegram',
      locale: 'de',
      program: 'p7',
    });
    expect(facts).toMatchObject({
      customer: 'u1',
      touchpoint: 'telegram:default',
      channel: 'telegram',
      entry: 'default',
      language: 'de',
      version: 'p7',
      intent: 'refund.wanted',
      dialog: 'refund',
      stage: 'after-purchase',
      owner: 'billing',
    });
  });

  it('divide a conversation with two issues, each with its own turns and burdens', () => {
    const second = [
      says(2),
      recognises('voucher.wanted'),
      opens('c1/2', 'voucher.wanted'),
      enters('voucher'),
      unmatched(),
    ];
    const rows = factsOf([...begins('refund'), replies(), ...maturity(), ...second, replies()]);
    expect(rows.map((row) => [row.case, row.customerTurns, row.dialog, row.burdens.length])).toEqual([
      ['c1/1', 1, 'refund', 0],
      ['c1/2', 1, 'voucher', 1],
    ]);
    expect(rows[1]).toMatchObject({ customer: 'u1', channel: 'web' });
    expect(rows[1]?.startedAt).toBe(start + 7 * 24 * 3_600_000);
  });

  it('give what the system of record says late to the case it was asked for', () => {
    const late = [requests('v1', 'verify'), ...maturity(), succeeds('v1'), verifies('refund', true)];
    const rows = factsOf([
      ...begins('refund', { goal: 'refund' }),
      reaches('refund', step('refund'), true),
      replies(),
      ...late,
    ]);
    expect(rows).toMatchObject([{ case: 'c1/1', outcome: { state: 'resolved_verified', final: true } }]);
  });

  it('mark what ended abandoned as a lower bound', () => {
    expect(factsOf([...begins('refund', { goal: 'refund' }), replies(), ...maturity()])[0]?.censored).toBe(true);
    expect(factsOf([...begins('refund'), reaches('refund'), replies(), ...maturity()])[0]?.censored).toBe(false);
  });

  it('say how long it took to a person, and that nobody came', () => {
    const asked = [...begins('refund'), wantsPerson(), replies()];
    expect(factsOf(asked)[0]?.person).toEqual({ asked: true, byBot: false, joined: false, secondsToPerson: null });
    const joined = factsOf([...asked, 90, { ...replies(), actor: 'agent' }]);
    expect(joined[0]?.person).toMatchObject({ joined: true, secondsToPerson: 90 });
  });
});
