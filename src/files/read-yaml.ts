/** Reads YAML (version 1.2) and keeps the place of everything; what YAML itself would hide from its writer becomes a problem. */
import { type Document, parseAllDocuments } from 'yaml';
import { type Problem, sortProblems } from '../errors/problem.ts';
import type { SourceFile } from './source-file.ts';
import { outlineOf } from './yaml/outline.ts';
import { lineStarts, type Outlined, placeOf, placeOfKey, placeWithin, whereOf } from './yaml/yaml-place.ts';
import { type Read, syntaxProblems } from './yaml/yaml-syntax.ts';
import { trapProblems } from './yaml/yaml-traps.ts';
import type { YamlDocument } from './yaml-document.ts';

/** Reads the file as one document. A second document in it is a problem. An empty file has the value `undefined`. */
export function readYaml(file: SourceFile): YamlDocument {
  const [first, second] = readYamlStream(file);
  if (!first) return emptyDocument(file);
  return second ? { ...first, problems: [...first.problems, secondDocument(second)] } : first;
}

/** Reads all documents of the file, which `---` separates. An empty file has none. */
export function readYamlStream(file: SourceFile): readonly YamlDocument[] {
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  const lines = lineStarts(text);
  try {
    return parse(text).map((document) => toDocument({ file: file.path, text, lines, document }));
  } catch (error) {
    return [unreadable(file, error)];
  }
}

const options = { keepSourceTokens: true, prettyErrors: false, stringKeys: true, logLevel: 'error' } as const;

/** Deeper nesting in one place is nothing a person writes, and costs the parser its stack. */
const tooDeep = /(?:[[{]\s*|-[ ]+){200}/;

function parse(text: string): readonly Document.Parsed[] {
  if (tooDeep.test(text)) throw new RangeError('nesting');
  const parsed = parseAllDocuments(text, options);
  return Array.isArray(parsed) ? parsed : [];
}

function toDocument(read: Read): YamlDocument {
  const syntax = syntaxProblems(read);
  const isBroken = syntax.isTorn || syntax.problems.some(({ code }) => code === 'YAML_SYNTAX');
  const plain = isBroken ? { value: undefined, problems: [] } : plainValue(read);
  const traps = trapProblems(read, syntax.lostAt);
  const isNamed = (problem: Problem) =>
    traps.some((known) => known.severity === 'error' && known.line === problem.line);
  const problems = [...plain.problems, ...syntax.problems.filter((problem) => !isNamed(problem)), ...traps];
  return { value: plain.value, problems: sortProblems(problems), ...places(read) };
}

/** The parser's tree must not be among what these remember. */
function places({ file, text, lines, document }: Read): Omit<YamlDocument, 'value' | 'problems'> {
  const outlined: Outlined = { file, text, lines, root: outlineOf(document), names: new WeakMap() };
  return {
    file,
    place: (path) => placeOf(outlined, path),
    placeOfKey: (path) => placeOfKey(outlined, path),
    placeWithin: (path, start, end) => placeWithin(outlined, path, { start, end }),
  };
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

function emptyDocument(file: SourceFile): YamlDocument {
  const where = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const place = () => where;
  return { file: file.path, value: undefined, problems: [], place, placeOfKey: place, placeWithin: place };
}

function unreadable(file: SourceFile, error: unknown): YamlDocument {
  const empty = emptyDocument(file);
  return { ...empty, problems: [{ ...empty.place([]), ...syntaxError(error) }] };
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

function secondDocument(second: YamlDocument): Problem {
  return {
    ...second.place([]),
    code: 'YAML_SYNTAX',
    severity: 'error',
    message: 'this file may hold only one document, and a second one begins here',
    fix: "remove the line '---' above",
  };
}
