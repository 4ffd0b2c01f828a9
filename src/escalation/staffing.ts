/** Who could take over now, made from who is at the desk and who waits. */

import type { Staffing } from '../events/desk/staffing.ts';
import type { Instant } from '../events/instant.ts';
import { expectedWait } from './expected-wait.ts';
import type { Policy } from './policy.ts';

/** A conversation in the queue (`agent: null`) or with an agent. */
type Waiting = { readonly team: string | null; readonly agent: string | null };
/** Somebody at the desk; `team: null`: they take whatever comes. */
type Present = { readonly agent: string; readonly team: string | null; readonly state: 'online' | 'away' };

/** @property paces what waits and conversations lately took, in seconds */
export type Office = {
  readonly handoffs: readonly Waiting[];
  readonly present: readonly Present[];
  readonly policy: Policy;
  readonly at: Instant;
  readonly paces: { readonly accept: readonly number[]; readonly handle: readonly number[] };
};

/**
 * A team is there when it works at this hour and one of its members is, or somebody of no team; or the team that it overflows to is. Whoever asks for
 * nobody in particular may get anybody. The place in line counts those who wait for the same people.
 */
export function staffingOf(office: Office): Staffing {
  const { handoffs, policy, at } = office;
  const online = office.present.filter(({ team, state }) => state === 'online' && policy.isOpen(team, at));
  if (online.length === 0) return {};
  const named = [...handoffs, ...online].flatMap(({ team }) => team ?? []);
  const teams = new Set([...named, ...Object.keys(policy.teams)]);
  const there = [...teams].filter((team) => canServe(policy, { team, online, at }));
  const others = online.some(({ team }) => team === null) ? ['*'] : [];
  const absent = Object.keys(policy.teams).filter((team) => !there.includes(team));
  return {
    ...Object.fromEntries(['', ...others, ...there].map((team) => [team, placeIn(office, team, online)])),
    ...Object.fromEntries(absent.map((team) => [team, null])),
  };
}

type Asking = { readonly team: string; readonly online: readonly Present[]; readonly at: Instant };

function canServe(policy: Policy, { team, online, at }: Asking): boolean {
  const isThere = policy.isOpen(team, at) && online.some((one) => one.team === team || one.team === null);
  const overflow = policy.teams[team]?.overflow;
  return isThere || (overflow !== undefined && online.some((one) => one.team === overflow));
}

function placeIn({ handoffs, policy, paces }: Office, team: string, online: readonly Present[]) {
  const isForAll = team === '' || team === '*';
  const takers = online.filter(
    (one) => isForAll || one.team === null || one.team === team || isOverflow(policy, team, one),
  );
  const position =
    handoffs.filter((one) => one.agent === null && (isForAll || one.team === team || one.team === null)).length + 1;
  // who may have any number is taken to do one thing at a time
  const each = policy.capacity ?? 1;
  const slots = takers.length * each;
  const busy = takers.map(({ agent }) => handoffs.filter((one) => one.agent === agent).length);
  const free = busy.reduce((sum, count) => sum + Math.max(0, each - count), 0);
  const { accept: acceptSeconds, handle: handleSeconds } = paces;
  return { position, waitSeconds: expectedWait({ position, free, slots, acceptSeconds, handleSeconds }) };
}

function isOverflow({ teams }: Policy, team: string, one: Present): boolean {
  return one.team !== null && teams[team]?.overflow === one.team;
}
