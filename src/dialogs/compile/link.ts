/** Makes texts, expressions and references of a dialog, and collects what is wrong with them at their place. */
import type { ErrorCode } from '../../errors/codes.ts';
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Value } from '../../events/understood.ts';
import type { Path } from '../../files/yaml-document.ts';
import { compileExpression, literalExpression } from '../expressions/compile-expression.ts';
import { fieldOf, isAssignable, type Kind, type Names, shapeOf, type ValueType } from '../expressions/value-type.ts';
import type { Arguments, Expression, Option, Scope, Template } from '../program.ts';
import { compileText } from '../texts/compile-text.ts';
import type { Formats } from '../texts/create-formats.ts';
import type { BotNames } from './bot-names.ts';
import type { Expressions, Options, Texts } from './language/pieces.ts';
import type { DialogSource } from './reading/read-dialog.ts';
import type { StepsSource } from './reading/read-steps.ts';
import type { Declared, Link } from './steps/define-step.ts';
import { utteranceOf } from './utterance.ts';

export type Linking = {
  readonly source: DialogSource;
  readonly bot: BotNames;
  readonly names: Names;
  readonly stepIds: ReadonlySet<string>;
  /** slots a step asks for */
  readonly askedSlots: ReadonlySet<string>;
  readonly locale: string;
  readonly formats: Formats;
  readonly problems: Problem[];
};

/** A link for one place of a dialog: a step, or a slot. `first` gives the first step of a branch. */
export function linkAt(linking: Linking, site: { readonly path: Path; first(branch: string): string | null }): Link {
  const at = (path: Path): Path => [...site.path, ...path];
  const { source, bot, problems } = linking;
  const making: Pick<Link, 'text' | 'texts' | 'options'> = {
    text: (path, text) => textAt(linking, at(path), text),
    texts: (path, texts) => textsAt(linking, at(path), texts),
    options: (path, options) => optionsAt(linking, at(path), options),
  };
  return {
    ...making,
    dialog: source.name,
    hasGoal: source.hasGoal,
    first: site.first,
    where: (path) => source.document.place(at(path)),
    utterance: (path, speech) => utteranceOf(making, path, speech),
    expression: (path, expression, wanted) =>
      expressionAt(linking, at(path), { source: expression, wanted }).expression,
    arguments: (path, given, declared) => argumentsAt(linking, at(path), { source: given, declared }),
    inputOf: (action) => inputOf(bot, action),
    slotsOf: (dialog) => slotsOf(bot, dialog),
    known: (kind, path, name) => checkName(linking, at(path), { kind, name }),
    problem: (path, problem) => void problems.push({ ...source.document.place(at(path)), ...problem }),
  };
}

function inputOf({ vocabulary }: BotNames, action: string): Declared | undefined {
  const shape = vocabulary.actions.get(action)?.input;
  return shape && { what: `the action '${action}'`, shape };
}

/** A dialog takes values for its slots; any other name it may be given is its own affair. */
function slotsOf({ dialogs }: BotNames, name: string): Declared | undefined {
  const fields = dialogs.get(name)?.slots;
  if (!fields) return undefined;
  return { what: `the dialog '${name}'`, shape: { is: 'map', fields, optional: Object.keys(fields), isOpen: true } };
}

function textAt(linking: Linking, path: Path, source: string): Template {
  const { names, locale, formats, problems } = linking;
  const { document, name: dialog } = linking.source;
  const place = (start?: number, end?: number) =>
    start === undefined ? document.place(path) : document.placeWithin(path, start, end ?? source.length);
  const { template, problems: found } = compileText({ source, place, names, locale, formats, dialog });
  report({ document, problems }, found);
  return template;
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

type Wanted = { readonly source: unknown; readonly wanted?: Kind | undefined };

/** @property type of its value, as far as known */
type Typed = { readonly expression: Expression; readonly type: ValueType };

function expressionAt(linking: Linking, path: Path, { source, wanted }: Wanted): Typed {
  const { document } = linking.source;
  if (Array.isArray(source)) return listAt(linking, path, source);
  if (typeof source === 'object' && source !== null) return mapAt(linking, path, source);
  const literal = (value: Value, type: ValueType): Typed => ({
    expression: literalExpression(value, String(value), document.place(path)),
    type,
  });
  if (typeof source === 'number') return literal(source, { is: 'number' });
  if (typeof source === 'boolean') return literal(source, { is: 'yes/no' });
  if (typeof source !== 'string') return literal(null, { is: 'null' });
  return compiledAt(linking, path, { source, wanted });
}

function compiledAt(
  linking: Linking,
  path: Path,
  { source, wanted }: { readonly source: string; readonly wanted?: Kind | undefined },
): Typed {
  const { document } = linking.source;
  const place = (start?: number, end?: number) =>
    start === undefined ? document.place(path) : document.placeWithin(path, start, end ?? source.length);
  const { expression, type, problems } = compileExpression({
    source,
    place,
    names: linking.names,
    ...(wanted ? { wanted } : {}),
  });
  report({ document, problems: linking.problems }, problems);
  return { expression, type };
}

function listAt(linking: Linking, path: Path, source: readonly unknown[]): Typed {
  const items = source.map((item, n) => expressionAt(linking, [...path, n], { source: item }).expression);
  const evaluate = (scope: Scope) => items.map((item) => item.evaluate(scope));
  return {
    expression: together(linking, path, { source, parts: items, evaluate }),
    type: { is: 'list', of: { is: 'any' } },
  };
}

function mapAt(linking: Linking, path: Path, source: object): Typed {
  const entries = Object.entries(argumentsAt(linking, path, { source: { ...source } }));
  const evaluate = (scope: Scope) => Object.fromEntries(entries.map(([key, one]) => [key, one.evaluate(scope)]));
  const parts = entries.map(([, one]) => one);
  const type: ValueType = { is: 'map', fields: {}, optional: [], isOpen: true };
  return { expression: together(linking, path, { source, parts, evaluate }), type };
}

type Together = {
  readonly source: object;
  readonly parts: readonly Expression[];
  readonly evaluate: Expression['evaluate'];
};

function together({ source: { document } }: Linking, path: Path, { source, parts, evaluate }: Together): Expression {
  const uses = new Set(parts.flatMap((part) => [...part.uses]));
  return { source: JSON.stringify(source), where: document.place(path), uses, evaluate };
}

type Given = { readonly source: Expressions | undefined; readonly declared?: Declared | undefined };

function argumentsAt(linking: Linking, path: Path, { source = {}, declared }: Given): Arguments {
  if (declared) linking.problems.push(...missingArguments(linking, path, { source, declared }));
  const entries = Object.entries(source).map(([name, value]) => {
    const at = [...path, name];
    const { expression, type } = expressionAt(linking, at, { source: value });
    if (value === null) linking.problems.push(...nothingWritten(linking, at, name));
    if (declared) linking.problems.push(...argumentProblems(linking, at, { name, type, declared }));
    if (declared && typeof value === 'string') linking.problems.push(...neverTaken(linking, at, { value, declared }));
    return [name, expression] as const;
  });
  return Object.fromEntries(entries);
}

/** What is empty says so: with nothing behind the colon a value was lost. It is then placed at its key. */
function nothingWritten({ source: { document } }: Linking, path: Path, name: string): readonly Problem[] {
  const [place, key] = [document.place(path), document.placeOfKey(path)];
  if (place.line !== key.line || place.column !== key.column) return [];
  const message = `nothing is written behind '${name}:'`;
  return [
    { ...place, code: 'EXPRESSION_SYNTAX', severity: 'error', message, fix: "write a value, or 'null' for none" },
  ];
}

/** A text in quotes that is none of those which may be given. */
function neverTaken(
  { source: { document } }: Linking,
  path: Path,
  { value, declared: { what, shape } }: { readonly value: string; readonly declared: Declared },
): readonly Problem[] {
  const name = String(path.at(-1));
  const wanted = fieldOf(shape, name);
  const [, quoted] = /^"([^"\\]*)"$/.exec(value.trim().replace(/^'([^'\\]*)'$/, '"$1"')) ?? [];
  if (wanted?.is !== 'text' || wanted.oneOf === undefined || quoted === undefined) return [];
  if (wanted.oneOf.includes(quoted)) return [];
  const near = nearest(quoted, wanted.oneOf);
  const message = `${what} never takes "${quoted}" as '${name}'`;
  const fix = near ? `did you mean '${near}'?` : `it takes: ${wanted.oneOf.join(', ')}`;
  return [{ ...document.place(path), code: 'ACTION_INPUT', severity: 'error', message, fix }];
}

type Argument = { readonly name: string; readonly type: ValueType; readonly declared: Declared };

function argumentProblems(
  { source: { document } }: Linking,
  path: Path,
  { name, type, declared }: Argument,
): readonly Problem[] {
  const { what, shape } = declared;
  const wanted = fieldOf(shape, name);
  const fields = shape.is === 'map' ? Object.keys(shape.fields) : [];
  if (!wanted) {
    const near = nearest(name, fields);
    const fix = near
      ? `did you mean '${near}'?`
      : fields.length > 0
        ? `it takes: ${fields.join(', ')}`
        : 'leave it out';
    return [
      {
        ...document.placeOfKey(path),
        code: 'ACTION_INPUT',
        severity: 'error',
        message: `${what} takes no '${name}'`,
        fix,
      },
    ];
  }
  if (isAssignable(type, shapeOf(wanted))) return [];
  const message = `${what} takes a ${wanted.is} as '${name}', and this is a ${type.is}`;
  return [
    {
      ...document.place(path),
      code: 'ACTION_INPUT',
      severity: 'error',
      message,
      fix: 'convert it: string(…) makes a text, double(…) a number',
    },
  ];
}

function missingArguments(
  { source: { document } }: Linking,
  path: Path,
  { source, declared: { what, shape } }: { readonly source: Expressions; readonly declared: Declared },
): readonly Problem[] {
  if (shape.is !== 'map') return [];
  const missing = Object.keys(shape.fields).filter(
    (name) => !shape.optional.includes(name) && !Object.hasOwn(source, name),
  );
  const misspelt = Object.keys(source).filter((name) => fieldOf(shape, name) === undefined).length;
  return missing.slice(misspelt).map((name) => ({
    ...document.place(path.slice(0, -1)),
    code: 'ACTION_INPUT',
    severity: 'error',
    message: `${what} needs '${name}', which it is not given`,
    fix: `add it: 'with: { ${name}: … }'`,
  }));
}

/** Adds problems, but those of lines whose YAML is wrong already: they follow from it. */
function report({ document, problems }: StepsSource, found: readonly Problem[]): void {
  const isWrong = (line: number) =>
    document.problems.some((known) => known.severity === 'error' && known.line === line);
  problems.push(...found.filter(({ line }) => !isWrong(line)));
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
    unknown: name,
  });
}

function knownNames({ source, bot, stepIds }: Linking, kind: Reference['kind']): readonly string[] {
  if (kind === 'dialog') return [...bot.dialogs.keys()];
  if (kind === 'action') return [...bot.vocabulary.actions.keys()];
  return kind === 'slot' ? [...source.slots.keys(), ...source.brokenSlots] : [...stepIds];
}
