/** What the two loops of a chat share: the state, the server, and ways to wake each other. */
import type { DirectLine, Result, Session } from '../directline/direct-line.ts';
import type { Ports } from '../ports.ts';
import type { Bell } from './bell.ts';
import type { ChatState } from './chat-state.ts';
import type { Change } from './reduce.ts';
import type { Store } from './store.ts';

export type Line = {
  readonly ports: Ports;
  readonly store: Store<ChatState, Change>;
  readonly server: DirectLine;
  readonly bell: Bell;
  readonly entryPoint: string;
  readonly locale: string;
  /** who the page says this is, signed by its server; '' for nobody */
  userToken: string;
  /** what the page has to say beside each message */
  context: unknown;
  /** Ends the present stream, so that a new one is opened from the last watermark. */
  dropStream(): void;
};

/** The session, new or renewed where its token is old or `mustRenew`. */
async function admit(line: Line, mustRenew = false): Promise<Result<Session>> {
  const held = line.store.get().session;
  if (held && !mustRenew && held.renewAt > line.ports.now()) return { ok: true, value: held };
  const result = await line.server.token(line, held);
  if (!result.ok) return result;
  // Meanwhile another loop renewed it, or the customer began a new conversation.
  if (line.store.get().session !== held) return { ok: false, why: 'busy', retryAfterMs: 0 };
  if (!result.value.token) return { ok: false, why: 'refused', retryAfterMs: 0 };
  if (held && held.conversationId !== result.value.conversationId)
    return { ok: false, why: 'unknown', retryAfterMs: 0 };
  line.store.change({ type: 'admitted', session: result.value });
  return result;
}

/** Calls the server with the session; once more with a new token where the old one is refused. */
export async function withSession<T>(line: Line, call: (session: Session) => Promise<Result<T>>): Promise<Result<T>> {
  const session = await admit(line);
  if (!session.ok) return session;
  const result = await call(session.value);
  if (result.ok || result.why !== 'forbidden') return result;
  const renewed = await admit(line, true);
  return renewed.ok ? call(renewed.value) : renewed;
}
