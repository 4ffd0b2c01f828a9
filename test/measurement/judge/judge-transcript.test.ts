import { describe, expect, it } from 'vitest';
import { judge, judgeLines, signalsOf } from './judging.ts';

function rule(when: string, event: string): string {
  return `  - { when: ${when}, event: ${event} }\n`;
}

const onAct = (event: string) => `rules:\n${rule('{ act: [it] }', event)}`;

describe('a rule', () => {
  it.each([
    ['no_match', { no_match: 1 }],
    ['bot_failure', { bot_failure: 1 }],
    ['reprompt', { reprompt: 1 }],
    ['correction', { correction: 1 }],
    ['rephrase', { rephrase: 1 }],
    ['unclear', { unclear: 1 }],
    ['backtrack', { backtrack: 1 }],
    ['restart', { restart: 1 }],
    ['human_request', { human_request_again: 1 }],
    ['handoff', { escalation: 1 }],
    ['redirect', { channel_switch: 0.5 }],
    ['auth_failed', { auth: 2 }],
    ['left_waiting', { no_human: 1 }],
  ])('that says %s counts as its burden, once, in the turn it stands in', (event, signals) => {
    const row = judge(onAct(event), [
      ['a', 'hello'],
      ['u', 'x'],
      ['a', 'it'],
      ['u', 'y'],
      ['a', 'z'],
      ['u', 'w'],
    ]);
    expect(signalsOf(row)).toEqual(signals);
    if (event !== 'human_request') expect(row.burdens[0]?.turns).toEqual([2]);
  });

  it.each([
    ['goal_reached', 'resolved_assumed', 0.75],
    ['goal_failed', 'unresolved', 0.074],
    ['said_solved', 'resolved_confirmed', 0.95],
    ['said_not_solved', 'unresolved', 0.048],
    ['handoff', 'escalated_unresolved', 0.2],
    ['out_of_scope', 'out_of_scope', 0.048],
    ['promise', 'unresolved', 0.31],
  ])('that says %s ends in its outcome, with the odds of the published table', (event, state, resolved) => {
    const row = judge(onAct(event), [
      ['u', 'x'],
      ['a', 'it'],
    ]);
    expect(row.outcome).toBe(state);
    expect(row.resolved).toBe(resolved);
  });

  it('may look for exact labels, one or several, for a pattern, for types of values, and for what came before', () => {
    const turns = [
      ['a', 'propose_date', 'Monday?'],
      ['s', 'note'],
      ['u', 'negate', 'no', null, ['day', 'time']],
    ];
    const found = (when: string) => judge(`rules:\n${rule(when, 'correction')}`, turns).burdens.length;
    expect(found('{ act: [negate, deny] }')).toBe(1);
    expect(found('{ act: negate }')).toBe(1);
    expect(found('{ act: [neg] }')).toBe(0);
    expect(found("{ act: '/^NEG/i' }")).toBe(1);
    expect(found("{ act: '/^NEG/' }")).toBe(0);
    expect(found('{ entities: [time] }')).toBe(1);
    expect(found('{ entities: [place] }')).toBe(0);
    expect(found('{ who: bot, act: [negate] }')).toBe(0);
    expect(found("{ act: negate, after: { who: bot, act: '/^propose_/' } }")).toBe(1);
    expect(found("{ act: negate, after: { act: '/^propose_/' } }")).toBe(0);
    expect(found('{ act: negate, after: { who: system, after: { who: bot } } }')).toBe(1);
    expect(found('{ act: negate, after: { who: agent } }')).toBe(0);
  });

  it('applies beside all others that match; two that say the same count once', () => {
    const rules = `rules:\n${rule('{ act: it }', 'no_match')}${rule('{ who: bot }', 'no_match')}${rule('{ act: it }', 'human_request')}`;
    const row = judge(rules, [
      ['u', 'x'],
      ['a', 'it'],
    ]);
    expect(signalsOf(row)).toEqual({ no_match: 1, human_request_again: 1 });
  });
});

describe('what is derived', () => {
  it('is a question put again where the bot does the same again, whatever the customer said in between', () => {
    const turns = [
      ['a', 'ask'],
      ['u', 'x'],
      ['a', 'ask'],
      ['a', 'ask'],
      ['u', 'y'],
      ['a', 'other'],
      ['a', 'ask'],
    ];
    expect(judge('derive: { reprompt: act }', turns).burdens).toMatchObject([
      { signal: 'reprompt', count: 2, turns: [2, 3] },
    ]);
    expect(judge('derive: {}', turns).burdens).toEqual([]);
  });

  it('compares what was said by its words', () => {
    const turns = [
      ['a', null, 'Which order?'],
      ['u', null, 'hm'],
      ['a', null, 'which  ORDER?'],
    ];
    expect(signalsOf(judge('derive: { reprompt: text }', turns))).toEqual({ reprompt: 1 });
  });

  it('is no second burden where a rule calls the same turn a failure', () => {
    const turns = [
      ['a', 'it'],
      ['u', 'x'],
      ['a', 'it'],
    ];
    expect(signalsOf(judge(`${onAct('bot_failure')}derive: { reprompt: act }`, turns))).toEqual({ bot_failure: 2 });
  });

  it('is a wish said again in other words, as probable as it is alike', () => {
    const turns = [
      ['u', null, 'where is my parcel with the shoes'],
      ['a', null, 'Fine.'],
      ['u', null, 'where did my parcel with shoes go'],
    ];
    const [burden] = judge('derive: { rephrase: text }', turns).burdens;
    expect(burden).toMatchObject({ signal: 'rephrase', probable: true, turns: [2] });
    const [, again] = [judge('derive: { rephrase: false }', turns), judge('derive: { rephrase: text }', turns)];
    expect(again.low).toBeLessThan(again.effort ?? 0);
    expect(again.high).toBeGreaterThan(again.effort ?? 0);
  });

  it('is thanks, a weak sign: it raises the odds where nothing else is known, and overrules nothing', () => {
    const thanked = [
      ['u', null, 'hello there'],
      ['a', 'it', 'Here.'],
      ['u', null, 'Great, thank you!'],
    ];
    const with_ = judge('derive: { thanks: true }', thanked);
    expect(with_).toMatchObject({
      resolved: 0.545,
      outcome: 'unresolved',
      evidence: [{ source: 'thanks', value: true, turn: 2 }],
    });
    expect(judge('derive: { thanks: false }', thanked).resolved).toBe(0.31);
    expect(judge(`${onAct('goal_failed')}derive: { thanks: true }`, thanked).resolved).toBe(0.074);
    const bitter = [...thanked.slice(0, 2), ['u', null, 'no thanks, thanks anyway']];
    expect(judge('derive: { thanks: true }', bitter).resolved).toBe(0.31);
  });

  it('is a person who joined, and one who was passed on to: always', () => {
    const map = 'judge: 1\nturns: $\nturn: { who: $.w, name: $.n }';
    const { rows } = judgeLines(
      map,
      JSON.stringify([{ w: 'customer' }, { w: 'agent', n: 'ann' }, { w: 'agent', n: 'ann' }, { w: 'agent', n: 'bob' }]),
    );
    expect(rows[0] && signalsOf(rows[0])).toMatchObject({ escalation: 1 });
  });
});

describe('a row', () => {
  it('sums its points to the burden, and its effort follows from them', () => {
    const rules = `rules:\n${rule('{ act: n }', 'no_match')}${rule('{ act: f }', 'bot_failure')}derive: { reprompt: act }`;
    const row = judge(rules, [
      ['u', 'x'],
      ['a', 'n'],
      ['u', 'y'],
      ['a', 'f'],
      ['u', 'z'],
      ['a', 'q'],
      ['a', 'q'],
    ]);
    const points = row.burdens.reduce((sum, burden) => sum + burden.points, 0);
    expect(points).toBe(5.5);
    expect(row.effort).toBe(Math.round(1000 * (1 - Math.exp(-points / 6))) / 10);
    expect(row.burdens.map(({ signal, counted, weight }) => [signal, counted * weight])).toEqual([
      ['bot_failure', 3],
      ['no_match', 2],
      ['reprompt', 0.5],
    ]);
    expect(row).toMatchObject({
      band: 'high',
      customerTurns: 3,
      versions: { effort: 'effort/v1', outcome: 'outcome/v1' },
    });
  });

  it('has no effort where the customer never spoke, and still a probability', () => {
    const row = judge(onAct('no_match'), [['a', 'it']]);
    expect(row).toMatchObject({ effort: null, low: null, high: null, band: null, burdens: [], outcome: 'unengaged' });
    expect(row.resolved).toBeGreaterThan(0);
  });

  it('counts waits where times are known, and length never: what another bot needs is not known', () => {
    const slow = judge('', [
      ['u', 'x', null, 0],
      ['a', 'y', null, 70],
    ]);
    expect(slow.burdens).toMatchObject([{ signal: 'wait', count: 1 }]);
    const long = judge(
      '',
      Array.from({ length: 60 }, (_, index) => [index % 2 === 0 ? 'u' : 'a', `act${index}`, 'many words '.repeat(30)]),
    );
    expect(long.burdens).toEqual([]);
  });

  it('is the same where a clock goes backwards as where it stands still', () => {
    const at = (seconds: readonly number[]) =>
      judge(
        '',
        seconds.map((second, index) => [index % 2 === 0 ? 'u' : 'a', `act${index}`, null, second]),
      );
    expect(at([100, 40, 50, 101])).toEqual(at([100, 100, 100, 101]));
  });

  it('is the last word: a goal that is reached after it had failed was reached, and the other way round', () => {
    const rules = `rules:\n${rule('{ act: yes }', 'goal_reached')}${rule('{ act: no }', 'goal_failed')}`;
    expect(
      judge(rules, [
        ['u', 'x'],
        ['a', 'no'],
        ['u', 'y'],
        ['a', 'yes'],
      ]).outcome,
    ).toBe('resolved_assumed');
    expect(
      judge(rules, [
        ['u', 'x'],
        ['a', 'yes'],
        ['u', 'y'],
        ['a', 'no'],
      ]).outcome,
    ).toBe('unresolved');
  });
});
