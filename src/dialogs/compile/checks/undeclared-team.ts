import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';

/** A name that stands somewhere. @property kind what it is a name of */
export type NameUse = { readonly kind: string; readonly name: string; where(): Where };

/** A team that is none of those declared in touchpoint.yaml: whoever is handed to it waits for nobody. */
export function undeclaredTeam({ name, where }: NameUse, teams: readonly string[]): readonly Problem[] {
  if (teams.includes(name)) return [];
  const near = nearest(name, teams);
  return [
    {
      ...where(),
      code: 'TEAM_UNKNOWN',
      severity: 'error',
      message: `team '${name}' is none of those in touchpoint.yaml`,
      fix: near ? `did you mean '${near}'?` : `name one of: ${teams.join(', ')}; or add it below desk.teams`,
      unknown: name,
    },
  ];
}
