/** The next state of the chat after a change. Pure; total over every change; a change that changes nothing gives the same state back. */
import type { Frame } from '../directline/activity.ts';
import type { Session } from '../directline/direct-line.ts';
import type { Instant } from '../ports.ts';
import { arrive } from './arrive.ts';
import { type ChatState, emptyChat, type Link, type Outgoing } from './chat-state.ts';
import { withSeen } from './unread.ts';

export type Change =
  | { readonly type: 'shown'; readonly isOpen: boolean }
  | { readonly type: 'wired'; readonly isOnline: boolean }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'admitted'; readonly session: Session }
  | { readonly type: 'arrived'; readonly frame: Frame; readonly at: Instant }
  | { readonly type: 'queued'; readonly outgoing: Outgoing }
  | { readonly type: 'delivery'; readonly clientId: string; readonly state: Outgoing['state'] }
  | { readonly type: 'progress'; readonly clientId: string; readonly share: number }
  | { readonly type: 'sound'; readonly isOn: boolean }
  | { readonly type: 'quiet' }
  /** another tab of the same browser did something */
  | {
      readonly type: 'elsewhere';
      readonly session: Session | undefined;
      readonly seenId: string;
      readonly hasSound: boolean;
    }
  /** the conversation is over for this browser; `keepOutbox` carries unsent messages into the next one */
  | { readonly type: 'forgotten'; readonly keepOutbox: boolean };

export function reduce(state: ChatState, change: Change): ChatState {
  switch (change.type) {
    case 'shown':
      return withSeen({ ...state, isOpen: change.isOpen });
    case 'wired':
      return state.isOnline === change.isOnline ? state : { ...state, isOnline: change.isOnline };
    case 'link':
      return state.link === change.link ? state : { ...state, link: change.link };
    case 'admitted':
      return { ...state, session: change.session };
    case 'arrived':
      return arrive(state, change.frame, change.at);
    case 'queued':
      return { ...state, outbox: [...state.outbox, change.outgoing] };
    case 'delivery':
      return deliver(state, change);
    case 'quiet':
      return state.isReplying ? { ...state, isReplying: false } : state;
    case 'progress':
      return {
        ...state,
        outbox: state.outbox.map((each) =>
          each.clientId === change.clientId ? { ...each, progress: change.share } : each,
        ),
      };
    case 'sound':
      return { ...state, hasSound: change.isOn };
    case 'elsewhere':
      return elsewhere(state, change);
    case 'forgotten':
      return forget(state, change.keepOutbox);
  }
}

function deliver(state: ChatState, { clientId, state: delivery }: Extract<Change, { type: 'delivery' }>): ChatState {
  const outbox = state.outbox.map((each) => (each.clientId === clientId ? { ...each, state: delivery } : each));
  const awaits = delivery === 'sending' && state.peer.kind === 'bot';
  const gaveUp = delivery === 'failed' || delivery === 'waiting';
  return { ...state, outbox, isReplying: awaits || (state.isReplying && !gaveUp) };
}

/** What the server had stored of a lost conversation is sent again into the new one: better twice than never. */
function forget(state: ChatState, keepOutbox: boolean): ChatState {
  const outbox = keepOutbox ? state.outbox.map((each) => ({ ...each, state: 'waiting' as const })) : [];
  const { isOpen, isOnline, hasSound } = state;
  return { ...emptyChat, isOpen, isOnline, hasSound, link: 'starting', outbox };
}

/** What was seen there is seen; a conversation begun there is the one that goes on here. */
function elsewhere(state: ChatState, { session, seenId, hasSound }: Extract<Change, { type: 'elsewhere' }>): ChatState {
  // who is just beginning a conversation of their own is not called back
  if (!session || (!state.session && state.link !== 'idle')) return state;
  if (session.conversationId !== state.session?.conversationId)
    return { ...forget(state, true), session, seenId, hasSound };
  return state.seenId === seenId && state.hasSound === hasSound ? state : { ...state, seenId, hasSound };
}
