/** How long people lately took: to take a conversation up, and until it ended. */
import type { Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';

export type Paces = {
  readonly accept: readonly number[];
  readonly handle: readonly number[];
  /** conversation → when it was asked for and taken up, while that is under way */
  readonly open: { readonly [conversation: string]: { readonly askedAt: Instant; readonly takenAt: Instant | null } };
};

export const noPaces: Paces = { accept: [], handle: [], open: {} };

/** What lies further back says little of now. */
const most = 50;

/** Events of one conversation, in order, added to what is known; of conversations never seen to begin nothing is learned. */
export function addPace(paces: Paces, event: Event): Paces {
  const { conversation, at } = event;
  const { [conversation]: known, ...others } = paces.open;
  switch (event.type) {
    case 'handoff.queued':
      return { ...paces, open: { ...others, [conversation]: { askedAt: at, takenAt: null } } };
    case 'handoff.accepted': {
      if (!known || known.takenAt !== null) return paces;
      const open = { ...others, [conversation]: { ...known, takenAt: at } };
      return { ...paces, open, accept: latest(paces.accept, at - known.askedAt) };
    }
    case 'handoff.closed':
    case 'handoff.returned':
      if (!known || known.takenAt === null) return paces;
      return { ...paces, open: others, handle: latest(paces.handle, at - known.takenAt) };
    case 'handoff.left':
      return { ...paces, open: others };
    default:
      return paces;
  }
}

function latest(seconds: readonly number[], ms: number): readonly number[] {
  return [...seconds, ms / 1000].slice(-most);
}
