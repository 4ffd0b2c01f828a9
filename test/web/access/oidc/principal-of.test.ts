import { describe, expect, it } from 'vitest';
import { principalOf } from '../../../../src/web/access/oidc/principal-of.ts';

describe('role and team by claims', () => {
  const roles = { leads: 'supervisor', desk: 'agent' } as const;
  const options = { roles, teams: null, claims: { name: 'name', role: 'realm.roles', team: 'https://a.example/team' } };
  it.each([
    [
      'the first role in the order of the configuration',
      { realm: { roles: ['desk', 'leads'] } },
      null,
      { role: 'supervisor', team: null },
    ],
    [
      'a claim whose name has dots',
      { realm: { roles: 'desk' }, 'https://a.example/team': 'x' },
      null,
      { role: 'agent', team: 'x' },
    ],
    [
      'teams by their mapping',
      { realm: { roles: 'desk' }, 'https://a.example/team': ['b', 'g2'] },
      { g2: 'returns' },
      { role: 'agent', team: 'returns' },
    ],
    [
      'no team where none is mapped',
      { realm: { roles: 'desk' }, 'https://a.example/team': 'b' },
      { g2: 'returns' },
      { role: 'agent', team: null },
    ],
  ])('%s', (...[, claims, teams, who]) => {
    expect(principalOf({ name: 'Ana', ...claims }, { ...options, teams })).toEqual({ name: 'Ana', ...who });
  });

  it('nobody comes in without a name', () => {
    expect(() => principalOf({ realm: { roles: 'desk' } }, options)).toThrow(/does not say who you are/);
  });
});
