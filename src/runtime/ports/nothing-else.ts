import type { Commit } from '../ports.ts';

/** The rest of a commit that only states events: it takes no message, sends nothing, and leaves timers and actions as they are. */
export const nothingElse: Omit<Commit, 'head' | 'events' | 'dirtyCases'> = {
  snapshot: undefined,
  inbox: [],
  handled: [],
  outbox: [],
  timersSet: [],
  timersCleared: [],
  actionsAdded: [],
  actionsRemoved: [],
};
