/** Accounts over the statements that both engines share. */
import { type Accounts, type Principal, roles } from '../../runtime/ports/accounts.ts';
import { unreadable } from '../codec/unreadable.ts';
import type { StatementName } from '../statements.ts';
import { optionalTextOf, type Row, textOf } from './column.ts';

/** Runs a statement: the rows it gives, and how many it changed. */
export type Run = (
  statement: StatementName,
  ...values: readonly (string | number | null)[]
) => Promise<{ readonly rows: readonly Row[]; readonly changes: number }>;

export function accountsOver({ ask, write }: { readonly ask: Run; readonly write: Run }): Accounts {
  return {
    async saveAccount({ name, role, team, password, stamp }) {
      await write('saveAccount', name, role, team, password, stamp);
    },
    async account(name) {
      const [row] = (await ask('account', name)).rows;
      return row && { ...principalOf(row), password: textOf(row, 'password'), stamp: textOf(row, 'stamp') };
    },
    accounts: async () => (await ask('accounts')).rows.map(principalOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    async removePrincipal(name) {
      const accounts = await write('removeAccount', name);
      const tokens = await write('removeTokens', name);
      return accounts.changes + tokens.changes > 0;
    },
    hasAccounts: async () => (await ask('anyAccount')).rows.length > 0,
    async saveToken({ token, name, role, team }) {
      await write('saveToken', token, name, role, team);
    },
    tokenOwner: async (token) => ownerOf(await ask('tokenOwner', token)),
    async beginSession({ session, name, role, team, stamp, until }, now) {
      await write('forgetSessions', now);
      await write('beginSession', session, name, role, team, stamp, until);
    },
    sessionOwner: async (session, now) => ownerOf(await ask('sessionOwner', session, now)),
    async endSession(session) {
      await write('endSession', session);
    },
  };
}

function ownerOf({ rows: [row] }: { readonly rows: readonly Row[] }): Principal | undefined {
  return row && principalOf(row);
}

function principalOf(row: Row): Principal {
  const found = textOf(row, 'role');
  const role = roles.find((known) => known === found);
  if (role === undefined) throw unreadable("column 'role'", `'${found}' is no role`);
  return { name: textOf(row, 'name'), role, team: optionalTextOf(row, 'team') };
}
