import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Severity } from '../../../src/errors/problem.ts';
import { marked, placeOf } from '../../files/marked.ts';
import { dialogWith, vocabulary } from './vocabulary.ts';

type Case = readonly [what: string, code: string, severity: Severity, source: string, message: string, fix: string];

/** What small examples lack and nobody misses there. */
const asides: readonly string[] = [
  'DIALOG_DEAD_END',
  'DIALOG_GOAL_UNVERIFIED',
  'DIALOG_SLOT_UNUSED',
  'DIALOG_UNUSED',
  'INTENT_WITHOUT_DIALOG',
];

function problemsOf(source: string) {
  const { text, place } = marked(dialogWith(source));
  const { problems, program } = compileBot([{ path: 'dialogs/refund.yaml', text }], vocabulary);
  return { problems, program, place };
}

const slot = 'slots:\n  number: { type: text, ask: Which one? }\n';

const cases: readonly Case[] = [
  [
    'an unknown step',
    'DIALOG_UNKNOWN_STEP',
    'error',
    'steps:\n  - id: check-status\n    say: Hi\n  - goto: «chek-status»\n',
    "step 'chek-status' does not exist in dialog 'refund'",
    "did you mean 'check-status'?",
  ],
  [
    'an unknown slot',
    'DIALOG_UNKNOWN_SLOT',
    'error',
    `${slot}steps:\n  - ask: «numbr»\n`,
    "slot 'numbr' does not exist",
    "did you mean 'number'?",
  ],
  [
    'an unknown dialog',
    'DIALOG_UNKNOWN',
    'error',
    'steps:\n  - call: «refnd»\n',
    "dialog 'refnd' does not exist",
    "did you mean 'refund'?",
  ],
  [
    'an unknown action',
    'DIALOG_UNKNOWN_ACTION',
    'error',
    'steps:\n  - do: «orders.exist»\n',
    "action 'orders.exist' does not exist",
    "did you mean 'orders.exists'?",
  ],
  [
    'an unknown action of a check',
    'DIALOG_UNKNOWN_ACTION',
    'error',
    'slots:\n  n: { type: text, ask: Which?, check: { do: «order.exists» } }\nsteps:\n  - ask: n\n',
    "action 'order.exists'",
    "did you mean 'orders.exists'?",
  ],
  [
    'an unknown action of a verification',
    'DIALOG_UNKNOWN_ACTION',
    'error',
    'goal: { name: refund, verify: { by: «orders.is_done», within: 3d } }\nsteps:\n  - goal: reached\n',
    "action 'orders.is_done'",
    'actions here: orders.exists, orders.refund',
  ],
  [
    'an unknown type of slot',
    'DIALOG_UNKNOWN_ENTITY',
    'error',
    'slots:\n  n: { type: «order_nummer», ask: Which? }\nsteps:\n  - ask: n\n',
    "'order_nummer' is no type of slot",
    "did you mean 'order_number'?",
  ],
  [
    'an id given twice',
    'DIALOG_STEP_DUPLICATE',
    'error',
    'steps:\n  - id: a\n    say: Hi\n  - id: «a»\n    say: Ho\n',
    "another step of this dialog has the id 'a'",
    'give each step an id of its own',
  ],
  [
    'a step that is never reached',
    'DIALOG_UNREACHABLE',
    'warning',
    'steps:\n  - end\n  - «say: Hi»\n',
    'this step is never reached',
    'goto',
  ],
  [
    'a loop that never waits',
    'DIALOG_LOOP',
    'error',
    'steps:\n  - id: a\n    say: Hi\n  - goto: «a»\n',
    'the dialog never ends',
    'add a way out',
  ],
  [
    'a loop that only a wish for something else ends',
    'DIALOG_LOOP',
    'warning',
    'steps:\n  - id: a\n    choose: { text: What?, options: [{ title: One }, { title: Two }] }\n  - goto: «a»\n',
    'the dialog never ends',
    'add a way out',
  ],
  [
    'a goal step without a goal',
    'DIALOG_GOAL_MISSING',
    'error',
    'steps:\n  - goal: «reached»\n',
    "the dialog 'refund' declares no goal",
    'declare it',
  ],
  [
    'a goal nobody reaches',
    'DIALOG_GOAL_UNREACHED',
    'warning',
    'goal: { name: «refund» }\nsteps:\n  - say: Hi\n',
    "no step says that the goal 'refund' is reached",
    "add 'goal: reached'",
  ],
  [
    'two dialogs for one notice',
    'DIALOG_NOTICE_TAKEN',
    'error',
    'steps: []\n---\ndialog: a\nstart: { notice: late }\nsteps: []\n---\ndialog: b\nstart: { notice: «late» }\nsteps: []\n',
    "notice 'late' is taken: dialog 'a' begins with it",
    'remove it',
  ],
  [
    'a value an action does not take',
    'ACTION_INPUT',
    'error',
    'steps:\n  - do: orders.find\n    with: { number: \'"1"\', «nmber»: 1 }\n',
    "the action 'orders.find' takes no 'nmber'",
    "did you mean 'number'?",
  ],
  [
    'a value of the wrong type for an action',
    'ACTION_INPUT',
    'error',
    'steps:\n  - do: orders.find\n    with: { number: «turn > 1» }\n',
    "takes a text as 'number', and this is a yes/no",
    'string(…)',
  ],
  [
    'a value an action needs',
    'ACTION_INPUT',
    'error',
    'steps:\n  - «do: orders.find»\n',
    "the action 'orders.find' needs 'number'",
    'with: { number',
  ],
  [
    'a value that was lost',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - do: orders.find\n    with: { «number»: }\n',
    "nothing is written behind 'number:'",
    "'null' for none",
  ],
  [
    'a text that an action never takes',
    'ACTION_INPUT',
    'error',
    `steps:\n  - do: orders.claim\n    with: { kind: «'"falty"'» }\n`,
    "the action 'orders.claim' never takes \"falty\" as 'kind'",
    "did you mean 'faulty'?",
  ],
  [
    'a value of the wrong type for a dialog',
    'ACTION_INPUT',
    'error',
    'steps:\n  - call: b\n    with: { n: «turn > 1» }\n---\ndialog: b\nslots: { n: { type: number } }\nsteps: []\n',
    "the dialog 'b' takes a number as 'n', and this is a yes/no",
    'double(…)',
  ],
  [
    'a field the result of an action has not, in an expression',
    'EXPRESSION_UNKNOWN_FIELD',
    'error',
    'steps:\n  - do: orders.find\n    with: { number: turn }\n    save: order\n  - if: order.«alowed»\n    then: { say: Hi }\n',
    "'order' has no 'alowed'",
    "did you mean 'allowed'?",
  ],
  [
    'a field the result of an action has not, in a text',
    'EXPRESSION_UNKNOWN_FIELD',
    'error',
    'steps:\n  - do: orders.find\n    with: { number: turn }\n    save: order\n  - say: On {order.to.«stret»}.\n',
    "'order.to' has no 'stret'",
    "did you mean 'street'?",
  ],
  [
    'a field that is no yes or no',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - do: orders.find\n    with: { number: turn }\n    save: order\n  - if: «order.amount»\n    then: { say: Hi }\n',
    'this is a number, but a yes/no is needed here',
    'compare it',
  ],
  [
    'what a dialog does not return',
    'EXPRESSION_UNKNOWN_FIELD',
    'error',
    'steps:\n  - call: b\n    save: who\n  - say: Hi {who.«nam»}\n---\ndialog: b\nreturns: { name: turn > 1 }\nsteps: []\n',
    "'who' has no 'nam'",
    "did you mean 'name'?",
  ],
  [
    'a picture without words for who does not see it',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - say: { text: Look, «image»: { url: "https://a.example/b.png" } }\n',
    "'alt' is missing",
    'alt',
  ],
  [
    'an unknown intent',
    'DIALOG_UNKNOWN_INTENT',
    'error',
    'steps: []\n---\ndialog: other\nstart: { intents: [«refund.requst»] }\nsteps: []\n',
    "intent 'refund.requst' does not exist",
    "did you mean 'refund.request'?",
  ],
  [
    'an intent that starts two dialogs',
    'DIALOG_INTENT_TAKEN',
    'error',
    'steps: []\n---\ndialog: other\nstart: { intents: [«refund.request»] }\nsteps: []\n',
    "intent 'refund.request' is taken: dialog 'refund' starts with it",
    'remove it',
  ],
  [
    'an intent that has an answer already',
    'DIALOG_INTENT_TAKEN',
    'error',
    'steps: []\n---\ndialog: other\nstart: { intents: [«hours.ask»] }\nsteps: []\n',
    "intent 'hours.ask' is taken: it carries an answer",
    'remove it',
  ],
  [
    'a dialog of a name that is taken',
    'DIALOG_DUPLICATE',
    'error',
    'steps: []\n---\ndialog: «refund»\nsteps: []\n',
    "another dialog is called 'refund'",
    'another name',
  ],
  [
    'a system dialog that does not exist',
    'DIALOG_UNKNOWN',
    'error',
    'steps: []\n---\ndialog: «on.nomatch»\nsteps: []\n',
    "'on.nomatch' is no dialog of the framework",
    "did you mean 'on.no_match'?",
  ],
  [
    'a shared slot of two types',
    'DIALOG_SHARED_SLOT',
    'error',
    'slots: { mail: { type: email, shared: true } }\nsteps: []\n---\ndialog: other\nslots: { mail: { type: «text», shared: true } }\nsteps: []\n',
    "the shared slot 'mail' is a text here and a email",
    'use one type',
  ],
  [
    'a text with an open brace',
    'TEXT_SYNTAX',
    'error',
    `${slot}steps:\n  - say: Order «{number »please\n`,
    'what stands between { and } is not a name',
    'write the name of a value',
  ],
  [
    'a text that uses an unknown value',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    `${slot}steps:\n  - say: Order {«numbr»} is yours\n`,
    "nobody sets 'numbr'",
    "did you mean 'number'?",
  ],
  [
    'an unknown value in a format',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    `${slot}steps:\n  - say: "Costs {«amunt.value», number}"\n`,
    "nobody sets 'amunt'",
    'known here',
  ],
  [
    'an unknown value within a plural',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    `${slot}steps:\n  - say: "{turn, plural, one {one {«nam»}} other {#}}"\n`,
    "nobody sets 'nam'",
    'known here',
  ],
  [
    'an apostrophe that quotes a brace',
    'TEXT_QUOTE',
    'warning',
    `${slot}steps:\n  - ask: number\n  - say: It is «'»{number}'\n`,
    "' before a brace quotes it",
    'write ’',
  ],
  [
    'an expression that is cut off',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - if: turn «>»\n    then: []\n',
    'something is missing at its end',
    'an expression is written as in',
  ],
  [
    'a single equals sign',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - if: turn «=» 2\n    then: []\n',
    'not a valid expression',
    "compare with '=='",
  ],
  [
    'a word of English for an operator',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - if: turn > 1 «and» turn < 3\n    then: []\n',
    'not a valid expression',
    "write '&&' for and",
  ],
  [
    'braces in an expression',
    'EXPRESSION_SYNTAX',
    'error',
    `${slot}steps:\n  - set: { a: "x + {«number}»" }\n`,
    '',
    'without braces',
  ],
  [
    'a text where an expression is wanted',
    'EXPRESSION_SYNTAX',
    'error',
    'steps:\n  - set: { a: not «delivered» }\n',
    'not a valid expression',
    '',
  ],
  [
    'an unknown name in an expression',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    `${slot}steps:\n  - if: turn > 1 && «numbr» != null\n    then: []\n`,
    "nobody sets 'numbr'",
    "did you mean 'number'?",
  ],
  [
    'a word that was meant as a text',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    'steps:\n  - set: { a: «damaged» }\n',
    "nobody sets 'damaged'",
    `'"damaged"'`,
  ],
  [
    'an unknown function',
    'EXPRESSION_UNKNOWN_NAME',
    'error',
    `${slot}steps:\n  - if: «siz(number)» > 1\n    then: []\n`,
    "there is no function 'siz'",
    "did you mean 'size'?",
  ],
  [
    'types that do not fit',
    'EXPRESSION_SYNTAX',
    'error',
    `${slot}steps:\n  - if: «number > 5»\n    then: []\n`,
    "'>' stands between a text and a number",
    'convert one side',
  ],
  [
    'a condition that is none',
    'EXPRESSION_SYNTAX',
    'error',
    `${slot}steps:\n  - if: «number»\n    then: []\n`,
    'this is a text, but a yes/no is needed here',
    'compare it',
  ],
  [
    'a step of no kind',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - «sya»: Hi\n',
    "'sya' is no kind of step",
    "did you mean 'say'?",
  ],
  [
    'a step without its colon',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - «say hello»\n',
    "'say hello' is not a step",
    "write it as 'say: …'",
  ],
  [
    'a step that does two things',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - say: Hi\n    «end»: true\n',
    "this one has 'say' and 'end'",
    "write '- ' before 'end'",
  ],
  [
    'an unknown key of a step',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - do: orders.exists\n    «sav»: x\n',
    "'sav' is not known here",
    "did you mean 'save'?",
  ],
  [
    'an unknown key of a dialog',
    'SCHEMA_INVALID',
    'error',
    '«ownr»: me\nsteps: []\n',
    "'ownr' is not known here",
    "did you mean 'owner'?",
  ],
  [
    'an unknown key of a slot',
    'SCHEMA_INVALID',
    'error',
    'slots:\n  n: { type: text, «agian»: x }\nsteps: []\n',
    "'agian' is not known here",
    "did you mean 'again'?",
  ],
  [
    'a length of time that is none',
    'SCHEMA_INVALID',
    'error',
    'steps:\n  - promise: { what: money, within: «3 days» }\n',
    'must be a length of time',
    'such as 30s',
  ],
  [
    'an asked slot without a question',
    'SCHEMA_INVALID',
    'error',
    'slots:\n  «n»: { type: text }\nsteps:\n  - ask: n\n',
    "'ask' is missing in slot 'n'",
    "add 'ask: …'",
  ],
  [
    'a choice without options',
    'SCHEMA_INVALID',
    'error',
    'slots:\n  «n»: { type: choice, ask: Which? }\nsteps:\n  - ask: n\n',
    "'options' is missing in slot 'n'",
    "add 'options",
  ],
  [
    'a slot no expression can name',
    'SCHEMA_INVALID',
    'error',
    'slots:\n  «order-number»: { type: text }\nsteps: []\n',
    "'order-number' cannot be used as a name",
    "as in 'order_number'",
  ],
  ['a trap of YAML', 'YAML_TRAP', 'error', 'steps:\n  - set: { a: «0123» }\n', 'unquoted 0123', 'in quotes'],
  [
    'a text cut by a colon',
    'YAML_TRAP',
    'error',
    `${slot}steps:\n  - ask: number\n  - say:\n      - «Your choice: a or b»\n      - Well?\n`,
    "unquoted text holds ': '",
    'double quotes',
  ],
];

describe('every mistake of a dialog file is found at its place, with its cause and a fix', () => {
  it.each(cases)('%s (%s)', (...[, code, severity, source, message, fix]) => {
    const { problems, program, place } = problemsOf(source);
    const found = problems.filter((problem) => problem.code === code || !asides.includes(problem.code));
    expect(found.map((problem) => `${problem.code} ${placeOf(problem)}`)).toEqual([`${code} ${place}`]);
    expect(found[0]).toMatchObject({ severity, file: 'dialogs/refund.yaml' });
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.fix).toContain(fix);
    expect(program === undefined).toBe(severity === 'error');
  });

  it('an intent that leads nowhere is shown where it is declared', () => {
    const { problems } = compileBot([], vocabulary);
    expect(problems).toMatchObject([
      { code: 'INTENT_WITHOUT_DIALOG', severity: 'warning', file: 'intents/all.en.yaml', line: 2, column: 3 },
    ]);
  });

  it('the other half of a contradiction is shown as well', () => {
    const { problems } = problemsOf('steps: []\n---\ndialog: refund\nsteps: []\n');
    expect(problems[0]?.related).toEqual([
      { file: 'dialogs/refund.yaml', line: 1, column: 9, message: 'the first one' },
    ]);
  });

  it('all mistakes of a file are found at once, sorted by place', () => {
    const { problems } = problemsOf(
      'slots:\n  n: { type: wrong, ask: "{x" }\nsteps:\n  - ask: m\n  - goto: nowhere\n  - say: 5\n  - if: a b\n    then: [{ do: nothing }]\n  - foo: 1\n',
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '5 DIALOG_UNKNOWN_ENTITY',
      '5 TEXT_SYNTAX',
      '7 DIALOG_UNKNOWN_SLOT',
      '8 DIALOG_UNKNOWN_STEP',
      '9 SCHEMA_INVALID',
      '10 EXPRESSION_SYNTAX',
      '11 DIALOG_UNKNOWN_ACTION',
      '12 SCHEMA_INVALID',
    ]);
  });

  it('a file that cannot be read is one problem, and its dialog still counts as known', () => {
    const files = [
      { path: 'dialogs/a.yaml', text: 'dialog: broken\nsteps:\n  - say: "open\n' },
      { path: 'dialogs/b.yaml', text: dialogWith('steps:\n  - call: broken\n') },
    ];
    expect(compileBot(files, vocabulary).problems).toMatchObject([
      { code: 'YAML_SYNTAX', file: 'dialogs/a.yaml', line: 3, column: 10 },
    ]);
  });
});
