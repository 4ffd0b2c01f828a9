/**
 * Names that nobody need declare: teams, stages and owners. One that stands in a single place and looks like a usual one is probably misspelt. Teams that
 * touchpoint.yaml declares are all there are.
 */
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import { valueAt } from '../../../files/check-shape.ts';
import type { Path } from '../../../files/yaml-document.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import { type NameUse, undeclaredTeam } from './undeclared-team.ts';

/** so often a name stands somewhere that it is a usual one */
const usual = 3;

const ofHead: readonly (readonly [kind: string, path: Path])[] = [
  ['stage', ['stage']],
  ['owner', ['owner']],
];
const ofStep: readonly (readonly [kind: string, path: Path])[] = [
  ['team', ['handoff']],
  ['team', ['handoff', 'team']],
  ['owner', ['refuse', 'owner']],
];

/** @property uses those outside of dialogs; @property teams those declared, none where a bot declares none */
type Naming = {
  readonly dialogs: readonly DialogSource[];
  readonly uses: readonly NameUse[];
  readonly teams: readonly string[];
};

export function rareNames({ dialogs, uses, teams }: Naming): readonly Problem[] {
  const kinds = Map.groupBy([...dialogs.flatMap(usesIn), ...uses], ({ kind }) => kind);
  return [...kinds].flatMap(([kind, named]) =>
    kind === 'team' && teams.length > 0 ? named.flatMap((use) => undeclaredTeam(use, teams)) : rareAmong(named),
  );
}

function rareAmong(uses: readonly NameUse[]): readonly Problem[] {
  const byName = Map.groupBy(uses, ({ name }) => name);
  const often = [...byName].filter(([, same]) => same.length >= usual).map(([name]) => name);
  return [...byName.values()].flatMap((same) => (same.length === 1 ? same.flatMap((use) => rare(use, often)) : []));
}

function usesIn(dialog: DialogSource): readonly NameUse[] {
  const steps = dialog.allSteps.flatMap(({ path }) => usesAt(dialog, path, ofStep));
  return [...usesAt(dialog, [], ofHead), ...steps];
}

function usesAt({ document }: DialogSource, at: Path, ways: typeof ofHead): readonly NameUse[] {
  const value = valueAt(document.value, at);
  return ways.flatMap(([kind, way]) => {
    const name = valueAt(value, way);
    return typeof name === 'string' ? [{ kind, name, where: () => document.place([...at, ...way]) }] : [];
  });
}

function rare({ kind, name, where }: NameUse, often: readonly string[]): readonly Problem[] {
  const near = nearest(name, often);
  if (!near) return [];
  const message = `the ${kind} '${name}' stands only here`;
  return [{ ...where(), code: 'DIALOG_NAME_RARE', severity: 'warning', message, fix: `did you mean '${near}'?` }];
}
