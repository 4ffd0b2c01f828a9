/** Makes texts, expressions and references of a dialog, and collects what is wrong with them at their place. */
import type { ErrorCode } from '../../errors/codes.ts';
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Path } from '../../files/yaml-document.ts';
import { compileExpression, literalExpression } from '../expressions/compile-expression.ts';
import type { Names, ValueType } from '../expressions/value-type.ts';
import type { Arguments, Expression, Option, Scope, Template } from '../program.ts';
import { compileText } from '../texts/compile-text.ts';
import type { BotNames } from './bot-names.ts';
import type { Expressions, Options, Texts } from './language/pieces.ts';
import type { DialogSource } from './reading/read-dialog.ts';
import type { StepsSource } from './reading/read-steps.ts';
import type { Link } from './steps/define-step.ts';

export type Linking = {
  readonly source: DialogSource;
  readonly bot: BotNames;
  readonly names: Names;
  readonly stepIds: ReadonlySet<string>;
  /** slots a step asks for */
  readonly askedSlots: ReadonlySet<string>;
  readonly locale: string;
  readonly problems: Problem[];
};

/** A link for one place of a dialog: a step, or a slot. `first` gives the first step of a branch. */
export function linkAt(linking: Linking, site: { readonly path: Path; first(branch: string): string | null }): Link {
  const at = (path: Path): Path => [...site.path, ...path];
  return {
    dialog: linking.source.name,
    hasGoal: linking.source.head.goal !== undefined,
    first: site.first,
    text: (path, source) => textAt(linking, at(path), source),
    texts: (path, source) => textsAt(linking, at(path), source),
    options: (path, source) => optionsAt(linking, at(path), source),
    expression: (path, source, wanted) => expressionAt(linking, at(path), { source, wanted }),
    arguments: (path, source) => argumentsAt(linking, at(path), source),
    known: (kind, path, name) => checkName(linking, at(path), { kind, name }),
    problem: (path, problem) => void linking.problems.push({ ...linking.source.document.place(at(path)), ...problem }),
  };
}

function textAt({ source: { document }, bot, names, locale, problems }: Linking, path: Path, source: string): Template {
  const place = (start?: number, end?: number) =>
    start === undefined ? document.place(path) : document.placeWithin(path, start, end ?? source.length);
  const { template, problems: found } = compileText({ source, place, names, locale });
  report({ document, problems }, found);
  return usesConstants(source, bot)
    ? { ...template, format: (scope) => template.format({ ...bot.constants, ...scope }) }
    : template;
}

function textsAt(linking: Linking, path: Path, source: Texts | undefined): readonly Template[] {
  if (source === undefined) return [];
  return typeof source === 'string'
    ? [textAt(linking, path, source)]
    : source.map((one, n) => textAt(linking, [...path, n], one));
}

function optionsAt(linking: Linking, path: Path, source: Options | undefined): readonly Option[] {
  return (source ?? []).map((option, n) => {
    if (typeof option === 'string') return { value: option, title: textAt(linking, [...path, n], option) };
    const key = option.title === undefined ? 'value' : 'title';
    return { value: option.value, title: textAt(linking, [...path, n, key], option.title ?? option.value) };
  });
}

type Wanted = { readonly source: unknown; readonly wanted: ValueType | undefined };

function expressionAt(linking: Linking, path: Path, { source, wanted }: Wanted): Expression {
  const { document } = linking.source;
  if (Array.isArray(source)) return listAt(linking, path, source);
  if (typeof source === 'object' && source !== null) return mapAt(linking, path, source);
  if (typeof source === 'number' || typeof source === 'boolean')
    return literalExpression(source, String(source), document.place(path));
  if (typeof source !== 'string') return literalExpression(null, 'null', document.place(path));
  const place = (start?: number, end?: number) =>
    start === undefined ? document.place(path) : document.placeWithin(path, start, end ?? source.length);
  const { expression, problems } = compileExpression({
    source,
    place,
    names: linking.names,
    ...(wanted ? { wanted } : {}),
  });
  report({ document, problems: linking.problems }, problems);
  if (!usesConstants(source, linking.bot)) return expression;
  return { ...expression, evaluate: (scope) => expression.evaluate({ ...linking.bot.constants, ...scope }) };
}

function listAt(linking: Linking, path: Path, source: readonly unknown[]): Expression {
  const items = source.map((item, n) => expressionAt(linking, [...path, n], { source: item, wanted: undefined }));
  const where = linking.source.document.place(path);
  return { source: JSON.stringify(source), where, evaluate: (scope) => items.map((item) => item.evaluate(scope)) };
}

function mapAt(linking: Linking, path: Path, source: object): Expression {
  const entries = Object.entries(argumentsAt(linking, path, { ...source }));
  const where = linking.source.document.place(path);
  const evaluate = (scope: Scope) => Object.fromEntries(entries.map(([key, one]) => [key, one.evaluate(scope)]));
  return { source: JSON.stringify(source), where, evaluate };
}

function argumentsAt(linking: Linking, path: Path, source: Expressions | undefined): Arguments {
  const entries = Object.entries(source ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      expressionAt(linking, [...path, name], { source: value, wanted: undefined }),
    ]),
  );
}

/** Adds problems, but those of lines whose YAML is wrong already: they follow from it. */
function report({ document, problems }: StepsSource, found: readonly Problem[]): void {
  const isWrong = (line: number) =>
    document.problems.some((known) => known.severity === 'error' && known.line === line);
  problems.push(...found.filter(({ line }) => !isWrong(line)));
}

function usesConstants(source: string, { constants }: BotNames): boolean {
  return Object.keys(constants).some((name) => source.includes(name));
}

type Reference = { readonly kind: 'dialog' | 'slot' | 'action' | 'step'; readonly name: string };

const codes: Readonly<Record<Reference['kind'], ErrorCode>> = {
  dialog: 'DIALOG_UNKNOWN',
  slot: 'DIALOG_UNKNOWN_SLOT',
  action: 'DIALOG_UNKNOWN_ACTION',
  step: 'DIALOG_UNKNOWN_STEP',
};

function checkName(linking: Linking, path: Path, { kind, name }: Reference): void {
  const known = knownNames(linking, kind);
  if (known.includes(name)) return;
  const near = nearest(name, known);
  const list = known.length === 0 ? `there is no ${kind} here` : `${kind}s here: ${known.slice(0, 12).join(', ')}`;
  linking.problems.push({
    ...linking.source.document.place(path),
    code: codes[kind],
    severity: 'error',
    message: `${kind} '${name}' does not exist${kind === 'step' || kind === 'slot' ? ` in dialog '${linking.source.name}'` : ''}`,
    fix: near ? `did you mean '${near}'? ${list}` : list,
  });
}

function knownNames({ source, bot, stepIds }: Linking, kind: Reference['kind']): readonly string[] {
  if (kind === 'dialog') return [...bot.dialogs];
  if (kind === 'action') return [...bot.vocabulary.actions.keys()];
  return kind === 'slot' ? [...source.slots.keys(), ...source.brokenSlots] : [...stepIds];
}
