/** Reads `rules.yaml` and compiles its conditions. */
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import { readYaml } from '../../../files/read-yaml.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import { risks } from '../../../languages/find-risk.ts';
import { burdenNames } from '../../burdens.ts';
import { compileExpression } from '../../expressions/compile-expression.ts';
import type { Names } from '../../expressions/value-type.ts';
import type { Rule, RuleAct } from '../../program.ts';
import type { NameUse } from '../checks/undeclared-team.ts';
import { type RuleShape, rulesSchema } from './rules-schema.ts';

/** Where a bot's rules stand, below its folder. */
export const rulesFile = 'rules.yaml';

/** @property rules in the order of the file: the first that holds is acted on; @property uses teams that they name */
export type ReadRules = {
  readonly rules: readonly Rule[];
  readonly uses: readonly NameUse[];
  readonly problems: readonly Problem[];
};

/** @param dialogs names of the bot's dialogs, which a rule may offer; @param names those every expression of the bot sees */
export function readRules(
  files: readonly SourceFile[],
  { dialogs, names }: { readonly dialogs: ReadonlySet<string>; readonly names: Names },
): ReadRules {
  const file = files.find(({ path }) => path === rulesFile);
  if (!file) return { rules: [], uses: [], problems: [] };
  const document = readYaml(file);
  const { value, problems } = checkShape(document, rulesSchema);
  const reading: Reading = {
    document,
    dialogs,
    names: ruleNames(names, dialogs),
    problems: [...document.problems, ...problems],
  };
  const rules = (value?.rules ?? []).map((shape, index) => ruleOf(reading, shape, ['rules', index]));
  reportTwice(reading, rules);
  const uses = rules.flatMap((rule, index) => teamUse(document, rule, ['rules', index, 'handoff']));
  return { rules, uses, problems: reading.problems };
}

function teamUse(document: YamlDocument, { does }: Rule, at: Path): readonly NameUse[] {
  if (does.kind !== 'handoff' || does.team === null) return [];
  const isShort = typeof valueAt(document.value, at) === 'string';
  return [{ kind: 'team', name: does.team, where: () => document.place(isShort ? at : [...at, 'team']) }];
}

type Reading = {
  readonly document: YamlDocument;
  readonly dialogs: ReadonlySet<string>;
  readonly names: Names;
  readonly problems: Problem[];
};

/** What a condition may ask for beside what the conversation knows. */
function ruleNames(names: Names, dialogs: ReadonlySet<string>): Names {
  return new Map([
    ...names,
    ...burdenNames.map((name) => [name, { is: 'number' }] as const),
    ['sentiment', { is: 'any' }],
    ['risk', { is: 'text', oneOf: risks }],
    ['topic', { is: 'text' }],
    ['dialog', { is: 'text', oneOf: [...dialogs] }],
  ]);
}

function ruleOf(reading: Reading, shape: RuleShape, path: Path): Rule {
  const { document } = reading;
  const { rule: name, when } = shape;
  const at: Path = [...path, 'when'];
  const compiled = compileExpression({
    source: when,
    place: (start = 0, end = when.length) => document.placeWithin(at, start, end),
    names: reading.names,
    wanted: 'yes/no',
  });
  reading.problems.push(...compiled.problems);
  const does = actOf(shape);
  const dialog = does.kind === 'offer' ? does.dialog : null;
  if (dialog !== null && !reading.dialogs.has(dialog)) reading.problems.push(unknownDialog(reading, dialog, path));
  const isSensitive = shape.sensitive || /\brisk\b/.test(when);
  if (isSensitive && (shape.holdOut ?? 0) > 0) reading.problems.push(heldBack(reading, path));
  const holdOut = isSensitive ? 0 : (shape.holdOut ?? (does.kind === 'offer' ? usualHoldOut : 0));
  const { file, line } = document.place(at);
  return { name, file, line, when: compiled.expression, does, isSensitive, holdOut };
}

/** Of whom nothing is offered, where the rule does not say. */
const usualHoldOut = 0.1;

function actOf({ rule, offer = 'person', handoff }: RuleShape): RuleAct {
  if (handoff === undefined) return { kind: 'offer', dialog: offer === 'person' ? null : offer.dialog };
  const { team = null, reason = rule } = typeof handoff === 'string' ? { team: handoff } : handoff;
  return { kind: 'handoff', team, reason };
}

function heldBack({ document }: Reading, path: Path): Problem {
  return {
    ...document.place([...path, 'holdOut']),
    code: 'RULE_HELD_BACK',
    severity: 'error',
    message: 'the rule is about a risk or something sensitive, from which nobody is held back by lot',
    fix: 'leave holdOut out; what such a rule brings is told by no experiment',
  };
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
