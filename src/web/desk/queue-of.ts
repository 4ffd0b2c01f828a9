import type { Instant } from '../../events/instant.ts';
import type { HandoffRow } from '../../runtime/ports/desk.ts';
import type { Desk } from './create-desk.ts';

/** The queue as an agent sees it: who waits, oldest first, what they have themselves, and who is there. Times are ISO 8601. */
export function queueOf(desk: Desk, { at, agent }: { readonly at: Instant; readonly agent: string }): object {
  const names = new Map(desk.presences().map((one) => [one.agent, one.name]));
  const handoffs = desk.handoffs();
  const waiting = handoffs.filter((one) => one.agent === null);
  return {
    at: new Date(at).toISOString(),
    waiting: waiting.map((row, index) => ({ position: index + 1, ...placeOf(row, at) })),
    held: handoffs
      .filter((one) => one.agent !== null)
      .map((row) => ({ ...placeOf(row, at), agent: names.get(row.agent ?? '') ?? null, isMine: row.agent === agent })),
    agents: desk.presences().map(({ name, team, state }) => ({ name, team, state })),
  };
}

function placeOf({ conversation, team, reason, since, version }: HandoffRow, at: Instant) {
  const waitSeconds = Math.max(0, Math.round((at - since) / 1000));
  return { id: conversation, team, reason, since: new Date(since).toISOString(), waitSeconds, version };
}
