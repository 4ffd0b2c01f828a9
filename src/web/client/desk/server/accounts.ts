/** Accounts, for admins. */
import { fieldsOf, listOf, textOf } from '../../json/fields.ts';
import { type Answer, ask, isGood } from './requests.ts';

/** @property team '' for none */
export type Account = { readonly name: string; readonly role: string; readonly team: string };

export type Accounts = { readonly accounts: readonly Account[]; readonly problem: string };

export async function loadAccounts(): Promise<Accounts> {
  const answer = await ask('GET', '/api/accounts');
  if (!isGood(answer)) return { accounts: [], problem: answer.problem };
  const accounts = listOf(answer.body['accounts']).map((one) => {
    const { name, role, team } = fieldsOf(one);
    return { name: textOf(name), role: textOf(role), team: textOf(team) };
  });
  return { accounts, problem: '' };
}

/** @param password '' leaves the one that is there */
export function saveAccount({ name, role, team }: Account, password: string): Promise<Answer> {
  const given = { role, team: team || null, ...(password === '' ? {} : { password }) };
  return ask('PUT', `/api/accounts/${encodeURIComponent(name)}`, given);
}

export function removeAccount(name: string): Promise<Answer> {
  return ask('DELETE', `/api/accounts/${encodeURIComponent(name)}`);
}
