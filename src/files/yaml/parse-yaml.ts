/** Parses YAML (version 1.2) into plain data, which may be made on one thread and used on another. */
import { type Document, parseAllDocuments } from 'yaml';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import type { SourceFile } from '../source-file.ts';
import { nothingWritten, outlineOf, type Spot } from './outline.ts';
import { lineStarts, type Read, whereOf } from './yaml-place.ts';
import { syntaxProblems } from './yaml-syntax.ts';
import { trapProblems } from './yaml-traps.ts';

/**
 * One document of a file.
 *
 * @property value plain JSON-like value; `undefined` when the document is empty or too broken to have one
 * @property root where everything in it stands
 */
export type ParsedYaml = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly root: Spot;
};

/** All documents of the file, which `---` separates. An empty file has none; one that cannot be parsed at all is one document with the problem. */
export function parseYaml(file: SourceFile): readonly ParsedYaml[] {
  const text = textOfYaml(file);
  const lines = lineStarts(text);
  try {
    return parse(text).map((document) => toParsed({ file: file.path, text, lines, document }));
  } catch (error) {
    const first = whereOf({ file: file.path, text, lines }, 0, 0);
    return [{ value: undefined, problems: [{ ...first, ...syntaxError(error) }], root: nothingWritten }];
  }
}

/** The text of a file without the mark of its encoding: what all offsets count in. */
export function textOfYaml({ text }: SourceFile): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const options = { keepSourceTokens: true, prettyErrors: false, stringKeys: true, logLevel: 'error' } as const;

/** Deeper nesting in one place is nothing a person writes, and costs the parser its stack. */
const tooDeep = /(?:[[{]\s*|-[ ]+){200}/;

function parse(text: string): readonly Document.Parsed[] {
  if (tooDeep.test(text)) throw new RangeError('nesting');
  const parsed = parseAllDocuments(text, options);
  return Array.isArray(parsed) ? parsed : [];
}

/** The parser's tree must not be among what is kept. */
function toParsed(read: Read): ParsedYaml {
  const syntax = syntaxProblems(read);
  const isBroken = syntax.isTorn || syntax.problems.some(({ code }) => code === 'YAML_SYNTAX');
  const plain = isBroken ? { value: undefined, problems: [] } : plainValue(read);
  const traps = trapProblems(read, syntax.lostAt);
  const isNamed = (problem: Problem) =>
    traps.some((known) => known.severity === 'error' && known.line === problem.line);
  const problems = [...plain.problems, ...syntax.problems.filter((problem) => !isNamed(problem)), ...traps];
  return { value: plain.value, problems: sortProblems(problems), root: outlineOf(read.document) };
}

function plainValue(read: Read): { readonly value: unknown; readonly problems: readonly Problem[] } {
  try {
    return {
      value: read.document.contents === null ? undefined : read.document.toJS({ maxAliasCount: 100 }),
      problems: [],
    };
  } catch (error) {
    return { value: undefined, problems: [{ ...whereOf(read, 0, 0), ...syntaxError(error) }] };
  }
}

function syntaxError(error: unknown) {
  const reason =
    error instanceof RangeError ? 'it is nested too deeply' : error instanceof Error ? error.message : String(error);
  return {
    code: 'YAML_SYNTAX',
    severity: 'error',
    message: `the file cannot be read as YAML: ${reason}`,
    fix: 'compare its form with a file that works',
  } as const;
}
