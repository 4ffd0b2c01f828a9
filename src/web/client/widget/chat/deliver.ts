/**
 * Sends what waits in the outbox, one after the other, so that the server gets messages in the order they were written. A message keeps its id
 * over all tries; the server takes it once.
 */
import type { Refusal } from '../directline/answer.ts';
import { backoffMs } from './bell.ts';
import type { ChatState, Outgoing } from './chat-state.ts';
import { type Line, withSession } from './line.ts';

const mostTries = 4;
/** A stored message comes back over the stream at once; where it does not, the stream is dead without knowing it. */
const echoWithinMs = 6_000;

export function canDeliver({ link, outbox }: ChatState): boolean {
  return link === 'live' && outbox.some((each) => each.state === 'waiting');
}

/** Sends while the line is live and something waits. Never rejects. */
export async function deliver(line: Line): Promise<void> {
  for (let tries = 1, last = ''; ; ) {
    const state = line.store.get();
    const next = state.outbox.find((each) => each.state === 'waiting');
    if (!next || !canDeliver(state)) return;
    tries = next.clientId === last ? tries + 1 : 1;
    last = next.clientId;
    const result = await send(line, next);
    if (result.ok) expectEcho(line, next);
    else await giveBack(line, next, { ...result, tries });
  }
}

async function send(line: Line, next: Outgoing): ReturnType<Line['server']['post']> {
  line.store.change({ type: 'delivery', clientId: next.clientId, state: 'sending' });
  const { entryPoint, locale, context } = line;
  const { clientId, text, label, file } = next;
  const post = { clientId, text, label, file, entryPoint, locale, context };
  const progressed = (share: number) => line.store.change({ type: 'progress', clientId, share });
  return withSession(line, (session) => line.server.post(session, post, progressed));
}

function expectEcho(line: Line, { clientId }: Outgoing): void {
  line.store.change({ type: 'delivery', clientId, state: 'sent' });
  line.ports.after(echoWithinMs, () => {
    if (line.store.get().outbox.some((each) => each.clientId === clientId)) line.dropStream();
  });
}

type Failure = { readonly why: Refusal; readonly retryAfterMs: number; readonly tries: number };

async function giveBack(line: Line, { clientId }: Outgoing, { why, retryAfterMs, tries }: Failure): Promise<void> {
  const mayTryAgain = why === 'unknown' || ((why === 'unreachable' || why === 'busy') && tries < mostTries);
  line.store.change({ type: 'delivery', clientId, state: mayTryAgain ? 'waiting' : 'failed' });
  if (why === 'unknown' || why === 'unreachable') line.dropStream();
  if (mayTryAgain) await line.bell.wait(Math.max(retryAfterMs, backoffMs(line.ports, tries)));
}
