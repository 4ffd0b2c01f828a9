/** Holds a YAML document against a schema: a typed value, or every problem with its place, cause and fix. */
import type { z } from 'zod';
import { nearest } from '../errors/nearest.ts';
import type { Problem } from '../errors/problem.ts';
import { schemaKeys } from './schema-keys.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

export type Shaped<T> = {
  /** `undefined` when there are problems */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
};

/**
 * Checks the value at `at` (the whole document when left out).
 *
 * Says nothing again about a line of which the document already reports an error, nor of what is missing at the top of a document with errors of its own:
 * it may be what they swallowed.
 */
export function checkShape<T>(document: YamlDocument, schema: z.ZodType<T>, at: Path = []): Shaped<T> {
  const parsed = schema.safeParse(valueAt(document.value, at));
  if (parsed.success) return { value: parsed.data, problems: [] };
  const issues = withoutExplained(parsed.error.issues, valueAt(document.value, at)).filter(
    (issue) => !isSwallowed(document, at, issue),
  );
  const problems = issues.flatMap((issue) => toProblems({ document, schema, at }, issue));
  return { value: undefined, problems: problems.filter((problem) => !isReported(document, problem)) };
}

function isSwallowed(document: YamlDocument, at: Path, issue: Issue): boolean {
  const path = [...at, ...pathOf(issue)];
  if (path.length > 1 || valueAt(document.value, path) !== undefined) return false;
  return document.problems.some(({ severity }) => severity === 'error');
}

/** The value at a path of plain data; `undefined` where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? Reflect.get(inner, key) : undefined), value);
}

/** A key that is misspelt is unknown, and the right one then missing: only the first is said, as long as there are unknown keys to explain it. */
function withoutExplained(issues: readonly Issue[], value: unknown): readonly Issue[] {
  const unknown = new Map<string, number>();
  for (const issue of issues) {
    const owner = issue.path.join('\0');
    if (issue.code === 'unrecognized_keys') unknown.set(owner, (unknown.get(owner) ?? 0) + issue.keys.length);
  }
  return issues.filter((issue) => {
    const owner = issue.path.slice(0, -1).join('\0');
    const left = unknown.get(owner) ?? 0;
    const isMissing = issue.path.length > 0 && valueAt(value, pathOf(issue)) === undefined;
    if (!isMissing || left === 0) return true;
    unknown.set(owner, left - 1);
    return false;
  });
}

type Context = { readonly document: YamlDocument; readonly schema: z.core.$ZodType; readonly at: Path };
type Issue = z.core.$ZodIssue;

function toProblems(context: Context, issue: Issue): readonly Problem[] {
  if (issue.code === 'invalid_union') return unionProblems(context, issue);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(context, pathOf(issue), key));
  if (issue.code === 'invalid_key') return [wrongKey(context, issue)];
  const value = valueAt(valueAt(context.document.value, context.at), pathOf(issue));
  if (value === undefined) return [missing(context, pathOf(issue))];
  return [isCutText(issue, value) ? cutText(context, issue) : wrong(context, issue, value)];
}

function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

function unionProblems(context: Context, issue: UnionIssue): readonly Problem[] {
  const near = membersOf(issue).filter((member) =>
    member.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const value = valueAt(valueAt(context.document.value, context.at), pathOf(issue));
  const best = near.map((member) => withoutExplained(member, value)).toSorted((a, b) => weightOf(a) - weightOf(b))[0];
  if (best) return best.flatMap((inner) => toProblems(context, { ...inner, path: [...issue.path, ...inner.path] }));
  if (value === undefined) return [missing(context, pathOf(issue))];
  if (
    membersOf(issue)
      .flat()
      .some((inner) => isCutText(inner, value))
  )
    return [cutText(context, issue)];
  return [wrong(context, issue, value)];
}

/** How much is wrong, by one form of several: keys that it does not have weigh more than anything within it. */
function weightOf(issues: readonly Issue[]): number {
  const weights = issues.map((issue) => {
    if (issue.code !== 'unrecognized_keys') return 1;
    return issue.path.length === 0 ? 100 * issue.keys.length : issue.keys.length;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The forms a value may have, those of unions within the union included. */
function membersOf(issue: UnionIssue): readonly (readonly Issue[])[] {
  return issue.errors.flatMap((member) => {
    const [inner, ...more] = member;
    const isUnion = inner?.code === 'invalid_union' && inner.path.length === 0 && more.length === 0;
    return isUnion ? membersOf(inner) : [member];
  });
}

function unknownKey(context: Context, path: Path, key: string): Problem {
  const known = schemaKeys(context.schema, path);
  const near = nearest(key, known);
  return {
    ...context.document.placeOfKey([...context.at, ...path, key]),
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message: key === '' ? "a key is missing before ':'" : `'${key}' is not known here`,
    fix: near ? `did you mean '${near}'?` : `known here: ${known.join(', ')}`,
  };
}

function wrongKey(context: Context, issue: Extract<Issue, { code: 'invalid_key' }>): Problem {
  const key = String(issue.path.at(-1) ?? '');
  const demands = issue.issues.map(demand).join(' and ');
  return {
    ...context.document.placeOfKey([...context.at, ...pathOf(issue)]),
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message: key === '' ? `a key is missing before ':'; it ${demands}` : `the key '${key}' ${demands}`,
    fix: demands.startsWith('must be ') ? `write ${demands.slice('must be '.length)}` : `it ${demands}`,
  };
}

/** Where a key of the same map may be meant by what is missing, it is told there. */
function missing(context: Context, path: Path): Problem {
  const key = path.at(-1);
  const around = [...context.at, ...path.slice(0, -1)];
  const owner = around.at(-1);
  const meant = meantBy(String(key ?? ''), Object.keys(Object(valueAt(context.document.value, around))));
  return {
    ...context.document.placeOfKey(meant === undefined ? around : [...around, meant]),
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message:
      key === undefined ? 'there is nothing here' : `'${key}' is missing${owner === undefined ? '' : ` in '${owner}'`}`,
    fix: key === undefined ? 'write a value' : `add '${key}:'`,
  };
}

function meantBy(key: string, keys: readonly string[]): string | undefined {
  if (keys.includes('')) return '';
  const half = key.slice(0, Math.ceil(key.length / 2));
  return nearest(key, keys) ?? (half.length > 2 ? keys.find((other) => other.startsWith(half)) : undefined);
}

function wrong(context: Context, issue: Issue, value: unknown): Problem {
  const path = [...context.at, ...pathOf(issue)];
  const name = path.findLast((key) => typeof key === 'string') ?? 'the file';
  return {
    ...context.document.place(path),
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message: `'${name}' ${demand(issue)}, not ${nameOfValue(value)}`,
    fix: fixFor(issue, value),
  };
}

function demand(issue: Issue): string {
  if (issue.code === 'invalid_type') return isPlain(issue) ? `must be ${nameOfType(issue.expected)}` : issue.message;
  if (issue.code === 'invalid_value') return `must be ${listed(issue.values.map(String))}`;
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') return `must be ${listed(typesOf(issue))}`;
  if (issue.code === 'too_small') return bound(issue.origin, issue.inclusive ? 'at least' : 'more than', issue.minimum);
  if (issue.code === 'too_big') return bound(issue.origin, issue.inclusive ? 'at most' : 'less than', issue.maximum);
  return issue.message;
}

/** Zod's own words: a schema that says it better has its own message. */
function isPlain({ message }: Issue): boolean {
  return message.startsWith('Invalid input');
}

function bound(origin: string, relation: string, limit: number | bigint): string {
  if (origin === 'string') return limit === 1 ? 'must not be empty' : `must have ${relation} ${limit} characters`;
  if (origin !== 'array') return `must be ${relation} ${limit}`;
  return limit === 1 ? 'must have at least one item' : `must have ${relation} ${limit} items`;
}

function typesOf(issue: UnionIssue): readonly string[] {
  const types = membersOf(issue)
    .flat()
    .flatMap((inner) => {
      if (inner.code === 'invalid_value') return inner.values.map(String);
      return inner.code === 'invalid_type' ? nameOfType(inner.expected) : inner.message;
    });
  return [...new Set(types)];
}

function fixFor(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const near = nearest(String(value), issue.values.map(String));
    return near ? `did you mean '${near}'?` : `write one of: ${issue.values.map(String).join(', ')}`;
  }
  const near = issue.code === 'invalid_union' && typeof value === 'string' ? nearest(value, typesOf(issue)) : undefined;
  if (near) return `did you mean '${near}'?`;
  const isText = issue.code === 'invalid_type' && issue.expected === 'string' && isPlain(issue);
  if (isText && (typeof value === 'number' || typeof value === 'boolean')) return `write "${value}" in quotes`;
  return demand(issue).startsWith('must be ')
    ? `write ${demand(issue).slice('must be '.length)}`
    : `it ${demand(issue)}`;
}

function isCutText(issue: Issue, value: unknown): boolean {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string' || !isRecord(value) || Array.isArray(value))
    return false;
  const [entry, ...more] = Object.entries(value);
  return more.length === 0 && entry !== undefined && /\s/.test(entry[0]) && typeof entry[1] !== 'object';
}

function cutText(context: Context, issue: Issue): Problem {
  return {
    ...context.document.place([...context.at, ...pathOf(issue)]),
    code: 'YAML_TRAP',
    severity: 'error',
    message: "an unquoted text holds ': ', which begins a value in YAML",
    fix: 'put the whole text in "double quotes"',
  };
}

function isReported(document: YamlDocument, problem: Problem): boolean {
  return document.problems.some((known) => known.severity === 'error' && known.line === problem.line);
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  record: 'a map of keys',
  array: 'a list',
};

function nameOfType(type: string): string {
  return types[type] ?? type;
}

function nameOfValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of keys';
  return typeof value === 'string' ? `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'` : String(value);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
