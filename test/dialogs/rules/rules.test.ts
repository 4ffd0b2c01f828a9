/** Acting in the same turn: when, on whom, and what is told of it. */
import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { evolve } from '../../../src/dialogs/evolve/evolve.ts';
import type { Program } from '../../../src/dialogs/program.ts';
import { initialState } from '../../../src/dialogs/state.ts';
import { step } from '../../../src/dialogs/step/step.ts';
import type { Draft } from '../../../src/events/event.ts';
import { understand } from '../step/talk.ts';

const dialogs = `
dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order?, again: [The number please.] }
steps:
  - ask: order_number
  - say: Paid.
---
dialog: call-back
steps:
  - say: Shall we call you?
`;
const where = { file: 'intents/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

function compile(rules: string) {
  const vocabulary = {
    intents: new Map([
      ['refund', where],
      ['human.request', where],
    ]),
    answers: new Map(),
    answersIn: new Map(),
    entities: new Set(['order_number']),
    actions: new Map(),
  };
  return compileBot(
    [
      { path: 'dialogs/pay.yaml', text: dialogs },
      { path: 'rules.yaml', text: rules },
    ],
    vocabulary,
    { teams: ['care', 'billing'] },
  );
}

function programOf(rules: string): Program {
  const { program, problems } = compile(rules);
  if (!program) throw new Error(JSON.stringify(problems));
  return program;
}

/** The drafts of each turn. */
function talk(program: Program, said: readonly string[], customer = 'k'): readonly (readonly Draft[])[] {
  let state = initialState('c');
  const opened = {
    kind: 'opened',
    conversation: 'c',
    customer,
    channel: 'web',
    entryPoint: 'default',
    locale: 'en',
  } as const;
  for (const draft of step(program, state, { ...opened, at: 1, random: 0 })) state = evolve(state, { ...draft, at: 1 });
  return said.map((text, index) => {
    const at = index + 2;
    const messages = [{ input: `m${at}`, via: 'text', text } as const];
    const drafts = step(program, state, { kind: 'message', at, random: 0, messages, understood: understand(text) });
    for (const draft of drafts) state = evolve(state, { ...draft, at });
    return drafts;
  });
}

const typesOf = (drafts: readonly Draft[] = []) => drafts.map(({ type }) => type);
const rescue = (more = 'holdOut: 0') =>
  programOf(`rules:\n  - rule: rescue\n    when: no_match >= 1 || reprompt >= 1\n    ${more}\n`);

describe('a rule', () => {
  it('offers a person in the same turn in which it holds, and not again in this issue', () => {
    const [begin, failed, again] = talk(rescue(), ['#refund', 'hm', 'hm again']);
    expect(typesOf(begin)).not.toContain('rule.triggered');
    expect(failed).toContainEqual(
      expect.objectContaining({
        type: 'rule.triggered',
        data: { rule: 'rescue', arm: 'treated', file: 'rules.yaml', line: 3 },
      }),
    );
    expect(failed?.findLast(({ type }) => type === 'question.asked')).toMatchObject({ data: { kind: 'offer' } });
    expect(typesOf(again)).not.toContain('rule.triggered');
  });

  it('may offer another dialog instead', () => {
    const program = programOf(
      'rules:\n  - { rule: r, when: reprompt >= 1, offer: { dialog: call-back }, holdOut: 0 }\n',
    );
    const [, failed] = talk(program, ['#refund', 'hm']);
    expect(failed).toContainEqual(expect.objectContaining({ words: { text: 'Shall we call you?' } }));
  });

  it('hears how the words sound in the same turn', () => {
    const program = programOf('rules:\n  - { rule: r, when: "sentiment != null && sentiment < -0.5", holdOut: 0 }\n');
    const [calm, angry] = talk(program, ['#refund', 'this is absolutely terrible and useless']);
    expect(typesOf(calm)).not.toContain('rule.triggered');
    expect(typesOf(angry)).toContain('rule.triggered');
  });

  it('leaves alone who asks for a person', () => {
    const [, , asks] = talk(programOf('rules:\n  - { rule: r, when: turn >= 3, holdOut: 0 }\n'), [
      '#refund',
      '12',
      '#human.request',
    ]);
    expect(typesOf(asks)).not.toContain('rule.triggered');
  });

  it('is held back from a share of customers, whose arm is stated when the issue begins; they count as triggered', () => {
    const program = rescue('holdOut: 0.5');
    const arms = Array.from({ length: 60 }, (_, index) => {
      const [begin, failed] = talk(program, ['#refund', 'hm'], `customer ${index}`);
      const assigned = begin?.find((draft) => draft.type === 'arm.assigned');
      const triggered = failed?.find((draft) => draft.type === 'rule.triggered');
      expect(assigned?.data).toMatchObject({ experiment: 'rule:rescue', probability: 0.5, arm: triggered?.data.arm });
      const isOffered = failed?.some((draft) => draft.type === 'dialog.entered' && draft.data.dialog === 'on.rescue');
      expect(isOffered).toBe(triggered?.data.arm === 'treated');
      return triggered?.data.arm;
    });
    const held = arms.filter((arm) => arm === 'held_out').length;
    expect([held > 15, held < 45]).toEqual([true, true]);
    expect(talk(program, ['#refund'], 'customer 1')[0]).toEqual(talk(program, ['#refund'], 'customer 1')[0]);
  });

  it('marked as sensitive holds nobody back', () => {
    const [begin] = talk(rescue('sensitive: true'), ['#refund']);
    expect(typesOf(begin)).not.toContain('arm.assigned');
  });
});

describe('a rule that hands over', () => {
  const over = (when: string, more = 'handoff: { team: care, reason: grave }') =>
    programOf(`rules:\n  - rule: r\n    when: ${JSON.stringify(when)}\n    ${more}\n`);
  const handed = (drafts: readonly Draft[] = []) => drafts.find((draft) => draft.type === 'handoff.requested')?.data;

  it('brings a person before the bot asks anything, with team and reason', () => {
    const [drafts] = talk(over('risk == "legal"'), ['#refund or my lawyer will write to you']);
    expect(typesOf(drafts)).not.toContain('question.asked');
    expect(drafts?.filter((draft) => draft.type === 'dialog.entered' && draft.data.dialog === 'pay')).toEqual([]);
    expect(handed(drafts)).toMatchObject({ team: 'care', reason: 'grave', by: 'rule', at: null });
    expect(drafts).toContainEqual(expect.objectContaining({ type: 'rule.triggered' }));
  });

  it.each([
    ['repeated no-match', 'misses >= 2', ['hm', 'hm hm']],
    ['failures and questions put again', 'reprompt >= 1', ['#refund', 'hm']],
    ['how it sounds', 'sentiment != null && sentiment < -0.5', ['fine', 'this is absolutely terrible and useless']],
    ['what the customer is worth', 'customer.segment == null && turn >= 2', ['#refund', '12']],
    ['what it is about', 'topic == "refund"', ['hm', '#refund']],
    ['a risk', 'risk != null', ['#refund', 'I got an electric shock from it']],
  ])('is triggered by %s', (_what, when, said) => {
    const turns = talk(over(when, 'handoff: care'), said);
    expect(turns.slice(0, -1).map(handed)).toEqual(said.slice(1).map(() => undefined));
    expect(handed(turns.at(-1))).toMatchObject({ team: 'care', reason: 'r', by: 'rule' });
  });

  it('does not wait for a question of the bot, and does not ask again for who waits', () => {
    const [, , risk, more] = talk(over('risk != null'), ['#refund', 'hm', 'I was hacked', 'hello? I was hacked']);
    expect(handed(risk)).toMatchObject({ reason: 'grave' });
    expect(handed(more)).toBeUndefined();
  });

  it('leaves the wish for a person to be one', () => {
    const [asks] = talk(over('risk != null'), ['#human.request, my lawyer is here']);
    expect(typesOf(asks)).toContain('human.requested');
    expect(asks?.filter(({ type }) => type === 'handoff.requested')).toHaveLength(1);
  });

  it('holds nobody back unless it says so, and for a risk never', () => {
    const arms = (more: string, when = 'turn > 5') => typesOf(talk(over(when, more), ['#refund'])[0]);
    expect(arms('handoff: care')).not.toContain('arm.assigned');
    expect(arms('handoff: care\n    holdOut: 0.2')).toContain('arm.assigned');
    expect(arms('offer: person', 'risk != null')).not.toContain('arm.assigned');
  });
});

describe('a file of rules', () => {
  it.each([
    [
      'rules:\n  - { rule: r, when: no_mach >= 1 }\n',
      { code: 'EXPRESSION_UNKNOWN_NAME', fix: "did you mean 'no_match'?", line: 2 },
    ],
    [
      'rules:\n  - { rule: r, when: turn > 1, offer: { dialog: call-bak } }\n',
      { code: 'RULE_UNKNOWN_DIALOG', fix: "did you mean 'call-back'?", line: 2 },
    ],
    [
      'rules:\n  - { rule: r, when: turn > 1 }\n  - { rule: r, when: turn > 2 }\n',
      { code: 'RULE_DUPLICATE', fix: 'name of its own', line: 3 },
    ],
    [
      'rules:\n  - rule: r\n    when: risk != null\n    holdOut: 0.2\n',
      { code: 'RULE_HELD_BACK', fix: 'leave holdOut out', line: 4 },
    ],
    [
      'rules:\n  - rule: r\n    when: risk == "legl"\n    handoff: care\n',
      { code: 'EXPRESSION_UNKNOWN_FIELD', fix: "did you mean 'legal'?", line: 3 },
    ],
    [
      'rules:\n  - rule: r\n    when: risk in ["legal", "frad"]\n    handoff: care\n',
      { code: 'EXPRESSION_UNKNOWN_FIELD', fix: "did you mean 'fraud'?", line: 3 },
    ],
    [
      'rules:\n  - rule: r\n    when: dialog != "pai"\n    offer: person\n',
      { code: 'EXPRESSION_UNKNOWN_FIELD', fix: "did you mean 'pay'?", line: 3 },
    ],
    [
      'rules:\n  - rule: r\n    when: turn > 1\n    handoff: cara\n',
      { code: 'TEAM_UNKNOWN', fix: "did you mean 'care'?", line: 4 },
    ],
    [
      'rules:\n  - rule: r\n    when: turn > 1\n    handoff: { reason: x, team: nobody }\n',
      { code: 'TEAM_UNKNOWN', fix: 'name one of: care, billing', line: 4 },
    ],
    [
      'rules:\n  - rule: r\n    when: turn > 1\n    offer: person\n    handoff: care\n',
      { code: 'SCHEMA_INVALID', fix: '', line: 5 },
    ],
  ])('with a mistake says where it is and how to mend it: %s', (text, { code, fix, line }) => {
    const { program, problems } = compile(text);
    expect(program).toBeUndefined();
    expect(problems.find((problem) => problem.code === code)).toMatchObject({ file: 'rules.yaml', line });
    expect(problems.find((problem) => problem.code === code)?.fix).toContain(fix);
  });
});
