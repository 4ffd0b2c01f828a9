/** Reads `actions.yaml`: HTTP actions, or every problem with its place. */
import { countWords } from '../../errors/count-words.ts';
import { findMisspelt } from '../../errors/find-misspelt.ts';
import { nearest } from '../../errors/nearest.ts';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { checkShape, valueAt } from '../../files/check-shape.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { Path, YamlDocument } from '../../files/yaml-document.ts';
import type { Action } from '../action.ts';
import { httpAction } from './http-action.ts';
import { actionsFileSchema, type HttpAction, httpActionSchema } from './http-schema.ts';
import { looseBraceIn, placeholdersIn } from './template.ts';

export type Named = { readonly name: string; readonly where: Where };

export type HttpActions = {
  readonly actions: ReadonlyMap<string, Action>;
  readonly problems: readonly Problem[];
  /** all that stand there, the broken among them */
  readonly declared: readonly Named[];
  /** names within their results, and texts that these can be */
  readonly declaredResults: readonly Named[];
  /** where an action is declared */
  placeOf(name: string): Where;
};

/** What actions may refer to. Secrets are found by name in `TOUCHPOINT_SECRET_…` variables. */
export type HttpSurroundings = {
  readonly services: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
};

export function readHttpActions(file: SourceFile, around: HttpSurroundings): HttpActions {
  const document = readYaml(file);
  const placeOf = (name: string) => document.placeOfKey(['actions', name]);
  if (document.value === undefined)
    return { actions: new Map(), problems: document.problems, declared: [], declaredResults: [], placeOf };
  const head = checkShape(document, actionsFileSchema);
  const hosts = head.value?.hosts ?? [];
  const names = namesIn(document);
  const read = names.map((name) => readAction(document, name, { ...around, hosts }));
  const problems = [
    ...document.problems,
    ...head.problems,
    ...hostProblems(document, hosts, around),
    ...read.flatMap((one) => one.problems),
  ];
  return {
    actions: new Map(read.flatMap(({ entry }) => (entry ? [entry] : []))),
    problems: sortProblems(problems),
    declared: names.map((name) => ({ name, where: placeOf(name) })),
    declaredResults: names.flatMap((name) => namedWithin(document, ['actions', name, 'result'])),
    placeOf,
  };
}

type Reading = HttpSurroundings & { readonly hosts: readonly string[] };

type Read = { readonly entry: readonly [string, Action] | undefined; readonly problems: readonly Problem[] };

function readAction(document: YamlDocument, name: string, around: Reading): Read {
  const path: Path = ['actions', name];
  const { value: action, problems } = checkShape(document, httpActionSchema, path);
  if (!action) return { entry: undefined, problems };
  const found = [...texts(valueAt(document.value, path), path)].flatMap((text) =>
    textProblems(document, text, { around, action }),
  );
  const made = httpAction(action, around);
  const isSure = !found.some(({ code }) => code === 'ACTION_UNKNOWN_INPUT');
  return {
    entry: [name, isSure ? made : withoutInput(made)],
    problems: [...problems, ...withInputs(document, path, found), ...missingBody(document, path, action)],
  };
}

/** A name that is unknown may be one that the input misspells. */
function withInputs(document: YamlDocument, path: Path, problems: readonly Problem[]): readonly Problem[] {
  const isOfInput = ({ code }: Problem) => code === 'ACTION_UNKNOWN_INPUT';
  const unknown = problems.filter(isOfInput);
  if (unknown.length === 0) return problems;
  const written = valueAt(document.value, path);
  const names = Object.keys(Object(valueAt(written, ['input'])));
  const declared = names.map((name) => ({ name, where: document.placeOfKey([...path, 'input', name]) }));
  const count = countWords({ texts: [JSON.stringify(written)], form: /\w+/g });
  return [...problems.filter((one) => !isOfInput(one)), ...findMisspelt({ unknown, declared, broken: 0, count })];
}

/** Whose input may be misspelt where it is declared is not held against what calls it. */
function withoutInput(action: Action): Action {
  const { input: _unsure, ...spec } = action.spec;
  return { ...action, spec };
}

function namesIn(document: YamlDocument): readonly string[] {
  const actions = valueAt(document.value, ['actions']);
  return typeof actions === 'object' && actions !== null && !Array.isArray(actions) ? Object.keys(actions) : [];
}

function namedWithin(document: YamlDocument, path: Path): readonly Named[] {
  const value = valueAt(document.value, path);
  if (typeof value === 'string') {
    const where = document.place(path);
    return value.includes('|') ? value.split('|').map((name) => ({ name, where })) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [
      ...(Array.isArray(value) ? [] : [{ name: key, where: document.placeOfKey(at) }]),
      ...namedWithin(document, at),
    ];
  });
}

type Text = { readonly path: Path; readonly text: string };

/** All texts of a value that may hold names in braces. */
function texts(value: unknown, path: Path): readonly Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

type Around = { readonly around: HttpSurroundings; readonly action: HttpAction | undefined };

function textProblems(document: YamlDocument, { path, text }: Text, { around, action }: Around): readonly Problem[] {
  const loose = path[0] === 'hosts' || path.at(-1) === 'url' ? looseBraceIn(text) : -1;
  if (loose >= 0) return [looseBrace(document.placeWithin(path, loose, loose + 1), text.charAt(loose))];
  return placeholdersIn(text).flatMap(({ kind, name, start, end }) => {
    const known =
      kind === 'input'
        ? Object.keys(action?.input ?? {})
        : kind === 'services'
          ? around.services
          : Object.keys(around.secrets);
    if (known.includes(name)) return [];
    return [unknownName({ ...document.placeWithin(path, start, end) }, { kind, name, known })];
  });
}

/** No address holds braces but around a name. */
function looseBrace(where: ReturnType<YamlDocument['place']>, brace: string): Problem {
  return {
    ...where,
    code: 'ACTION_INVALID',
    severity: 'error',
    message: `'${brace}' stands in the address without a name in braces`,
    fix: "write the name of an input in braces, as in '{number}'",
  };
}

type Unknown = {
  readonly kind: 'input' | 'services' | 'secrets';
  readonly name: string;
  readonly known: readonly string[];
};

function unknownName(where: ReturnType<YamlDocument['place']>, { kind, name, known }: Unknown): Problem {
  const near = nearest(name, known);
  const suggestion = near ? `did you mean '${near}'?` : undefined;
  if (kind === 'secrets') {
    const message = `the secret '${name}' is not set`;
    return {
      ...where,
      code: 'ACTION_INVALID',
      severity: 'warning',
      message,
      fix: suggestion ?? `set the variable TOUCHPOINT_SECRET_${name}`,
    };
  }
  const message = kind === 'services' ? `there is no service '${name}'` : `'${name}' is not among the action's input`;
  const fix =
    kind === 'services' ? `declare it under 'services' of touchpoint.yaml` : `declare it: 'input: { ${name}: text }'`;
  const code = kind === 'services' ? 'ACTION_UNKNOWN_SERVICE' : 'ACTION_UNKNOWN_INPUT';
  return { ...where, code, severity: 'error', message, fix: suggestion ?? fix, unknown: name };
}

function hostProblems(document: YamlDocument, hosts: readonly string[], around: HttpSurroundings): readonly Problem[] {
  return hosts.flatMap((text, n) =>
    textProblems(document, { path: ['hosts', n], text }, { around, action: undefined }),
  );
}

function missingBody(document: YamlDocument, path: Path, { method, body }: HttpAction): readonly Problem[] {
  if (body === undefined || (method !== 'GET' && method !== undefined)) return [];
  const where = document.placeOfKey([...path, 'body']);
  return [
    {
      ...where,
      code: 'ACTION_INVALID',
      severity: 'error',
      message: 'a request that reads (GET) has no body',
      fix: "write 'method: POST', or move it to 'query'",
    },
  ];
}
