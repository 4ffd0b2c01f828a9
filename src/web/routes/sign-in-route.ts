import type { HttpRoute } from '../../channels/contract/http.ts';
import type { Accounts } from '../../runtime/ports/accounts.ts';
import type { Sessions } from '../access/create-sessions.ts';
import type { SignIn } from '../access/create-sign-in.ts';
import { errorBody } from '../serving/error-answer.ts';
import { isLoopback } from '../serving/is-loopback.ts';

type Doors = {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly accounts: Pick<Accounts, 'hasAccounts'>;
};

/** /sign-in?ticket=…: the link printed at start makes its first visitor an admin, on this machine and while there is no account. */
export function signInRoute({ signIn, sessions, accounts }: Doors): HttpRoute {
  return {
    method: 'GET',
    path: '/sign-in',
    async answer(request) {
      if (!request.isLocal() || !isLoopback(request.address))
        return denied('the sign-in link works on this machine only');
      if (await accounts.hasAccounts()) return denied('there are accounts now: sign in with one');
      // a link that is merely looked at (a preview) must not be used up
      if (request.method === 'HEAD') return { status: 200, body: '' };
      if (!signIn.redeem(request.query().get('ticket') ?? '')) {
        return denied(
          'this sign-in link has been used, has expired or is not ours: restart touchpoint serve for a new one',
        );
      }
      const isSecure = request.ownOrigin().startsWith('https:');
      const cookie = await sessions.begin({ name: 'admin', role: 'admin', team: null }, null, isSecure);
      return { status: 303, headers: { Location: '/cx', 'Set-Cookie': cookie }, body: '' };
    },
  };
}

function denied(message: string) {
  return errorBody(403, 'FORBIDDEN', message);
}
