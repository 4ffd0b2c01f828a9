import { nearest } from '../errors/nearest.ts';
import { type Problem, sortProblems } from '../errors/problem.ts';
import { checkShape } from '../files/check-shape.ts';
import { readYaml } from '../files/read-yaml.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { YamlDocument } from '../files/yaml-document.ts';
import { type Simulation, simulationSchema, type Wording, wordingSchema } from './simulation-schema.ts';

export const simulationFile = 'simulation.yaml';

/** Where the wording of another language stands. */
export function wordingFile(language: string): string {
  return `simulation.${language}.yaml`;
}

/** Names of the bot's. */
export type Known = Readonly<Record<Kind, readonly string[]>>;

export type ReadSimulation = { readonly simulation: Simulation | undefined; readonly problems: readonly Problem[] };

/** Reads and checks `simulation.yaml`; all problems at once, each with its place. `simulation` is missing where there is one. */
export function readSimulation(file: SourceFile, known: Known): ReadSimulation {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, simulationSchema);
  const all = sortProblems([...document.problems, ...problems, ...(value ? namesIn(document, value, known) : [])]);
  return { simulation: all.some(({ severity }) => severity === 'error') ? undefined : value, problems: all };
}

/** Reads the wording of another language, and puts it in place of that of `simulation`. All of the goals must be there, and no others. */
export function readWording(file: SourceFile, simulation: Simulation): ReadSimulation {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, wordingSchema);
  const all = sortProblems([...document.problems, ...problems, ...(value ? goalsIn(document, value, simulation) : [])]);
  if (!value || all.some(({ severity }) => severity === 'error')) return { simulation: undefined, problems: all };
  const { says, signs, answers } = value;
  const goals = Object.entries(simulation.goals).map(([name, goal]) => [name, { ...goal, ...value.goals[name] }]);
  return { simulation: { ...simulation, says, signs, answers, goals: Object.fromEntries(goals) }, problems: all };
}

function goalsIn(
  document: YamlDocument,
  { goals }: Pick<Wording, 'goals'>,
  simulation: Simulation,
): readonly Problem[] {
  const names = Object.keys(simulation.goals);
  const unknownOnes = Object.keys(goals).filter((name) => !names.includes(name));
  const missing = names.filter((name) => !(name in goals));
  return [
    ...unknownOnes.map((name) => unknown(document, { path: ['goals', name], name, kind: 'goal' }, names)),
    // a name that is misspelt is unknown, and the right one then missing: only the first is said
    ...missing.slice(unknownOnes.length).map((name) => lacking(document, name)),
  ];
}

function lacking(document: YamlDocument, goal: string): Problem {
  return {
    ...document.place(['goals']),
    code: 'SIMULATION_UNKNOWN_NAME',
    severity: 'error',
    message: `nobody says here how customers ask for '${goal}'`,
    fix: `write opens and believes of ${goal}, as in ${simulationFile}`,
  };
}

const kinds = ['action', 'service', 'dialog', 'intent'] as const;
type Kind = (typeof kinds)[number];
type Path = readonly (string | number)[];
type Named = { readonly path: Path; readonly name: string; readonly kind: Kind | 'goal' };

function namesIn(document: YamlDocument, simulation: Simulation, known: Known): readonly Problem[] {
  const { service, goals, plants } = simulation;
  const named: readonly (Named & { readonly kind: Kind })[] = [
    { path: ['service', 'name'], name: service.name, kind: 'service' },
    ...Object.entries(goals).flatMap(([goal, { reached, agent }]) => [
      ...(reached === 'told' ? [] : [actionAt(['goals', goal, 'reached', 'action'], reached.action)]),
      ...(agent ? [actionAt(['goals', goal, 'agent', 'action'], agent.action)] : []),
    ]),
    ...plants.broken.flatMap(({ dialog, action }, index) => [
      { path: ['plants', 'broken', index, 'dialog'], name: dialog, kind: 'dialog' as const },
      actionAt(['plants', 'broken', index, 'action'], action),
    ]),
    ...plants.misheard.flatMap(({ intent, as }, index) => [
      { path: ['plants', 'misheard', index, 'intent'], name: intent, kind: 'intent' as const },
      { path: ['plants', 'misheard', index, 'as'], name: as, kind: 'intent' as const },
    ]),
  ];
  return named.flatMap((one) => (known[one.kind].includes(one.name) ? [] : [unknown(document, one, known[one.kind])]));
}

function actionAt(path: Path, name: string): Named & { readonly kind: 'action' } {
  return { path, name, kind: 'action' };
}

function unknown(document: YamlDocument, { path, name, kind }: Named, names: readonly string[]): Problem {
  const near = nearest(name, names);
  return {
    ...document.place(path),
    code: 'SIMULATION_UNKNOWN_NAME',
    severity: 'error',
    message: `${kind === 'goal' ? simulationFile : 'the bot'} has no ${kind} '${name}'`,
    fix: near ? `did you mean '${near}'?` : `it has: ${names.join(', ')}`,
  };
}
