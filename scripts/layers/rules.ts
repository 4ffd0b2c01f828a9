/** Turns the table of layers into rules of dependency-cruiser. */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import type { Layer, Layers } from './layer.ts';

const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'] as const;

/** Every rule of the house about imports, each import of a type included. */
export function rules({ layers }: Layers): readonly IRegularForbiddenRuleType[] {
  return [...layers.flatMap((layer) => rulesOf(layer, layers)), ...rulesForAll(layers)];
}

function rulesOf(layer: Layer, all: readonly Layer[]): readonly IRegularForbiddenRuleType[] {
  const from = { path: `^src/${layer.folder}/`, pathNot: nested(layer, all) };
  const name = layer.folder.replaceAll('/', '-');
  const rules: IRegularForbiddenRuleType[] = [
    rule(`${name}-inside`, { from, to: { path: '^src/', pathNot: insideOf(layer) } }),
    rule(`${name}-npm`, { from, to: { dependencyTypes: [...packages], pathNot: packagesOf(layer) } }),
  ];
  if (layer.node)
    rules.push(rule(`${name}-node`, { from, to: { dependencyTypes: ['core'], pathNot: nodeOf(layer.node) } }));
  for (const folder of typesOnly(layer)) {
    rules.push(rule(`${name}-types`, { from, to: { path: inside(folder), dependencyTypesNot: ['type-only'] } }));
  }
  return rules;
}

function rulesForAll(layers: readonly Layer[]): readonly IRegularForbiddenRuleType[] {
  const known = layers.map((layer) => `^src/${layer.folder}/`);
  return [
    rule('no-cycle', { from: {}, to: { circular: true } }),
    rule('no-unknown-folder', { from: {}, to: { path: '^src/', pathNot: known } }),
    rule('no-way-out-of-src', { from: { path: '^src/' }, to: { path: '^(test|scripts|bench|shop|actions|bin)/' } }),
    rule('no-dev-dependency', {
      from: { path: '^(src|bin|shop|actions)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '/@types/' },
    }),
    rule('resolvable', { from: {}, to: { couldNotResolve: true } }),
  ];
}

function rule(name: string, ends: Pick<IRegularForbiddenRuleType, 'from' | 'to'>): IRegularForbiddenRuleType {
  return { name, severity: 'error', ...ends };
}

/** Layers that lie in this one's folder have rules of their own. */
function nested(layer: Layer, all: readonly Layer[]): string[] {
  return all.filter((other) => other.folder.startsWith(`${layer.folder}/`)).map((other) => `^src/${other.folder}/`);
}

function insideOf(layer: Layer): string[] {
  if (layer.inside.includes('*')) return ['.'];
  return [
    `^src/${layer.folder}/`,
    ...layer.inside.map((entry) => inside(typeof entry === 'string' ? entry : entry.types)),
  ];
}

function typesOnly(layer: Layer): readonly string[] {
  return layer.inside.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.types]));
}

/** A folder, or a file named without its ending. */
function inside(entry: string): string {
  return `^src/${entry}(/|\\.tsx?$)`;
}

function packagesOf(layer: Layer): string[] {
  return layer.npm.flatMap((name) => [`(^|/)node_modules/${name}/`, `(^|/)node_modules/@types/${name}/`]);
}

function nodeOf(names: readonly string[]): string[] {
  return names.map((name) => `^(node:)?${name}$`);
}
