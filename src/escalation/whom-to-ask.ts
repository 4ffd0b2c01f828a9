import type { Policy } from './policy.ts';

/** A conversation in the queue (`agent: null`) or with an agent; `offered` as the queue has it. */
type Waiting = {
  readonly team: string | null;
  readonly agent: string | null;
  readonly offered: string | null;
  readonly meantFor: string | null;
};
type Present = {
  readonly agent: string;
  readonly name: string;
  readonly team: string | null;
  readonly state: 'online' | 'away';
};
type Office = {
  readonly handoffs: readonly Waiting[];
  readonly present: readonly Present[];
  readonly policy: Pick<Policy, 'capacity' | 'teams'>;
};

/**
 * Who could be offered a conversation now, the best first: whom it is meant for, then people of its team, then those of no team, then those it overflows to;
 * among equals whoever has least. Nobody is asked for two at once, or for more than they may have.
 *
 * @returns their ids; empty where nobody is free
 */
export function whomToAsk(office: Office, { team, meantFor }: Waiting): readonly string[] {
  const { policy, present } = office;
  const overflow = team === null ? undefined : policy.teams[team]?.overflow;
  const rank = (one: Present): number => {
    if (one.name === meantFor) return 0;
    if (team !== null && one.team === team) return 1;
    if (one.team === null || team === null) return 2;
    return one.team === overflow ? 3 : Number.POSITIVE_INFINITY;
  };
  return present
    .filter((one) => one.state === 'online' && isFree(office, one) && Number.isFinite(rank(one)))
    .map(({ agent, ...one }) => ({ agent, rank: rank({ agent, ...one }), load: countOf(office, agent) }))
    .toSorted((a, b) => a.rank - b.rank || a.load - b.load || (a.agent < b.agent ? -1 : 1))
    .map(({ agent }) => agent);
}

function isFree(office: Office, { agent }: Present): boolean {
  const { handoffs, policy } = office;
  const isAsked = handoffs.some((one) => one.agent === null && one.offered === agent);
  return !isAsked && countOf(office, agent) < (policy.capacity ?? Number.POSITIVE_INFINITY);
}

function countOf({ handoffs }: Office, agent: string): number {
  return handoffs.filter((one) => one.agent === agent).length;
}
