/**
 * Takes in what the server sent: messages become entries, the echo of an own message takes it out of the outbox, a repeated activity changes
 * nothing. So a stream may repeat itself after a reconnection as often as it likes.
 */
import type { Activity, Frame } from '../directline/activity.ts';
import type { Instant } from '../ports.ts';
import type { ChatState, Entry } from './chat-state.ts';
import { readHandoff } from './handoff.ts';
import { withSeen } from './unread.ts';

export function arrive(state: ChatState, frame: Frame, at: Instant): ChatState {
  const known = new Set(state.entries.map((entry) => entry.id));
  const next = frame.activities.reduce((before, activity) => take(before, { activity, at, known }), state);
  return withSeen(frame.watermark ? { ...next, watermark: frame.watermark } : next);
}

type Arrival = { readonly activity: Activity; readonly at: Instant; readonly known: Set<string> };

function take(state: ChatState, arrival: Arrival): ChatState {
  const { activity, known } = arrival;
  const isOwn = activity.from.role === 'user' || activity.from.id === state.session?.userId;
  if (activity.type === 'typing') return isOwn ? state : { ...state, isReplying: true };
  if (known.has(activity.id)) return withoutEcho(state, activity);
  known.add(activity.id);
  if (activity.type === 'message') return message(withoutEcho(state, activity), arrival, isOwn);
  return activity.type === 'event' ? handoff(state, arrival) : state;
}

function withoutEcho(state: ChatState, { clientId }: Activity): ChatState {
  if (!state.outbox.some((each) => each.clientId === clientId)) return state;
  return { ...state, outbox: state.outbox.filter((each) => each.clientId !== clientId) };
}

function message(state: ChatState, { activity, at }: Arrival, isOwn: boolean): ChatState {
  const text = (isOwn && activity.label) || activity.text;
  const isPerson = isOwn || activity.from.role === 'agent';
  const files = isPerson ? activity.files : [];
  if (!text && activity.actions.length === 0 && (isPerson ? files : activity.cards).length === 0) return state;
  const entry: Entry = {
    kind: 'message',
    id: activity.id,
    author: isOwn ? 'customer' : activity.from.role === 'agent' ? 'agent' : 'bot',
    name: activity.from.name,
    at: activity.at ?? at,
    text,
    isPlain: isOwn || activity.isPlain,
    language: activity.language,
    actions: activity.actions,
    cards: isPerson ? [] : activity.cards,
    files,
    scale: activity.scale,
    isCarousel: activity.isCarousel,
    expectsInput: activity.expectsInput,
  };
  return { ...state, entries: [...state.entries, entry], isReplying: isOwn && state.isReplying };
}

function handoff(state: ChatState, { activity, at }: Arrival): ChatState {
  const change = readHandoff(activity);
  if (!change) return state;
  const next = { ...state, peer: change.peer, isReplying: false };
  if (!change.notice) return next;
  const notice: Entry = { kind: 'notice', id: activity.id, at: activity.at ?? at, notice: change.notice };
  return { ...next, entries: [...state.entries, notice] };
}
