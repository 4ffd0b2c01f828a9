import type { Runtime } from '../../../runtime/door.ts';
import type { HandoffRow, PresenceRow } from '../../../runtime/ports/desk.ts';

/** @property known everybody seen lately; `present` those who are there */
type Seen = {
  readonly handoffs: readonly HandoffRow[];
  readonly known: readonly PresenceRow[];
  readonly present: readonly PresenceRow[];
};

/** What agents have who are gone without a word goes back to its old place, and the customers are told. Rejects as the store does. */
export async function giveBackLost(runtime: Pick<Runtime, 'order'>, { handoffs, known, present }: Seen): Promise<void> {
  const here = new Set(present.map(({ agent }) => agent));
  const names = new Map(known.map(({ agent, name }) => [agent, name]));
  for (const { conversation, handoff, agent, version } of handoffs) {
    if (agent === null || here.has(agent)) continue;
    const act = { act: 'lose', agent, name: names.get(agent) ?? '' } as const;
    await runtime.order({ conversation, id: `lost ${handoff} ${version}`, act });
  }
}
