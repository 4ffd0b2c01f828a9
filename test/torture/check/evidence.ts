/** What the checker looks at: the log of every conversation, and the counterpart's. */
import type { State } from '../../../src/dialogs/state.ts';
import type { Event } from '../../../src/events/event.ts';
import type { Head } from '../../../src/runtime/ports.ts';
import type { Entry } from '../outside/journal.ts';

/** @property state as a process takes it up: the snapshot, folded on */
export type Told = {
  readonly conversation: string;
  readonly head: Head;
  readonly state: State;
  readonly events: readonly Event[];
};

export type Evidence = { readonly told: readonly Told[]; readonly journal: readonly Entry[] };

/** @returns what is wrong, a sentence each, with conversation, seq and ids */
export type Property = (evidence: Evidence) => readonly string[];
