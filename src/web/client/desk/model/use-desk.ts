/** The desk of one agent: what is known, kept fresh, and what they can do. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { pageNow } from '../page-now.ts';
import { openLive, type Told } from '../server/live.ts';
import { ask } from '../server/requests.ts';
import { type Actions, createActions, type Desk, loadCard } from './actions.ts';
import { ring, titleWith } from './alarm.ts';
import { type DeskState, nothingYet, reduce } from './desk-state.ts';

/** @property isListening conversations of others are followed while they are shown */
export type Wishes = { readonly isOnline: boolean; readonly isLoud: boolean; readonly isListening: boolean };

/** A sign of writing is shown so long. */
const writingForMs = 5_000;
/** What the bot knows changes while the customer speaks on; the card is asked for again after this. */
const cardAfterMs = 1_500;

export function useDesk(wishes: Wishes): { readonly state: DeskState; readonly actions: Actions } {
  const { isOnline, isListening } = wishes;
  const [state, dispatch] = useReducer(reduce, nothingYet);
  const latest = useRef({ state, wishes });
  latest.current = { state, wishes };
  const desk = useRef<Desk>({ state: () => latest.current.state, dispatch }).current;
  const actions = useRef(createActions(desk)).current;
  const isOther = state.queue?.held.some(({ id, isMine }) => id === state.open && !isMine) === true;
  const listened = isListening && isOther ? state.open : '';
  const alarm = (): void => {
    if (latest.current.wishes.isLoud) ring();
  };

  useEffect(() => keepPresence(isOnline), [isOnline]);
  useEffect(() => openLive(listened ? [listened] : [], hearing(desk, alarm)), [listened]);
  useEffect(() => followAddress(desk), []);
  useEffect(() => {
    document.title = titleWith(callsIn(state));
  });
  return { state, actions };
}

/** What is done with what happens. */
function hearing(desk: Desk, alarm: () => void): Told {
  let cardTimer: ReturnType<typeof setTimeout> | undefined;
  return {
    queue(queue) {
      const known = (desk.state().queue ?? queue).waiting.map(({ id }) => id);
      const asked = (desk.state().queue?.waiting ?? [])
        .filter(({ isOfferedToMe }) => isOfferedToMe)
        .map(({ id }) => id);
      const isAskedAnew = queue.waiting.some(({ id, isOfferedToMe }) => isOfferedToMe && !asked.includes(id));
      if (isAskedAnew || queue.waiting.some(({ id }) => !known.includes(id))) alarm();
      desk.dispatch({ kind: 'queue', queue });
    },
    line(id, line) {
      const isOpen = id === desk.state().open;
      const isSeen = isOpen && document.hasFocus();
      if (line.who === 'customer' && !isSeen) alarm();
      desk.dispatch({ kind: 'line', id, line, isSeen });
      if (!isOpen || line.who === 'agent') return;
      clearTimeout(cardTimer);
      cardTimer = setTimeout(() => void loadCard(desk, id), cardAfterMs);
    },
    typing(id, who) {
      if (who === 'customer') desk.dispatch({ kind: 'typing', id, until: pageNow() + writingForMs });
    },
    standing: (isOpen) => desk.dispatch({ kind: 'standing', isOpen }),
  };
}

/** The address says which conversation is shown, so that reloading, and going back, stay where one was. */
function followAddress(desk: Desk): () => void {
  const look = (): void => {
    const id = new URLSearchParams(location.hash.slice(1)).get('c') ?? '';
    desk.dispatch({ kind: 'open', id });
    if (id) void loadCard(desk, id);
  };
  look();
  addEventListener('hashchange', look);
  return () => removeEventListener('hashchange', look);
}

/** Tells the server again and again that the agent is there; the counting is done by a thread that browsers do not slow down. */
function keepPresence(isOnline: boolean): () => void {
  const tell = (): void => void ask('PUT', '/api/desk/presence', { state: isOnline ? 'online' : 'away' });
  const heart = new Worker('/desk-heartbeat.js');
  heart.addEventListener('message', tell);
  tell();
  return () => heart.terminate();
}

function callsIn({ queue, talks }: DeskState): number {
  const unread = Object.values(talks).reduce((sum, talk) => sum + talk.unread, 0);
  return (queue?.waiting.length ?? 0) + unread;
}
