/** What the customer has not seen yet. */
import type { ChatState, Entry } from './chat-state.ts';

/** Messages of the other side that came while the chat was closed. */
export function unread(state: ChatState): number {
  if (state.isOpen) return 0;
  const seen = state.entries.findIndex((entry) => entry.id === state.seenId);
  return state.entries.slice(seen + 1).filter(isFromOtherSide).length;
}

/** While the chat is open, everything that is there has been seen. */
export function withSeen(state: ChatState): ChatState {
  const newest = state.isOpen ? state.entries.findLast(isFromOtherSide) : undefined;
  return newest && newest.id !== state.seenId ? { ...state, seenId: newest.id } : state;
}

function isFromOtherSide(entry: Entry): boolean {
  return entry.kind === 'notice' || entry.author !== 'customer';
}
