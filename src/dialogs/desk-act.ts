/** What an agent does with a conversation. */
import type { Instant } from '../events/instant.ts';
import type { SentFile } from '../events/speech/sent-file.ts';
import type { Handoff, State } from './state.ts';

type Solved = 'yes' | 'partly' | 'no';

/**
 * `lose`: the agent is gone; `nobody`: there is nobody any more who could take it over, and no agent acts; `offer`: the desk asks one to take it; `join`: an agent of a desk outside is there;
 * `reroute`: the desk outside cannot serve, and the people of the built-in one are to.
 *
 * @property agent their id in events; `name` is what the customer reads
 * @property outside it is done at a desk outside, which decides by itself who of its agents has what
 */
export type DeskAct = { readonly agent: string; readonly name: string; readonly outside?: Outside } & (
  | { readonly act: 'accept' | 'take'; readonly version: number }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'say'; readonly text: string; readonly files?: readonly SentFile[] }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'transfer'; readonly team: string | null; readonly to: string | null; readonly note: string }
  | { readonly act: 'return'; readonly solved: Solved | null; readonly note: string }
  | {
      readonly act: 'close';
      readonly disposition: string;
      /** `null`: a desk outside does not say */
      readonly solved: Solved | null;
      readonly tags: readonly string[];
      readonly note: string;
    }
  | {
      readonly act: 'offer';
      readonly version: number;
      /** who could take it, the best first: it goes to the first who was not asked yet */
      readonly to: readonly string[];
      readonly seconds: number;
    }
  | { readonly act: 'lose' | 'nobody' | 'join' }
  | { readonly act: 'reroute'; readonly why: 'undelivered' | 'failed' }
);

/** Which handoff of the conversation, as the desk outside of that name has it. */
export type Outside = { readonly desk: string; readonly handoff: string };

/** `taken`: somebody else has it; `offered`: somebody else is asked just now; `gone`: nobody waits there; `not yours`: the agent does not hold it. */
export type DeskRefusal = 'taken' | 'offered' | 'gone' | 'not yours';

/** A desk outside may tell in another order than things happened: what was said before the end comes up to so much later. */
const lateMs = 60_000;

/**
 * Why an act is not possible as the conversation stands. Asked on the state that the act is to be committed on, so that of two agents one is refused.
 *
 * @returns `undefined` when it is
 */
export function refusalOf({ handoff }: State, act: DeskAct, at: Instant): DeskRefusal | undefined {
  if (act.outside) return refusalOutside(handoff, act, at);
  if (!handoff || handoff.phase === 'over') return 'gone';
  return handoff.desk === null ? refusalHere(handoff, act) : 'taken';
}

function refusalHere(handoff: Handoff, act: DeskAct): DeskRefusal | undefined {
  if (act.act === 'accept') return isOfferedElsewhere(handoff, act.agent) ? 'offered' : refusalWaiting(handoff, act);
  if (act.act === 'offer') return refusalWaiting(handoff, act);
  if (act.act === 'take') return handoff.phase === 'waiting' || handoff.version !== act.version ? 'taken' : undefined;
  if (act.act === 'decline' || act.act === 'nobody') return handoff.phase === 'held' ? 'taken' : undefined;
  return handoff.agent === act.agent ? undefined : 'not yours';
}

function refusalWaiting({ phase, version }: Handoff, decided: { readonly version: number }): DeskRefusal | undefined {
  return phase === 'held' || version !== decided.version ? 'taken' : undefined;
}

/** An offer is a lease: while it lasts nobody else takes the conversation. */
function isOfferedElsewhere({ phase, offered }: Handoff, agent: string): boolean {
  return phase === 'waiting' && offered !== null && offered !== '' && offered !== agent;
}

/** Whoever acts there may; it must only be theirs still, and not be so already. */
function refusalOutside(handoff: Handoff | null, act: DeskAct, at: Instant): DeskRefusal | undefined {
  if (!handoff || handoff.id !== act.outside?.handoff || handoff.desk !== act.outside.desk) return 'gone';
  if (handoff.phase === 'over') {
    const isLate = act.act === 'say' && handoff.endedAt !== null && at - handoff.endedAt <= lateMs;
    return isLate ? undefined : 'gone';
  }
  if (act.act === 'join') return handoff.agent === act.agent ? 'taken' : undefined;
  if (act.act === 'transfer' || act.act === 'lose') return handoff.phase === 'waiting' ? 'not yours' : undefined;
  return act.act === 'nobody' && handoff.phase === 'held' ? 'taken' : undefined;
}

/** A person has the conversation, or is waited for. */
export function isWithPerson({ handoff }: State): boolean {
  return handoff !== null && handoff.phase !== 'over';
}
