/**
 * Makes a template of a text: ICU MessageFormat, in whose braces names may have dots. What is wrong is found at load time; formatting never throws,
 * and a value that is missing is empty.
 */
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { fieldOf, fieldsOf, type Names, type ValueType } from '../expressions/value-type.ts';
import type { Template } from '../program.ts';
import type { Formats } from './create-formats.ts';
import { formatMessage } from './format-message.ts';
import { parseMessage, type TextFault, type Use } from './parse-message.ts';
import { parseSimple } from './parse-simple.ts';
import { strayBrace } from './stray-brace.ts';

export type TextSource = {
  readonly source: string;
  /** place of characters `start` to `end` of the source; of the whole when left out */
  place(start?: number, end?: number): Where;
  readonly names: Names;
  /** the dialog it stands in; `null` for an answer */
  readonly dialog: string | null;
  readonly locale: string;
  readonly formats: Formats;
};

export type CompiledText = { readonly template: Template; readonly problems: readonly Problem[] };

/** Compiles one text. With problems it still formats: to its source. */
export function compileText(from: TextSource): CompiledText {
  const { source, dialog } = from;
  const template: Template = { source, where: from.place(), dialog, format: () => source };
  if (!/[{}]|''/.test(source)) return { template, problems: [] };
  const stray = strayBrace(source);
  if (stray !== undefined) return { template, problems: [strayProblem(from, stray)] };
  const simple = parseSimple(source, from.locale);
  if (simple)
    return {
      template: { ...template, format: simple.format },
      problems: simple.uses.flatMap((use) => nameProblems(from, use)),
    };
  const parsed = parseMessage(source, from);
  if ('fault' in parsed) return { template, problems: [syntaxProblem(from, parsed.fault)] };
  const format: Template['format'] = (scope) => formatMessage(parsed, scope);
  return {
    template: { ...template, format },
    problems: [...parsed.uses.flatMap((use) => nameProblems(from, use)), ...quoteProblems(from)],
  };
}

function strayProblem(from: TextSource, at: number): Problem {
  const where = from.place(at, at + 1);
  const fix = "add '{' before the name";
  return { ...where, code: 'TEXT_SYNTAX', severity: 'error', message: "this '}' closes nothing", fix };
}

function syntaxProblem(from: TextSource, { start, end, message, fix }: TextFault): Problem {
  return { ...from.place(start, end), code: 'TEXT_SYNTAX', severity: 'error', message, fix };
}

function nameProblems(from: TextSource, { name, start, end }: Use): readonly Problem[] {
  const [root = name, ...fields] = name.split('.');
  const type = from.names.get(root);
  if (type) return fieldProblems(from, { type, of: root, fields, start: start + root.length, end });
  const near = nearest(root, from.names.keys());
  const fix = near ? `did you mean '${near}'?` : `known here: ${[...from.names.keys()].slice(0, 12).join(', ')}`;
  return [
    {
      ...from.place(start, end),
      code: 'EXPRESSION_UNKNOWN_NAME',
      severity: 'error',
      message: `nobody sets '${root}'`,
      fix,
      unknown: root,
    },
  ];
}

type Fields = {
  readonly type: ValueType;
  readonly of: string;
  readonly fields: readonly string[];
  readonly start: number;
  readonly end: number;
};

/** A field the value cannot have would always be empty. */
function fieldProblems(from: TextSource, { type, of, fields, start, end }: Fields): readonly Problem[] {
  const [field, ...rest] = fields;
  if (field === undefined) return [];
  const inner = fieldOf(type, field);
  const next = start + 1 + field.length;
  if (inner) return fieldProblems(from, { type: inner, of: `${of}.${field}`, fields: rest, start: next, end });
  const known = fieldsOf(type);
  const near = nearest(field, known);
  const fix = near ? `did you mean '${near}'?` : known.length > 0 ? `known here: ${known.join(', ')}` : 'leave it out';
  return [
    {
      ...from.place(start + 1, Math.min(next, end)),
      code: 'EXPRESSION_UNKNOWN_FIELD',
      severity: 'error',
      message: `'${of}' has no '${field}'`,
      fix,
      unknown: field,
    },
  ];
}

function quoteProblems(from: TextSource): readonly Problem[] {
  return [...from.source.matchAll(/(?<!')'(?=[{}])/g)].map(({ index }) => ({
    ...from.place(index, index + 1),
    code: 'TEXT_QUOTE',
    severity: 'warning',
    message: "' before a brace quotes it: what follows is shown as it stands, not replaced by a value",
    fix: 'write ’ for an apostrophe or a quotation mark',
  }));
}
