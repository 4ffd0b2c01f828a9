import type { Accounts, Principal } from '../../runtime/ports/accounts.ts';
import type { Clock, Random } from '../../runtime/ports.ts';
import { secretHash } from './secret-hash.ts';

/** Who is signed in. It is kept in the store, so that a session holds on every process and after a restart. */
export type Sessions = {
  /**
   * Signs somebody in.
   *
   * @param stamp of their account; `null` for who has none
   * @param isSecure the page is reached by https
   * @returns the value of the Set-Cookie header
   */
  begin(principal: Principal, stamp: string | null, isSecure: boolean): Promise<string>;
  /** Whose session a Cookie header carries. */
  find(cookies: string | undefined): Promise<Principal | undefined>;
  /** Signs out; the value of the Set-Cookie header that takes the cookie back. */
  end(cookies: string | undefined): Promise<string>;
};

type Parts = { readonly accounts: Accounts; readonly wall: Clock; readonly random: Random };

const cookieName = 'touchpoint_session';
const sessionMs = 12 * 3_600_000;

/** Sessions live twelve hours by the real time, so that a test that lets days pass stays signed in. */
export function createSessions({ accounts, wall, random }: Parts): Sessions {
  return {
    async begin({ name, role, team }, stamp, isSecure) {
      const id = random.id();
      const now = wall.now();
      await accounts.beginSession({ session: secretHash(id), name, role, team, stamp, until: now + sessionMs }, now);
      return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${sessionMs / 1000}${isSecure ? '; Secure' : ''}`;
    },
    async find(cookies) {
      const id = readCookie(cookies ?? '');
      return id === '' ? undefined : accounts.sessionOwner(secretHash(id), wall.now());
    },
    async end(cookies) {
      const id = readCookie(cookies ?? '');
      if (id !== '') await accounts.endSession(secretHash(id));
      return `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
    },
  };
}

function readCookie(cookies: string): string {
  const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(`${cookieName}=`));
  return found?.trim().slice(cookieName.length + 1) ?? '';
}
