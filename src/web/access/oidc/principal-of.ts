/** Who somebody is here, from what the provider says of them. Pure. */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Principal } from '../../../runtime/ports/accounts.ts';
import type { Claims, OpenIdOptions } from './open-id.ts';

/** @throws TouchpointError SIGN_IN_WITHOUT_ROLE where no role or no name is theirs */
export function principalOf(claims: Claims, options: Pick<OpenIdOptions, 'claims' | 'roles' | 'teams'>): Principal {
  const [name] = valuesAt(claims, options.claims.name);
  if (name === undefined) throw nameless(options.claims.name);
  const given = valuesAt(claims, options.claims.role);
  const role = Object.entries(options.roles).find(([value]) => given.includes(value))?.[1];
  if (role === undefined) throw withoutRole(options, { name, given });
  return { name, role, team: teamOf(claims, options) };
}

function teamOf(claims: Claims, options: Pick<OpenIdOptions, 'claims' | 'teams'>): string | null {
  const given = valuesAt(claims, options.claims.team);
  if (options.teams === null) return given[0] ?? null;
  return Object.entries(options.teams).find(([value]) => given.includes(value))?.[1] ?? null;
}

/** The claim of the whole name comes first: names with dots, such as addresses, are claims too. */
function valuesAt(claims: Claims, name: string): readonly string[] {
  const value = claims[name] ?? name.split('.').reduce<unknown>(within, claims);
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

type Given = { readonly name: string; readonly given: readonly string[] };

function withoutRole(
  { claims, roles }: Pick<OpenIdOptions, 'claims' | 'roles'>,
  { name, given }: Given,
): TouchpointError {
  const said = given.length === 0 ? 'is missing' : `says ${given.map((one) => `'${one}'`).join(', ')}`;
  return new TouchpointError('SIGN_IN_WITHOUT_ROLE', `${name} has no role here: the claim '${claims.role}' ${said}`, {
    fix: `give them one of ${Object.keys(roles).join(', ')} at the provider, or map what it says in signIn.oidc.roles of touchpoint.yaml`,
  });
}

function nameless(claim: string): TouchpointError {
  return new TouchpointError(
    'SIGN_IN_WITHOUT_ROLE',
    `the sign-in service does not say who you are: the claim '${claim}' is missing`,
    {
      fix: 'name another claim in signIn.oidc.claims.name of touchpoint.yaml, or let the provider send this one (a scope may be missing)',
    },
  );
}
