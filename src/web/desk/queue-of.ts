import { priorityOf } from '../../escalation/in-order.ts';
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
  /** the higher, the sooner; 0 is usual */
  readonly priority: number;
  /** name of the agent it was given to */
  readonly meantFor: string | null;
};

/**
 * @property offeredTo name of who is asked to take it, and alone may for the moment; `isOfferedToMe`: that is who looks
 */
type InLine = Place & {
  readonly position: number;
  readonly offeredTo: string | null;
  readonly isOfferedToMe: boolean;
};

/** The queue as an agent sees it. `agent`: name of who has it; `null` where they have gone. */
export type Queue = {
  readonly at: string;
  readonly waiting: readonly InLine[];
  readonly held: readonly (Place & { readonly agent: string | null; readonly isMine: boolean })[];
  readonly agents: readonly { readonly name: string; readonly team: string | null; readonly state: string }[];
};

/** Who waits, in the order of their turn, what is held by whom, and who is there. */
export function queueOf(desk: Desk, { at, agent }: { readonly at: Instant; readonly agent: string }): Queue {
  const names = new Map(desk.presences().map((one) => [one.agent, one.name]));
  const handoffs = desk.handoffs();
  const waiting = handoffs.filter((one) => one.agent === null);
  return {
    at: new Date(at).toISOString(),
    waiting: waiting.map((row, index) => ({
      position: index + 1,
      ...placeOf(desk, row, at),
      offeredTo: names.get(row.offered ?? '') ?? null,
      isOfferedToMe: row.offered === agent,
    })),
    held: handoffs
      .filter((one) => one.agent !== null)
      .map((row) => ({
        ...placeOf(desk, row, at),
        agent: names.get(row.agent ?? '') ?? null,
        isMine: row.agent === agent,
      })),
    agents: desk.presences().map(({ name, team, state }) => ({ name, team, state })),
  };
}

function placeOf({ settings }: Desk, row: HandoffRow, at: Instant): Place {
  const { conversation, team, reason, since, version, meantFor } = row;
  const priority = priorityOf(settings.policy, row, at);
  const waitSeconds = Math.max(0, Math.round((at - since) / 1000));
  const place = { id: conversation, team, reason, since: new Date(since).toISOString() };
  return { ...place, waitSeconds, version, priority, meantFor };
}
