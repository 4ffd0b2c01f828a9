import type { Instant } from '../../events/instant.ts';
import type { HandoffRow } from '../../runtime/ports/desk.ts';
import type { Desk } from './create-desk.ts';

/** A conversation at the desk. Times are ISO 8601. */
export type Place = {
  readonly id: string;
  readonly team: string | null;
  readonly reason: string;
  readonly since: string;
  readonly waitSeconds: number;
  readonly version: number;
};

/** The queue as an agent sees it. `agent`: name of who has it; `null` where they have gone. */
export type Queue = {
  readonly at: string;
  readonly waiting: readonly (Place & { readonly position: number })[];
  readonly held: readonly (Place & { readonly agent: string | null; readonly isMine: boolean })[];
  readonly agents: readonly { readonly name: string; readonly team: string | null; readonly state: string }[];
};

/** Who waits, oldest first, what is held by whom, and who is there. */
export function queueOf(desk: Desk, { at, agent }: { readonly at: Instant; readonly agent: string }): Queue {
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

function placeOf({ conversation, team, reason, since, version }: HandoffRow, at: Instant): Place {
  const waitSeconds = Math.max(0, Math.round((at - since) / 1000));
  return { id: conversation, team, reason, since: new Date(since).toISOString(), waitSeconds, version };
}
