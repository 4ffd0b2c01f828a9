import type { Policy } from '../../../escalation/policy.ts';
import { whomToAsk } from '../../../escalation/whom-to-ask.ts';
import type { Runtime } from '../../../runtime/door.ts';
import type { HandoffRow, PresenceRow } from '../../../runtime/ports/desk.ts';

/** @property handoffs in the order of their turn; `now` counts steadily, whatever is done to the machine's clock */
type Seen = {
  readonly handoffs: readonly HandoffRow[];
  readonly present: readonly PresenceRow[];
  readonly policy: Policy;
  readonly now: number;
};

/**
 * Who waits is offered to one person after the other. Every process looks by itself; an offer is an order with the version it was decided on in its id, so
 * that it is made once. Rejects as the store does.
 *
 * @param since place and version → since when it is offered as it is, as the look before left it
 * @returns the same, as it is now
 */
export async function offerOn(
  runtime: Pick<Runtime, 'order'>,
  since: ReadonlyMap<string, number>,
  { policy, present, now, handoffs }: Seen,
): Promise<ReadonlyMap<string, number>> {
  const { offerMs } = policy;
  if (offerMs === null) return since;
  const waiting = handoffs.filter((one) => one.agent === null && one.offered !== '');
  const begun = new Map(waiting.map((one) => [keyOf(one), since.get(keyOf(one)) ?? now]));
  const there = new Set(present.flatMap(({ agent, state }) => (state === 'online' ? [agent] : [])));
  let all = handoffs;
  for (const row of waiting) {
    const isAsked = row.offered !== null && there.has(row.offered) && now - (begun.get(keyOf(row)) ?? now) < offerMs;
    const to = isAsked ? [] : whomToAsk({ handoffs: all, present, policy }, row);
    if (isAsked || (to.length === 0 && row.offered === null)) continue;
    const { conversation, handoff, version } = row;
    const act = { act: 'offer', agent: '', name: '', version, to, seconds: offerMs / 1000 } as const;
    await runtime.order({ conversation, id: `offer ${handoff} ${version}`, act });
    // who was just asked is not asked for the next one, too
    all = all.map((one) => (one === row ? { ...one, offered: to[0] ?? '' } : one));
  }
  return begun;
}

/** @returns when an offer ends, in steady milliseconds; `undefined` where nobody is asked, or that was not seen yet */
export function offerEnd(since: ReadonlyMap<string, number>, { offerMs }: Policy, row: HandoffRow): number | undefined {
  const begun = since.get(keyOf(row));
  return offerMs === null || row.offered === null || begun === undefined ? undefined : begun + offerMs;
}

function keyOf({ conversation, handoff, version }: HandoffRow): string {
  return `${conversation} ${handoff} ${version}`;
}
