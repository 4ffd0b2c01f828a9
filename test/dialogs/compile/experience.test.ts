import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { marked, placeOf } from '../../files/marked.ts';
import { dialogWith, vocabulary } from './vocabulary.ts';

type Case = readonly [what: string, code: string, source: string, message: string];

function problemsOf(source: string) {
  const { text, place } = marked(dialogWith(source));
  const { problems } = compileBot([{ path: 'dialogs/refund.yaml', text }], vocabulary);
  return { problems, place };
}

const slot = 'slots:\n  number: { type: text, ask: Which one? }\n';

const cases: readonly Case[] = [
  ['a dialog that says nothing', 'DIALOG_DEAD_END', '', 'after the wish that starts this dialog'],
  ['a last answer without a word', 'DIALOG_DEAD_END', `${slot}steps:\n  - «ask»: number\n`, 'after the answer'],
  [
    'a no that is met with silence',
    'DIALOG_DEAD_END',
    'steps:\n  - confirm: Go on?\n    «no»: end\n  - say: Hi\n',
    "after 'no'",
  ],
  ['a yes that is met with silence', 'DIALOG_DEAD_END', 'steps:\n  - «confirm»: Go on?\n', "after 'yes'"],
  [
    'a choice that is met with silence',
    'DIALOG_DEAD_END',
    'steps:\n  - choose:\n      text: Which?\n      options:\n        - { title: One, steps: { say: One } }\n        - «{ title: Two, steps: end }»\n  - say: Hi\n',
    "after the choice 'Two'",
  ],
  [
    'an offer that is declined and met with silence',
    'DIALOG_DEAD_END',
    'steps:\n  - say: Hi\n  - «handoff»: { offer: true }\n',
    "after 'no' to this offer",
  ],
  [
    'an answer that leads through silent steps to the end',
    'DIALOG_DEAD_END',
    `${slot}steps:\n  - «ask»: number\n  - set: { a: 1 }\n  - if: a == 2\n    then: { say: Hi }\n`,
    'after the answer',
  ],
  [
    'a dialog that declares far too many turns',
    'DIALOG_EXPECT_GENEROUS',
    `expect: { turns: «5» }\n${slot}steps:\n  - ask: number\n  - say: Hi\n`,
    'can reasonably need (4)',
  ],
  [
    'a question that is known',
    'DIALOG_ASK_KNOWN',
    `${slot}steps:\n  - ask: number\n  - ask: «number»\n  - say: Hi\n`,
    'this is never asked',
  ],
  [
    'a question whose answer was set',
    'DIALOG_ASK_KNOWN',
    `${slot}steps:\n  - set: { number: '"5"' }\n  - ask: «number»\n  - say: Hi\n`,
    'this is never asked',
  ],
  [
    'a way back to a question that is known by then',
    'DIALOG_ASK_KNOWN',
    `${slot}steps:\n  - id: again\n    ask: number\n  - confirm: Is {number} right?\n    no: { goto: «again» }\n  - say: Hi\n`,
    'going back there asks nothing',
  ],
  [
    'a last attempt that asks again',
    'DIALOG_ASK_ENDLESS',
    'slots:\n  number:\n    type: text\n    ask: Which?\n    «otherwise»: [{ say: Again. }, { goto: which }]\nsteps:\n  - id: which\n    ask: number\n  - say: Hi\n',
    "asks for 'number' again",
  ],
  [
    'a refusal without a person',
    'DIALOG_REFUSAL_ALONE',
    'steps:\n  - «refuse»: { reason: late }\n  - say: No.\n',
    'no way leads to a person',
  ],
  [
    'a goal nobody verifies',
    'DIALOG_GOAL_UNVERIFIED',
    'goal: { name: «refund» }\nsteps:\n  - say: Hi\n  - goal: reached\n',
    'nobody ever looks',
  ],
  [
    'a slot for nothing',
    'DIALOG_SLOT_UNUSED',
    'slots:\n  «idle»: { type: text, ask: Which? }\nsteps:\n  - say: Hi\n',
    "the slot 'idle' is neither asked for nor used",
  ],
  [
    'a dialog nothing begins',
    'DIALOG_UNUSED',
    'steps:\n  - say: Hi\n---\ndialog: «lonely»\nsteps:\n  - say: Hi\n',
    "nothing begins the dialog 'lonely'",
  ],
  [
    'a dialog that calls itself',
    'DIALOG_CALL_CYCLE',
    'steps:\n  - call: «refund»\n',
    "'refund' calls itself, for ever",
  ],
  [
    'dialogs that may call each other in a circle',
    'DIALOG_CALL_CYCLE',
    'steps:\n  - confirm: Go on?\n  - call: «other»\n---\ndialog: other\nsteps:\n  - if: turn > 3\n    then: { call: refund }\n  - say: Hi\n',
    "'refund' calls 'other' calls 'refund' again",
  ],
  [
    'a value a dialog has no use for',
    'ACTION_INPUT',
    'steps:\n  - call: other\n    with: { «nmber»: turn }\n---\ndialog: other\nslots: { number: { type: number, shared: true } }\nsteps:\n  - say: "{number}"\n',
    "the dialog 'other' makes no use of 'nmber'",
  ],
  [
    'a value a dialog is not given',
    'ACTION_INPUT',
    'steps:\n  - call: «other»\n---\ndialog: other\nslots: { number: { type: number } }\nsteps:\n  - say: "{number}"\n',
    "the dialog 'other' uses 'number'",
  ],
  [
    'a team that stands once and looks like the usual one',
    'DIALOG_NAME_RARE',
    'steps:\n  - if: turn == 1\n    then: { handoff: billing }\n  - if: turn == 2\n    then: { handoff: billing }\n  - if: turn == 3\n    then: { handoff: { team: billing } }\n  - handoff: «biling»\n',
    "the team 'biling' stands only here",
  ],
];

describe('check finds what customers would suffer from, and what was hardly meant', () => {
  it.each(cases)('%s (%s)', (...[, code, source, message]) => {
    const { problems, place } = problemsOf(source === '' ? 'steps:\n  - set: { a: 1 }\n' : source);
    const found = problems.filter((problem) => problem.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.fix).toBeTruthy();
    if (source !== '') expect(found.map(placeOf)).toEqual([place]);
  });

  it.each([
    [
      'a dialog that declares two turns and two for its slot',
      `expect: { turns: 4 }\n${slot}steps:\n  - ask: number\n  - say: Hi\n`,
    ],
    [
      'a question that is asked on one way only',
      `${slot}steps:\n  - if: turn > 1\n    then: { ask: number }\n  - ask: number\n  - say: Hi\n`,
    ],
    [
      'a question whose answer was emptied',
      `${slot}steps:\n  - ask: number\n  - set: { number: null }\n  - ask: number\n  - say: Hi\n`,
    ],
    [
      'a way back that empties the answer',
      `${slot}steps:\n  - id: again\n    ask: number\n  - confirm: Is {number} right?\n    no: [{ set: { number: null } }, { goto: again }]\n  - say: Hi\n`,
    ],
    [
      'a refusal with an offer',
      'steps:\n  - refuse: { reason: late }\n  - say: No.\n  - handoff: { offer: true }\n  - say: Bye.\n',
    ],
    [
      'a goal with nothing to look up',
      'goal: { name: refund, verify: false }\nsteps:\n  - say: Hi\n  - goal: reached\n',
    ],
    ['a no that ends what was to be confirmed', 'steps:\n  - confirm: Go on?\n  - say: Hi\n'],
  ])('and has nothing to say of %s', (_, source) => {
    expect(problemsOf(source).problems).toEqual([]);
  });

  it('a bot in which nobody can ask for a person is told so: a hint where dialogs hand over, else a warning', () => {
    const intents = new Map([...vocabulary.intents].filter(([name]) => name !== 'human.request'));
    const severityOf = (steps: string) =>
      compileBot([{ path: 'dialogs/a.yaml', text: dialogWith(steps) }], { ...vocabulary, intents }).problems.find(
        ({ code }) => code === 'PERSON_OUT_OF_REACH',
      )?.severity;
    expect(severityOf('steps:\n  - say: Hi\n')).toBe('warning');
    expect(severityOf('steps:\n  - handoff\n')).toBe('hint');
  });
});
