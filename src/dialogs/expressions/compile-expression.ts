/** Makes an expression (CEL) of a value in a dialog file, and finds at load time what is wrong with it. */
import { type ASTNode, ParseError, parse as parseCel } from '@marcbachmann/cel-js';
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import type { Value } from '../../events/understood.ts';
import type { Expression } from '../program.ts';
import { build } from './build.ts';
import type { Fault } from './fault.ts';
import { functions, methods } from './functions.ts';
import { macros } from './macros.ts';
import { anything, fits, type Kind, type Names, type ValueType } from './value-type.ts';

export type ExpressionSource = {
  readonly source: string;
  /** place of characters `start` to `end` of the source; of the whole when left out */
  place(start?: number, end?: number): Where;
  readonly names: Names;
  /** what the value is for; `any` when left out */
  readonly wanted?: Kind;
};

/** @property type of its value, as far as known */
export type Compiled = {
  readonly expression: Expression;
  readonly type: ValueType;
  readonly problems: readonly Problem[];
};

/** Compiles one expression. With problems it still evaluates: to null. Evaluation never throws. */
export function compileExpression(from: ExpressionSource): Compiled {
  const parsed = parse(from.source);
  if ('fault' in parsed)
    return {
      expression: literalExpression(null, from.source, from.place()),
      type: anything,
      problems: [syntaxProblem(from, parsed.fault)],
    };
  const faults: Fault[] = [];
  const uses = new Set<string>();
  const { type, run } = build(parsed.ast, { names: from.names, faults, uses });
  const problems = faults.map((fault) => faultProblem(from, fault));
  const evaluate: Expression['evaluate'] = (scope) => run(scope) ?? null;
  const misfit = from.wanted && problems.length === 0 && !fits(type, from.wanted) ? [wrongType(from, type)] : [];
  const expression = { source: from.source, where: from.place(), uses, evaluate };
  return { expression, type, problems: [...problems, ...misfit] };
}

/** A value that stands in the file as it is (a number, true, null). */
export function literalExpression(value: Value, source: string, where: Where): Expression {
  return { source, where, uses: noNames, evaluate: () => value };
}

const noNames: ReadonlySet<string> = new Set();

type SyntaxFault = { readonly start: number; readonly end: number; readonly summary: string };

function parse(source: string): { readonly ast: ASTNode } | { readonly fault: SyntaxFault } {
  try {
    return { ast: parseCel(source).ast };
  } catch (error) {
    const range = error instanceof ParseError ? error.range : undefined;
    const summary = error instanceof ParseError ? error.summary : 'it is nested too deeply';
    return { fault: { start: wordStart(source, range?.start ?? 0), end: range?.end ?? source.length, summary } };
  }
}

/** The parser stops within a word; the reader looks for its beginning. */
function wordStart(source: string, at: number): number {
  const before = /\w*$/.exec(source.slice(0, at))?.[0] ?? '';
  return at - before.length;
}

function syntaxProblem(from: ExpressionSource, { start, end, summary }: SyntaxFault): Problem {
  const atEnd = start >= from.source.trimEnd().length;
  const last = Math.max(0, from.source.trimEnd().length - 1);
  const where = atEnd ? from.place(last, last + 1) : from.place(start, Math.max(end, start + 1));
  const message = `this is not a valid expression: ${inWords(summary)}`;
  return { ...where, code: 'EXPRESSION_SYNTAX', severity: 'error', message, fix: fixOf(from.source) };
}

function inWords(summary: string): string {
  const words = summary
    .replace('Unexpected token: EOF', 'something is missing at its end')
    .replace('got EOF', 'but it ends here');
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function fixOf(source: string): string {
  if (/[^=!<>]=[^=]/.test(source)) return "compare with '=='";
  if (/\b(and|or|not)\b/.test(source)) return "write '&&' for and, '||' for or, '!' for not";
  if (/[{}]/.test(source)) return 'names stand without braces in expressions; only texts have braces';
  return /^[\p{L}\d][\p{L}\d ,.!?'-]*$/u.test(source)
    ? quoteFix(source)
    : 'an expression is written as in: refund.amount > 20 && order_number != null';
}

function quoteFix(source: string): string {
  return `for a text write quotes inside quotes: '"${source}"'`;
}

function faultProblem(from: ExpressionSource, fault: Fault): Problem {
  const where = from.place(fault.start, fault.end);
  if (fault.kind === 'type')
    return {
      ...where,
      code: 'EXPRESSION_SYNTAX',
      severity: 'error',
      message: fault.message,
      fix: typeFix(fault.message),
    };
  return {
    ...where,
    code: fault.kind === 'field' ? 'EXPRESSION_UNKNOWN_FIELD' : 'EXPRESSION_UNKNOWN_NAME',
    severity: 'error',
    message: fault.message,
    fix: nameFix(from, fault),
    ...(fault.kind === 'function' ? {} : { unknown: fault.name }),
  };
}

function typeFix(message: string): string {
  return message.includes('between')
    ? 'convert one side: string(…) makes a text, double(…) a number'
    : 'compare it, as in: amount > 20, or order_number != null';
}

function nameFix(from: ExpressionSource, { name, kind, known: fields }: Fault): string {
  const known =
    fields ??
    (kind === 'function'
      ? [...Object.keys(functions), ...Object.keys(methods), ...Object.keys(macros), 'has']
      : [...from.names.keys()]);
  const near = nearest(name, known);
  if (near) return `did you mean '${near}'?`;
  if (kind === 'name' && from.source === name) return quoteFix(name);
  return known.length === 0 ? 'leave it out' : `known here: ${known.slice(0, 12).join(', ')}`;
}

function wrongType(from: ExpressionSource, type: ValueType): Problem {
  const message = `this is a ${type.is}, but a ${from.wanted} is needed here`;
  return {
    ...from.place(),
    code: 'EXPRESSION_SYNTAX',
    severity: 'error',
    message,
    fix: 'compare it, as in: amount > 20, or order_number != null',
  };
}
