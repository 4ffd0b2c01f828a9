/** Who could take over now, made from who is at the desk and who waits. */

import type { Staffing } from '../events/desk/staffing.ts';

/** A conversation in the queue (`agent: null`) or with an agent. */
type Waiting = { readonly team: string | null; readonly agent: string | null };
/** Somebody at the desk; `team: null`: they take whatever comes. */
type Present = { readonly team: string | null; readonly state: 'online' | 'away' };

/**
 * A team is there when one of its members is, or somebody of no team. Whoever asks for nobody in particular may get anybody. The place in line counts those
 * who wait for the same people. How long it takes nobody can tell yet: no number is made up.
 */
export function staffingOf(handoffs: readonly Waiting[], present: readonly Present[]): Staffing {
  const online = present.filter(({ state }) => state === 'online');
  if (online.length === 0) return {};
  const named = [...handoffs.map(({ team }) => team), ...online.map(({ team }) => team)];
  const teams = new Set(named.filter((team) => team !== null));
  const there = [...teams].filter((team) => online.some((one) => one.team === team || one.team === null));
  const others = online.some(({ team }) => team === null) ? ['*'] : [];
  const expected = ['', ...others, ...there].map((team) => [
    team,
    { position: ahead(handoffs, team) + 1, waitSeconds: null },
  ]);
  return Object.fromEntries(expected);
}

function ahead(handoffs: readonly Waiting[], team: string): number {
  return handoffs.filter(
    (one) => one.agent === null && (team === '' || team === '*' || one.team === team || one.team === null),
  ).length;
}
