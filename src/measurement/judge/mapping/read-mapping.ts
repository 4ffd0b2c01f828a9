/**
 * Reads a mapping file: where the parts of a conversation stand in somebody's data, and what its labels mean.
 */
import { type Problem, sortProblems } from '../../../errors/problem.ts';
import { checkShape } from '../../../files/check-shape.ts';
import { type JsonPath, readJsonPath } from '../../../files/json-path.ts';
import { readYaml } from '../../../files/read-yaml.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import type { Layout, Rules } from './mapping.ts';
import { type MappingShape, mappingSchema, rulesSchema } from './mapping-schema.ts';
import { readRules } from './read-rules.ts';

/** `undefined` when there are errors. */
export type ReadMapping = {
  readonly layout: Layout | undefined;
  readonly rules: Rules | undefined;
  readonly problems: readonly Problem[];
};

/** Reads a mapping of JSON lines. */
export function readMapping(file: SourceFile): ReadMapping {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, mappingSchema);
  if (!value) return refused([...document.problems, ...problems]);
  const paths: Problem[] = [];
  const layout = layoutOf(document, value, paths);
  const read = readRules(document, value);
  return accepted([...document.problems, ...paths, ...read.problems], { layout, rules: read.rules });
}

/** Reads the rules for a format whose layout is known: the mapping without `id`, `turns`, `turn`, `roles` and `time`. */
export function readFormatRules(file: SourceFile): ReadMapping {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, rulesSchema);
  if (!value) return refused([...document.problems, ...problems]);
  const read = readRules(document, value);
  return accepted([...document.problems, ...read.problems], { layout: undefined, rules: read.rules });
}

function refused(problems: readonly Problem[]): ReadMapping {
  return { layout: undefined, rules: undefined, problems: sortProblems(problems) };
}

function accepted(problems: readonly Problem[], read: Pick<ReadMapping, 'layout' | 'rules'>): ReadMapping {
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return isWrong ? refused(problems) : { ...read, problems: sortProblems(problems) };
}

function layoutOf(document: YamlDocument, shape: MappingShape, problems: Problem[]): Layout {
  const path = (text: string | undefined, at: Path): JsonPath | undefined => {
    const read = text === undefined ? undefined : readJsonPath(text);
    if (text !== undefined && !read) problems.push(noPath(document, text, at));
    return read;
  };
  const { who, act, entities, text, time, at, name } = shape.turn;
  const parts = { act, entities, text, time: time ?? at, name };
  const known = Object.entries(parts).flatMap(([part, where]) => {
    const key = part === 'time' && time === undefined ? 'at' : part;
    const read = path(where, ['turn', key]);
    return read ? [[part, read] as const] : [];
  });
  return {
    id: path(shape.id, ['id']),
    turns: path(shape.turns, ['turns']) ?? [],
    turn: { ...Object.fromEntries(known), who: path(who, ['turn', 'who']) ?? [] },
    roles: new Map(Object.entries(shape.roles ?? {})),
    unit: shape.time?.unit ?? 'iso',
  };
}

function noPath(document: YamlDocument, text: string, at: Path): Problem {
  return {
    ...document.place(at),
    code: 'JUDGE_PATH',
    severity: 'error',
    message: `'${text}' is no path into the data`,
    fix: "write it from $ on, as in $.turns, $[0], $.message['first line'] or $.entities[*].type",
  };
}
