/** The bot that every channel is tried with: one dialog for each form a reply can have. */
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Program } from '../../../src/dialogs/program.ts';

const where = { file: 'intents/test.en.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const intents = [
  'status',
  'long',
  'scripts',
  'colours',
  'many',
  'cards',
  'pay',
  'rate',
  'human.request',
  'flow.cancel',
];

/** Longer than a message of any channel; its last words tell that all of it came. */
export const longText = `${Array.from({ length: 700 }, (_, line) => `Line ${line + 1} of the terms.`).join('\n')}\nThis is the end.`;

export const scripts = '👩‍👩‍👧‍👦 مرحبا بالعالم 🇩🇪 e\u0301 שלום';

const long = longText.replaceAll('\n', '\n      ');

const dialogs = `
dialog: on.start
steps:
  - say: Hello.
---
dialog: status
start: { intents: [status] }
steps:
  - say: On its way.
---
dialog: long
start: { intents: [long] }
steps:
  - say: |
      ${long}
---
dialog: scripts
start: { intents: [scripts] }
steps:
  - say: "${scripts}"
---
dialog: colours
start: { intents: [colours] }
steps:
  - choose:
      text: Which colour?
      save: colour
      options:
        - { value: red, title: Red }
        - { value: blue, title: "Blue 🎨" }
  - say: You chose {colour}.
---
dialog: many
start: { intents: [many] }
steps:
  - choose:
      text: Which one?
      save: one
      options:
${Array.from({ length: 24 }, (_, n) => `        - { value: v${n + 1}, title: Thing ${n + 1} }`).join('\n')}
  - say: You chose {one}.
---
dialog: cards
start: { intents: [cards] }
steps:
  - say:
      text: Look at these.
      cards:
        - title: A lamp
          text: Bright.
          image: { url: "https://shop.example/lamp.png", alt: A lamp on a table }
          buttons:
            - { title: Open, url: "https://shop.example/lamp" }
            - { title: Buy, value: "#status" }
---
dialog: pay
start: { intents: [pay] }
steps:
  - do: pay
  - say: Paid.
---
dialog: rate
start: { intents: [rate] }
steps:
  - say: Done.
  - survey: csat
---
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { reason: asked-for }
---
dialog: on.cancel
start: { intents: [flow.cancel] }
steps:
  - say: Stopped.
---
dialog: on.unavailable
steps:
  - say: Nobody is here.
---
dialog: came
start: { notice: handoff.accepted }
steps:
  - say: A colleague is here.
---
dialog: shipped
start: { notice: shipped }
steps:
  - say: It is on its way.
---
dialog: on.silence
steps: []
`;

export function contractProgram(): Program {
  const spec = { name: 'pay', timeoutMs: 5_000, retries: 0, safe: false, idempotent: false };
  const vocabulary = {
    intents: new Map(intents.map((intent) => [intent, where])),
    answers: new Map(),
    answersIn: new Map(),
    entities: new Set<string>(),
    actions: new Map([['pay', spec]]),
  };
  const { program, problems } = compileBot([{ path: 'dialogs/test.yaml', text: dialogs }], vocabulary, { locales: [] });
  if (!program) throw new Error(JSON.stringify(problems, null, 2));
  return program;
}
