import { nearest } from '../errors/nearest.ts';
import { type Problem, sortProblems } from '../errors/problem.ts';
import { checkShape } from '../files/check-shape.ts';
import { readYaml } from '../files/read-yaml.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { YamlDocument } from '../files/yaml-document.ts';
import { type Simulation, simulationSchema } from './simulation-schema.ts';

export const simulationFile = 'simulation.yaml';

/** @property actions names of the bot's; @property services names of its services */
export type Known = { readonly actions: readonly string[]; readonly services: readonly string[] };

export type ReadSimulation = { readonly simulation: Simulation | undefined; readonly problems: readonly Problem[] };

/** Reads and checks `simulation.yaml`; all problems at once, each with its place. `simulation` is missing where there is one. */
export function readSimulation(file: SourceFile, known: Known): ReadSimulation {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, simulationSchema);
  const all = sortProblems([...document.problems, ...problems, ...(value ? namesIn(document, value, known) : [])]);
  return { simulation: all.some(({ severity }) => severity === 'error') ? undefined : value, problems: all };
}

type Named = { readonly path: readonly string[]; readonly name: string; readonly kind: 'action' | 'service' };

function namesIn(document: YamlDocument, simulation: Simulation, known: Known): readonly Problem[] {
  const named: readonly Named[] = [
    { path: ['service', 'name'], name: simulation.service.name, kind: 'service' },
    ...Object.entries(simulation.goals).flatMap(([goal, { reached, agent }]): readonly Named[] => [
      ...(reached === 'told'
        ? []
        : [{ path: ['goals', goal, 'reached', 'action'], name: reached.action, kind: 'action' as const }]),
      ...(agent ? [{ path: ['goals', goal, 'agent', 'action'], name: agent.action, kind: 'action' as const }] : []),
    ]),
  ];
  return named.flatMap(({ path, name, kind }) => {
    const names = kind === 'action' ? known.actions : known.services;
    return names.includes(name) ? [] : [unknown(document, { path, name, kind }, names)];
  });
}

function unknown(document: YamlDocument, { path, name, kind }: Named, names: readonly string[]): Problem {
  const near = nearest(name, names);
  return {
    ...document.place(path),
    code: 'SIMULATION_UNKNOWN_NAME',
    severity: 'error',
    message: `the bot has no ${kind} '${name}'`,
    fix: near ? `did you mean '${near}'?` : `it has: ${names.join(', ')}`,
  };
}
