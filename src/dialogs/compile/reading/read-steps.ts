/** Reads the steps of a dialog: a tree with a key for each step, before any name is known. */
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';
import { valueAt } from '../../../files/check-shape.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import type { StepBody } from '../steps/define-step.ts';
import { stepKinds } from './step-kinds.ts';
import { isStepKey, unreadableStep } from './unreadable-step.ts';

export type StepTree = {
  /** the author's id, or the way to the step, as `4.then.0` */
  readonly key: string;
  readonly path: Path;
  readonly hasId: boolean;
  readonly body: StepBody;
  readonly branches: ReadonlyMap<string, readonly StepTree[]>;
};

export type StepsSource = { readonly document: YamlDocument; readonly problems: Problem[] };

/** Reads a list of steps, or a single step that stands for a list. Nothing there: no steps. Wrong steps are reported and left out. */
export function readSteps(source: StepsSource, path: Path, prefix: string): readonly StepTree[] {
  const value = valueAt(source.document.value, path);
  if (value === undefined) return [];
  const paths = Array.isArray(value) ? value.map((_, n) => [...path, n]) : [path];
  return paths.flatMap((one, n) => readStep(source, one, `${prefix}${n}`));
}

/** All steps of a tree, each before its branches. */
export function flatten(steps: readonly StepTree[]): readonly StepTree[] {
  return steps.flatMap((step) =>
    step.branches.size === 0 ? step : [step, ...flatten([...step.branches.values()].flat())],
  );
}

function readStep(source: StepsSource, path: Path, position: string): readonly StepTree[] {
  const { document, problems } = source;
  const kind = kindOf(source, path);
  const { body, problems: found } = kind?.read(document, path) ?? { body: undefined, problems: [] };
  problems.push(...found);
  const id = valueAt(document.value, [...path, 'id']);
  const key = typeof id === 'string' && id !== '' ? id : position;
  const branches = new Map(
    (body?.branches ?? []).map((branch) => [
      branch.name,
      readSteps(source, [...path, ...branch.path], `${key}.${branch.name}.`),
    ]),
  );
  return [{ key, path, hasId: key === id, body: body ?? unreadableStep(valueAt(document.value, path)), branches }];
}

function kindOf(source: StepsSource, path: Path) {
  const value = valueAt(source.document.value, path);
  if (typeof value === 'string') return bareKind(source, path, value);
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const [name, second] = keys.filter((key) => stepKinds.has(key));
  if (name !== undefined && second !== undefined) return twoKinds(source, [...path, second], name);
  return name === undefined ? noKind(source, path, keys) : stepKinds.get(name);
}

function bareKind(source: StepsSource, path: Path, word: string) {
  const kind = stepKinds.get(word);
  if (kind?.isBare) return kind;
  const near = nearest(word.split(/[\s:]/, 1)[0] ?? word, stepKinds.keys());
  const fix = near ? `write it as '${near}: …'` : `a step is written as 'say: …'; kinds: ${kinds}`;
  report(source, source.document.place(path), { message: `'${word}' is not a step`, fix });
  return undefined;
}

function noKind(source: StepsSource, path: Path, keys: readonly string[]) {
  const unknown = keys.filter((key) => !isStepKey(key));
  const misspelt = unknown.find((key) => nearest(key, stepKinds.keys()));
  const near = misspelt && nearest(misspelt, stepKinds.keys());
  const key = misspelt ?? unknown[0] ?? keys.find((one) => one !== 'id');
  const where = key === undefined ? source.document.place(path) : source.document.placeOfKey([...path, key]);
  const message =
    key === undefined
      ? 'this is not a step'
      : key === ''
        ? "a key is missing before ':'"
        : `'${key}' is no kind of step`;
  report(source, where, { message, fix: near ? `did you mean '${near}'?` : `kinds: ${kinds}` });
  return undefined;
}

function twoKinds(source: StepsSource, path: Path, first: string) {
  const where = source.document.placeOfKey(path);
  const second = String(path.at(-1));
  report(source, where, {
    message: `a step does one thing: this one has '${first}' and '${second}'`,
    fix: `write '- ' before '${second}' to make it a step of its own`,
  });
  return undefined;
}

const kinds = [...stepKinds.keys()].join(', ');

type Advice = Pick<Problem, 'message' | 'fix'>;

function report({ document, problems }: StepsSource, where: Where, advice: Advice): void {
  const isReported = document.problems.some(({ severity, line }) => severity === 'error' && line === where.line);
  if (!isReported) problems.push({ ...where, code: 'SCHEMA_INVALID', severity: 'error', ...advice });
}
