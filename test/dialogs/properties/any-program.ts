/**
 * Random dialogs, as YAML: 1–6 slots each, calls up to 3 deep, branches, confirmations, choices, actions that may fail. Values look like `a12`: the
 * letter is their type, and those ending in 0 are refused by checks.
 */
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { AnswerSource } from '../../../src/dialogs/compile/vocabulary.ts';
import type { ActionSpec, Program } from '../../../src/dialogs/program.ts';
import { type Dice, diceOf } from './random.ts';

export const letters = ['a', 'b', 'c', 'd'] as const;
export const wishes = ['wish.0', 'wish.1', 'wish.2'] as const;
export const asides = [
  'hours',
  'human.request',
  'flow.cancel',
  'flow.help',
  'flow.repeat',
  'flow.goodbye',
  'machine.ask',
] as const;

const where = { file: 'intents/test.en.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const answer: AnswerSource = { texts: ['Always.'], buttons: [], about: 'our hours', isSmallTalk: false, where };

const actions = new Map(
  ['check', 'read', 'change', 'is_done'].map((name): [string, ActionSpec] => [
    name,
    { name, timeoutMs: 1, retries: 0, safe: name !== 'change', idempotent: false },
  ]),
);

/** @throws Error with the problems when what was made does not compile: then the generator is wrong */
export function anyProgram(seed: number): Program {
  const yaml = anyDialogs(diceOf(seed));
  const vocabulary = {
    intents: new Map([...wishes, ...asides].map((intent) => [intent, where])),
    answers: new Map([['hours', answer]]),
    entities: new Set(letters.map((letter) => `type_${letter}`)),
    actions,
  };
  const files = [
    { path: 'dialogs/any.yaml', text: yaml },
    { path: 'dialogs/any.de.yaml', text: german },
  ];
  const { program, problems } = compileBot(files, vocabulary, { locales: ['de'] });
  if (!program) throw new Error(`program ${seed}: ${JSON.stringify(problems)}\n${yaml}`);
  return program;
}

/** What can be chosen has another name in another language; what has no translation is said as it stands. */
const german = `translations:
  - { en: Green, de: Grün }
  - { en: Left, de: Links }
  - { en: Right, de: Rechts }
  - { en: "Which way?", de: Welcher Weg? }
`;

function anyDialogs(dice: Dice): string {
  const mains = wishes.map((wish, n) => anyDialog(dice, { name: `main${n}`, depth: 0, wish }));
  const called = [1, 2, 3].map((depth) => anyDialog(dice, { name: `sub${depth}`, depth, wish: null }));
  return [...mains, ...called].join('---\n');
}

type Made = { readonly name: string; readonly depth: number; readonly wish: string | null };

function anyDialog(dice: Dice, { name, depth, wish }: Made): string {
  const slots = Array.from({ length: 1 + dice.below(6) }, (_, n) => anySlot(dice, `${name}_${n}`));
  const shared = dice.chance(0.4) ? [sharedSlot] : [];
  const all = [...slots, ...shared];
  const steps = all.flatMap((slot) => [...between(dice, { name, depth }), `  - ask: ${slot.name}\n`]);
  const head = wish === null ? '' : `start: { intents: [${wish}] }\n`;
  const goal = wish === null ? '' : `goal: { name: ${name}, verify: { by: is_done, within: 1d } }\n`;
  return `dialog: ${name}\nabout: topic ${name}\n${head}${goal}slots:\n${all.map(({ yaml }) => yaml).join('')}steps:\n  - say: Begin ${name}.\n${steps.join('')}${ending(dice, name, wish)}`;
}

type MadeSlot = { readonly name: string; readonly yaml: string };

const sharedSlot: MadeSlot = {
  name: 'common',
  yaml: '  common: { type: type_d, shared: true, ask: "common?", check: { do: check, with: { value: common } } }\n',
};

function anySlot(dice: Dice, name: string): MadeSlot {
  const kind = dice.pick(['entity', 'entity', 'entity', 'text', 'yes_no', 'choice', 'number']);
  const type = kind === 'entity' ? `type_${dice.pick(letters)}` : kind;
  const options = kind === 'choice' ? ', options: [Red, Green, Blue]' : '';
  const isChecked = kind === 'entity' && dice.chance(0.6);
  const check = isChecked ? `, check: { do: check, with: { value: ${name} } }, invalid: "{${name}} is wrong."` : '';
  const limit = dice.chance(0.5) ? `, attempts: ${1 + dice.below(4)}${otherwise(dice, name, kind)}` : '';
  return {
    name,
    yaml: `  ${name}: { type: ${type}, ask: "${name}?", again: ["${name}??", "${name}???"]${options}${check}${limit} }\n`,
  };
}

function otherwise(dice: Dice, name: string, kind: string): string {
  const value = { entity: '\'"a11"\'', text: '\'"none"\'', yes_no: 'true', choice: '\'"Red"\'', number: '7' }[kind];
  return dice.pick([
    '',
    ', otherwise: { handoff: team }',
    ', otherwise: { say: Without. }',
    `, otherwise: { set: { ${name}: ${value} } }`,
  ]);
}

/** What may stand between two questions. */
function between(dice: Dice, { name, depth }: Omit<Made, 'wish'>): readonly string[] {
  const call =
    depth < 3 ? [`  - call: sub${depth + 1}${dice.chance(0.3) ? '\n    failed: { say: It failed. }' : ''}\n`] : [];
  const [first, ...others] = [
    '  - say: [One, Two]\n',
    `  - set: { note: '"x"' }\n`,
    `  - confirm: Go on with ${name}?\n`,
    '  - confirm: Or not?\n    no: { say: Then not. }\n',
    '  - choose: { text: "Which way?", save: way, options: [{ title: Left, steps: { say: Left it is. } }, { title: Right }] }\n',
    '  - do: read\n    save: read\n',
    '  - do: read\n    failed: { say: No answer. }\n',
    '  - do: change\n    failed: [{ say: Not changed. }, { handoff: team }]\n',
    '  - if: turn > 3\n    then: { say: Late. }\n    else: { say: Early. }\n',
    '  - handoff: { team: team, reason: asked, offer: true }\n',
    '  - promise: { what: a thing, within: 3d }\n',
    '  - remind: { after: 2h, say: Remember. }\n',
    '  - wait: 5m\n',
    ...call,
  ];
  return Array.from({ length: dice.below(2) + (dice.chance(0.2) ? 1 : 0) }, () =>
    dice.pick([first ?? '', ...others, ...call]),
  );
}

function ending(dice: Dice, name: string, wish: string | null): string {
  const survey = dice.chance(0.2) ? '  - survey: csat\n' : '';
  return wish === null ? `  - say: End of ${name}.\n` : `  - goal: reached\n  - say: Done ${name}.\n${survey}`;
}
