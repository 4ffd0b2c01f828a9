/** What an agent does with a conversation. */
import type { State } from './state.ts';

type Solved = 'yes' | 'partly' | 'no';

/**
 * `lose`: the agent is gone; `nobody`: there is nobody any more who could take it over, and no agent acts.
 *
 * @property agent their id in events; `name` is what the customer reads
 */
export type DeskAct = { readonly agent: string; readonly name: string } & (
  | { readonly act: 'accept' | 'take'; readonly version: number }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'say' | 'note'; readonly text: string }
  | { readonly act: 'transfer'; readonly team: string | null; readonly to: string | null; readonly note: string }
  | { readonly act: 'return'; readonly solved: Solved | null; readonly note: string }
  | {
      readonly act: 'close';
      readonly disposition: string;
      readonly solved: Solved;
      readonly tags: readonly string[];
      readonly note: string;
    }
  | { readonly act: 'lose' | 'nobody' }
);

/** `taken`: somebody else has it; `gone`: nobody waits there; `not yours`: the agent does not hold it. */
export type DeskRefusal = 'taken' | 'gone' | 'not yours';

/**
 * Why an act is not possible as the conversation stands. Asked on the state that the act is to be committed on, so that of two agents one is refused.
 *
 * @returns `undefined` when it is
 */
export function refusalOf({ handoff }: State, act: DeskAct): DeskRefusal | undefined {
  if (!handoff || handoff.phase === 'over') return 'gone';
  if (act.act === 'accept') return handoff.phase === 'held' || handoff.version !== act.version ? 'taken' : undefined;
  if (act.act === 'take') return handoff.phase === 'waiting' || handoff.version !== act.version ? 'taken' : undefined;
  if (act.act === 'decline' || act.act === 'nobody') return handoff.phase === 'held' ? 'taken' : undefined;
  return handoff.agent === act.agent ? undefined : 'not yours';
}

/** A person has the conversation, or is waited for. */
export function isWithPerson({ handoff }: State): boolean {
  return handoff !== null && handoff.phase !== 'over';
}
