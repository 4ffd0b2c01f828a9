import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from '../../channels/contract/http.ts';
import { type Account, type Accounts, type Role, roles } from '../../runtime/ports/accounts.ts';
import type { Random } from '../../runtime/ports.ts';
import type { Sessions } from '../access/create-sessions.ts';
import { hashPassword, longestPassword, shortestPassword } from '../access/passwords.ts';
import type { Route, StaffRoute } from '../access/route.ts';
import { readShape } from '../body/read-shape.ts';
import { errorBody } from '../serving/error-answer.ts';

type Doors = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly random: Random;
  /** where people sign in at a provider, admins may come from there */
  readonly openId?: object | undefined;
};

const shape = z.strictObject({
  role: z.enum(roles),
  team: z.string().trim().min(1).max(100).nullable().default(null),
  password: z.string().min(shortestPassword).max(longestPassword).optional(),
});

/** A name as it is given on the command line, too. */
const fitName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^\S(.*\S)?$/s);

/** /api/accounts, for admins: who has an account; adding one, changing it, and removing it. Nobody takes their own rights away. */
export function accountRoutes(doors: Doors): readonly Route[] {
  const { accounts, sessions, random } = doors;
  /** Whoever changes their own account stays signed in here, and is signed out everywhere else. */
  async function staysIn(account: Account, { headers, ownOrigin }: HttpRequest): Promise<HttpAnswer> {
    const own = await sessions.find(headers.cookie);
    await accounts.saveAccount(account);
    if (own?.name !== account.name) return { status: 204, body: '' };
    const cookie = await sessions.begin(account, account.stamp, ownOrigin().startsWith('https:'));
    return { status: 204, headers: { 'Set-Cookie': cookie }, body: '' };
  }

  return [
    adminRoute('GET', '/api/accounts', async () => ({
      status: 200,
      body: JSON.stringify({ accounts: await accounts.accounts() }),
    })),
    adminRoute('PUT', '/api/accounts/:name', async (request, principal) => {
      const { params, body } = request;
      const name = params['name'] ?? '';
      if (!fitName.safeParse(name).success)
        return errorBody(400, 'BAD_REQUEST', 'the name must have 1 to 100 characters, without spaces around them');
      const { role, team, password } = readShape(shape, body);
      if (name === principal.name && role !== principal.role) return onesOwn();
      if (await locksOut(doors, role, request)) return nobodyLeft();
      const kept = password === undefined ? (await accounts.account(name))?.password : await hashPassword(password);
      if (kept === undefined) return errorBody(400, 'BAD_REQUEST', 'password: a new account needs one');
      return staysIn({ name, role, team, password: kept, stamp: random.id() }, request);
    }),
    adminRoute('DELETE', '/api/accounts/:name', async ({ params }, principal) => {
      const name = params['name'] ?? '';
      if (name === principal.name) return onesOwn();
      if (await accounts.removePrincipal(name)) return { status: 204, body: '' };
      return errorBody(404, 'NOT_FOUND', 'there is no account of this name');
    }),
  ];
}

/** The sign-in link ends with the first account: who came by it makes that of an admin first, or nobody could make another. */
async function locksOut({ accounts, openId }: Doors, role: Role, { headers }: HttpRequest): Promise<boolean> {
  const isByLink = openId === undefined && headers.authorization === undefined;
  return role !== 'admin' && isByLink && !(await accounts.hasAccounts());
}

function nobodyLeft(): HttpAnswer {
  const message =
    'the first account must be an admin: the sign-in link ends with it, and nobody else could make others';
  return errorBody(409, 'CONFLICT', message);
}

function onesOwn(): HttpAnswer {
  return errorBody(409, 'CONFLICT', 'your own account is removed or given another role by another admin only');
}

function adminRoute(method: StaffRoute['method'], path: string, answer: StaffRoute['answer']): StaffRoute {
  return { method, path, roles: ['admin'], answer };
}
