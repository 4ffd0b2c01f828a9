/** docs/dialogs.md: the reference of dialog files. Its tables are made from the schemas, the words and the functions themselves. */
import { slotTypes } from '../../src/dialogs/answers/read-slot.ts';
import { dialogSchema, slotSchema } from '../../src/dialogs/compile/language/dialog-schema.ts';
import { stepWords } from '../../src/dialogs/compile/language/step-words.ts';
import { dialogWords, slotWords } from '../../src/dialogs/compile/language/words.ts';
import { stepKinds } from '../../src/dialogs/compile/reading/step-kinds.ts';
import { systemDialogs, systemIntents } from '../../src/dialogs/defaults/system.ts';
import { functions, methods } from '../../src/dialogs/expressions/functions.ts';
import { macros } from '../../src/dialogs/expressions/macros.ts';
import type { Words } from '../../src/files/schema/editor-schema.ts';
import { dialogsProse } from './dialogs-prose.ts';
import { keysOf } from './keys-of.ts';
import type { Page } from './page.ts';

export function dialogsPage(): Page {
  const parts: Readonly<Record<string, string>> = {
    head: keyTable(keysOf(dialogSchema), dialogWords),
    slots: keyTable(keysOf(slotSchema), slotWords),
    types: slotTypes.map((type) => `\`${type}\``).join(', '),
    steps: [...stepKinds.keys()].map(stepSection).join('\n'),
    functions: functionTable(),
    system: systemTable(),
  };
  const text = dialogsProse.replace(/<<(\w+)>>/g, (_, part: string) => parts[part] ?? '');
  return { file: 'docs/dialogs.md', text };
}

function keyTable(keys: ReturnType<typeof keysOf>, words: Words): string {
  const rows = keys.map(({ path, isNeeded }) => {
    const about = words[path]?.about ?? '';
    return `| \`${path}\`${isNeeded ? ' (needed)' : ''} | ${cell(about)} |`;
  });
  return ['| key | what it is for |', '|---|---|', ...rows].join('\n');
}

function stepSection(name: string): string {
  const words = stepWords[name];
  const kind = stepKinds.get(name);
  if (!words || !kind) return '';
  const keys = keysOf(kind.schema).filter(({ path }) => path !== 'id');
  return `### ${name}\n\n${words.about}\n\n\`\`\`yaml\n${words.example}\n\`\`\`\n\n${keyTable(keys, words.keys)}\n`;
}

function functionTable(): string {
  const plain = Object.entries(functions).map(([name, { takes, gives }]) => [`${name}(${takes.join(', ')})`, gives]);
  const dotted = Object.entries(methods).map(([name, { on, takes, gives }]) => [
    `${on}.${name}(${takes.join(', ')})`,
    gives,
  ]);
  const overLists = Object.entries(macros).map(([name, { body, gives }]) => [`list.${name}(x, ${body})`, gives]);
  const rows = [...plain, ...dotted, ...overLists].map(([form, gives]) => `| \`${form}\` | ${gives} |`);
  return ['| function | gives |', '|---|---|', ...rows].join('\n');
}

function systemTable(): string {
  const documents = systemDialogs.text.split('---\n');
  const rows = documents.map((text) => {
    const [, name = ''] = /^dialog: (\S+)/m.exec(text) ?? [];
    const [, about = ''] = /^about: (.*)/m.exec(text) ?? [];
    const intents = (systemIntents[name] ?? []).slice(0, 1).map((intent) => `\`${intent}\``);
    return `| \`${name}\` | ${about} | ${intents.join(', ')} |`;
  });
  return ['| dialog | what it does | intent that starts it |', '|---|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
