/** Reads `rules.yaml` and compiles its conditions. */
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import { checkShape } from '../../../files/check-shape.ts';
import { readYaml } from '../../../files/read-yaml.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import { burdenNames } from '../../burdens.ts';
import { compileExpression } from '../../expressions/compile-expression.ts';
import type { Names } from '../../expressions/value-type.ts';
import type { Rule } from '../../program.ts';
import { type RuleShape, rulesSchema } from './rules-schema.ts';

/** Where a bot's rules stand, below its folder. */
export const rulesFile = 'rules.yaml';

/** @property rules in the order of the file: the first that holds is acted on */
export type ReadRules = { readonly rules: readonly Rule[]; readonly problems: readonly Problem[] };

/** @param dialogs names of the bot's dialogs, which a rule may offer; @param names those every expression of the bot sees */
export function readRules(
  files: readonly SourceFile[],
  { dialogs, names }: { readonly dialogs: ReadonlySet<string>; readonly names: Names },
): ReadRules {
  const file = files.find(({ path }) => path === rulesFile);
  if (!file) return { rules: [], problems: [] };
  const document = readYaml(file);
  const { value, problems } = checkShape(document, rulesSchema);
  const reading: Reading = {
    document,
    dialogs,
    names: ruleNames(names),
    problems: [...document.problems, ...problems],
  };
  const rules = (value?.rules ?? []).map((shape, index) => ruleOf(reading, shape, ['rules', index]));
  reportTwice(reading, rules);
  return { rules, problems: reading.problems };
}

type Reading = {
  readonly document: YamlDocument;
  readonly dialogs: ReadonlySet<string>;
  readonly names: Names;
  readonly problems: Problem[];
};

/** What a condition may ask for beside what the conversation knows. */
function ruleNames(names: Names): Names {
  return new Map([
    ...names,
    ...burdenNames.map((name) => [name, { is: 'number' }] as const),
    ['sentiment', { is: 'any' }],
    ['topic', { is: 'text' }],
    ['dialog', { is: 'text' }],
  ]);
}

function ruleOf(reading: Reading, { rule: name, when, offer, holdOut, sensitive }: RuleShape, path: Path): Rule {
  const { document } = reading;
  const at: Path = [...path, 'when'];
  const compiled = compileExpression({
    source: when,
    place: (start = 0, end = when.length) => document.placeWithin(at, start, end),
    names: reading.names,
    wanted: 'yes/no',
  });
  reading.problems.push(...compiled.problems);
  const dialog = offer === 'person' ? null : offer.dialog;
  if (dialog !== null && !reading.dialogs.has(dialog)) reading.problems.push(unknownDialog(reading, dialog, path));
  const { file, line } = document.place(at);
  return { name, file, line, when: compiled.expression, dialog, holdOut: sensitive ? 0 : holdOut };
}

function unknownDialog({ document, dialogs }: Reading, dialog: string, path: Path): Problem {
  const near = nearest(dialog, dialogs);
  return {
    ...document.place([...path, 'offer', 'dialog']),
    code: 'RULE_UNKNOWN_DIALOG',
    severity: 'error',
    message: `the rule offers dialog '${dialog}', which does not exist`,
    fix: near ? `did you mean '${near}'?` : "name a dialog of the bot, or offer a 'person'",
    unknown: dialog,
  };
}

function reportTwice({ document, problems }: Reading, rules: readonly Rule[]): void {
  for (const [index, { name }] of rules.entries()) {
    const first = rules.findIndex((one) => one.name === name);
    if (first === index) continue;
    const { file, line, column } = document.place(['rules', first, 'rule']);
    problems.push({
      ...document.place(['rules', index, 'rule']),
      code: 'RULE_DUPLICATE',
      severity: 'error',
      message: `another rule is called '${name}' already`,
      fix: 'give each rule a name of its own: figures stand under it',
      related: [{ file, line, column, message: 'the first one' }],
    });
  }
}
