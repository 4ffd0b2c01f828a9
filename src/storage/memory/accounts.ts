import type { Account, Accounts, Principal, SessionRow, TokenRow } from '../../runtime/ports/accounts.ts';

/** Accounts that end with the process. */
export function memoryAccounts(within: <T>(work: () => T) => Promise<T>): Accounts {
  const accounts = new Map<string, Account>();
  const tokens = new Map<string, TokenRow>();
  const sessions = new Map<string, SessionRow>();
  return {
    saveAccount: (account) => within(() => void accounts.set(account.name, account)),
    account: (name) => within(() => accounts.get(name)),
    accounts: () =>
      within(() => [...accounts.values()].map(onlyPrincipal).toSorted((a, b) => (a.name < b.name ? -1 : 1))),
    removePrincipal: (name) =>
      within(() => {
        const named = [...tokens.values()].filter((token) => token.name === name);
        for (const { token } of named) tokens.delete(token);
        return accounts.delete(name) || named.length > 0;
      }),
    hasAccounts: () => within(() => accounts.size > 0),
    saveToken: (token) => within(() => void tokens.set(token.token, token)),
    tokenOwner: (token) => within(() => principalOf(tokens.get(token))),
    beginSession: (session, now) =>
      within(() => {
        for (const { session: id, until } of sessions.values()) if (until <= now) sessions.delete(id);
        sessions.set(session.session, session);
      }),
    sessionOwner: (id, now) =>
      within(() => {
        const session = sessions.get(id);
        const isOver = !session || session.until <= now;
        const isStale = session?.stamp != null && accounts.get(session.name)?.stamp !== session.stamp;
        return isOver || isStale ? undefined : principalOf(session);
      }),
    endSession: (session) => within(() => void sessions.delete(session)),
  };
}

function principalOf(row: Principal | undefined): Principal | undefined {
  return row && onlyPrincipal(row);
}

function onlyPrincipal({ name, role, team }: Principal): Principal {
  return { name, role, team };
}
