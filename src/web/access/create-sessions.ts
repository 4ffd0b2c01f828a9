import type { Clock, Random } from '../../runtime/ports.ts';
import type { Principal } from './principal.ts';

/** Who is signed in, in memory: a restart signs everybody out. */
export type Sessions = {
  /** Signs somebody in; the value of the Set-Cookie header. */
  begin(principal: Principal): string;
  /** Whose session a Cookie header carries. */
  find(cookies: string | undefined): Principal | undefined;
};

const cookieName = 'touchpoint_session';
const sessionMs = 12 * 3_600_000;
/** Sessions kept; the oldest is ended first. */
const maxSessions = 1000;

/** Sessions live twelve hours by the real time, so that a test that lets days pass stays signed in. */
export function createSessions({ wall, random }: { readonly wall: Clock; readonly random: Random }): Sessions {
  const sessions = new Map<string, { readonly principal: Principal; readonly until: number }>();
  return {
    begin(principal) {
      const id = random.id();
      sessions.set(id, { principal, until: wall.now() + sessionMs });
      const [oldest] = sessions.keys();
      if (sessions.size > maxSessions && oldest !== undefined) sessions.delete(oldest);
      return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${sessionMs / 1000}`;
    },
    find(cookies) {
      const session = sessions.get(readCookie(cookies ?? ''));
      return session && session.until > wall.now() ? session.principal : undefined;
    },
  };
}

function readCookie(cookies: string): string {
  const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(`${cookieName}=`));
  return found?.trim().slice(cookieName.length + 1) ?? '';
}
