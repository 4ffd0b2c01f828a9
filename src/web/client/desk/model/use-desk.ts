/** The desk of one agent: what is known, kept fresh, and what they can do. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type Answer, act, ask, isGood } from '../server/requests.ts';
import { readCard } from '../server/card.ts';
import { openLive } from '../server/live.ts';
import { type DeskState, nothingYet, reduce } from './desk-state.ts';
import { ring, titleWith } from './alarm.ts';

/** @property isListening conversations of others are followed while they are shown */
export type Wishes = { readonly isOnline: boolean; readonly isLoud: boolean; readonly isListening: boolean };

export type Actions = {
  show(id: string): void;
  accept(id: string): void;
  decline(id: string): void;
  say(id: string, text: string, isNote: boolean): void;
  /** Once more what could not be sent. */
  retry(id: string, key: string): void;
  writing(id: string): void;
  giveBack(id: string): void;
  transfer(id: string, team: string, note: string): void;
  wrapUp(id: string, ending: Ending): void;
  readNotice(): void;
};

export type Ending = { readonly disposition: string; readonly solved: 'yes' | 'partly' | 'no'; readonly note: string };

/** A sign of writing is told at most so often, and shown so long. */
const writingEveryMs = 3_000;
const writingForMs = 5_000;
/** What the bot knows changes while the customer speaks on; the card is asked for again after this. */
const cardAfterMs = 1_500;

export function useDesk({ isOnline, isLoud, isListening }: Wishes): { readonly state: DeskState; readonly actions: Actions } {
  const [state, dispatch] = useReducer(reduce, nothingYet);
  const latest = useRef({ state, isLoud });
  latest.current = { state, isLoud };
  const toldWriting = useRef(0);
  const cardTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isOther = state.queue?.held.some(({ id, isMine }) => id === state.open && !isMine) === true;
  const listened = isListening && isOther ? state.open : '';

  useEffect(() => keepPresence(isOnline), [isOnline]);
  useEffect(
    () =>
      openLive(listened ? [listened] : [], {
        queue(queue) {
          const known = new Set(latest.current.state.queue?.waiting.map(({ id }) => id) ?? queue.waiting.map(({ id }) => id));
          if (queue.waiting.some(({ id }) => !known.has(id))) alarm();
          dispatch({ kind: 'queue', queue });
        },
        line(id, line) {
          const isSeen = id === latest.current.state.open && document.hasFocus();
          if (line.who === 'customer' && !isSeen) alarm();
          dispatch({ kind: 'line', id, line, isSeen });
          if (id === latest.current.state.open && line.who !== 'agent') loadSoon(id);
        },
        typing(id, who) {
          if (who === 'customer') dispatch({ kind: 'typing', id, until: Date.now() + writingForMs });
        },
        standing: (isOpen) => dispatch({ kind: 'standing', isOpen }),
      }),
    [listened],
  );
  useEffect(() => {
    document.title = titleWith(callsIn(state));
  });
  useEffect(() => {
    const look = (): void => show(new URLSearchParams(location.hash.slice(1)).get('c') ?? '');
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  function alarm(): void {
    if (latest.current.isLoud) ring();
  }

  function show(id: string): void {
    dispatch({ kind: 'open', id });
    if (id) void load(id);
  }

  async function load(id: string): Promise<void> {
    const answer = await ask('GET', `/api/desk/conversations/${encodeURIComponent(id)}/card`);
    if (isGood(answer)) dispatch({ kind: 'card', id, card: readCard(answer.body) });
    else tell(answer.problem);
  }

  function loadSoon(id: string): void {
    clearTimeout(cardTimer.current);
    cardTimer.current = setTimeout(() => void load(id), cardAfterMs);
  }

  function tell(text: string, isBad = true): void {
    if (text) dispatch({ kind: 'notice', text, isBad });
  }

  /** @param done what to tell where it went well */
  async function order(id: string, verb: string, { body, done }: { body: object; done: string }): Promise<Answer> {
    const answer = await act(id, verb, body);
    tell(isGood(answer) ? done : answer.problem, !isGood(answer));
    return answer;
  }

  async function post(id: string, key: string, { text, isNote }: { text: string; isNote: boolean }): Promise<void> {
    dispatch({ kind: 'sending', id, pending: { key, text, isNote, seq: undefined, problem: '' } });
    const answer = await act(id, isNote ? 'notes' : 'messages', { text, idempotencyKey: key });
    const seq = Number(answer.body['seq']);
    if (!isGood(answer)) return dispatch({ kind: 'unsent', id, key, problem: answer.problem });
    dispatch({ kind: 'sent', id, key, seq });
    if (!latest.current.state.isLive) void load(id);
  }

  const actions: Actions = {
    show(id) {
      location.hash = id ? `c=${encodeURIComponent(id)}` : '';
    },
    async accept(id) {
      const version = placesIn(latest.current.state).find((place) => place.id === id)?.version ?? 0;
      const answer = await order(id, 'accept', { body: { version }, done: 'You have taken this conversation.' });
      if (isGood(answer)) void load(id);
    },
    async decline(id) {
      await order(id, 'decline', { body: { reason: '' }, done: 'Declined. It waits for somebody else.' });
    },
    say: (id, text, isNote) => void post(id, crypto.randomUUID(), { text, isNote }),
    retry(id, key) {
      const pending = latest.current.state.talks[id]?.pending.find((one) => one.key === key);
      if (pending) void post(id, key, pending);
    },
    writing(id) {
      if (Date.now() - toldWriting.current < writingEveryMs) return;
      toldWriting.current = Date.now();
      void act(id, 'typing');
    },
    async giveBack(id) {
      await order(id, 'return', { body: {}, done: 'The bot goes on with this customer.' });
    },
    async transfer(id, team, note) {
      const body = { team: team || null, note };
      await order(id, 'transfer', { body, done: team ? `Passed on to ${team}.` : 'Passed back to the queue.' });
    },
    async wrapUp(id, ending) {
      const answer = await order(id, 'wrap-up', { body: ending, done: 'Wrapped up.' });
      if (isGood(answer)) actions.show('');
    },
    readNotice: () => dispatch({ kind: 'read-notice' }),
  };
  return { state, actions };
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

function placesIn({ queue }: DeskState) {
  return queue ? [...queue.waiting, ...queue.held] : [];
}
