/** What an agent can do at the desk. */
import { pageNow } from '../page-now.ts';
import { readCard } from '../server/card.ts';
import { type Answer, act, actFile, ask, isGood } from '../server/requests.ts';
import type { Change, DeskState } from './desk-state.ts';

export type Actions = {
  /** Goes to a conversation; '' to none. */
  show(id: string): void;
  accept(id: string): void;
  decline(id: string): void;
  /** What a colleague has; for supervisors. */
  takeOver(id: string): void;
  say(id: string, text: string, isNote: boolean): void;
  sendFile(id: string, file: File): void;
  /** Once more what could not be sent. */
  retry(id: string, key: string): void;
  writing(id: string): void;
  giveBack(id: string): void;
  transfer(id: string, passing: Passing): void;
  wrapUp(id: string, ending: Ending): void;
  readNotice(): void;
};

export type Ending = {
  readonly disposition: string;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly tags: readonly string[];
  readonly note: string;
};

/** @property team and `to`, a colleague: '' for anybody */
export type Passing = { readonly team: string; readonly to: string; readonly note: string };

/** The desk's state, and the way to change it. */
export type Desk = { state(): DeskState; dispatch(change: Change): void };

/** A sign of writing is told at most so often. */
const writingEveryMs = 3_000;

export function createActions(desk: Desk): Actions {
  let toldWriting = 0;
  const to = (id: string): void => {
    location.hash = id ? `c=${encodeURIComponent(id)}` : '';
  };
  const ordered = (id: string, verb: string, { body, done }: Order): void => void order(desk, id, { verb, body, done });

  return {
    show: to,
    accept: (id) => void take(desk, id, 'accept'),
    takeOver: (id) => void take(desk, id, 'take-over'),
    decline: (id) => ordered(id, 'decline', { body: {}, done: 'Declined. It waits for somebody else.' }),
    say: (id, text, isNote) => void post(desk, id, { key: crypto.randomUUID(), text, isNote }),
    sendFile: (id, file) => void postFile(desk, id, file),
    retry(id, key) {
      const pending = desk.state().talks[id]?.pending.find((one) => one.key === key);
      if (pending) void post(desk, id, pending);
    },
    writing(id) {
      if (pageNow() - toldWriting < writingEveryMs) return;
      toldWriting = pageNow();
      void act(id, 'typing');
    },
    giveBack: (id) => ordered(id, 'return', { body: {}, done: 'The bot goes on with this customer.' }),
    transfer(id, { team, to: colleague, note }) {
      const whom = colleague || team;
      const body = { team: team || null, to: colleague || null, note };
      ordered(id, 'transfer', { body, done: whom ? `Passed on to ${whom}.` : 'Passed back to the queue.' });
    },
    async wrapUp(id, ending) {
      const answer = await order(desk, id, { verb: 'wrap-up', body: ending, done: 'Wrapped up.' });
      if (isGood(answer)) to('');
    },
    readNotice: () => desk.dispatch({ kind: 'read-notice' }),
  };
}

/** What is known of a conversation, asked for anew. */
export async function loadCard({ dispatch }: Desk, id: string): Promise<void> {
  const answer = await ask('GET', `/api/desk/conversations/${encodeURIComponent(id)}/card`);
  if (isGood(answer)) dispatch({ kind: 'card', id, card: readCard(answer.body) });
  else dispatch({ kind: 'notice', text: answer.problem, isBad: true });
}

/** @property done what to tell where it went well */
type Order = { readonly body: object; readonly done: string };

async function order(desk: Desk, id: string, { verb, body, done }: Order & { readonly verb: string }): Promise<Answer> {
  const answer = await act(id, verb, body);
  desk.dispatch({ kind: 'notice', text: isGood(answer) ? done : answer.problem, isBad: !isGood(answer) });
  return answer;
}

async function take(desk: Desk, id: string, verb: 'accept' | 'take-over'): Promise<void> {
  const { queue } = desk.state();
  const places = queue ? [...queue.waiting, ...queue.held] : [];
  const version = places.find((place) => place.id === id)?.version ?? 0;
  const answer = await order(desk, id, { verb, body: { version }, done: 'You have taken this conversation.' });
  if (isGood(answer)) void loadCard(desk, id);
}

type Message = { readonly key: string; readonly text: string; readonly isNote: boolean };

async function post(desk: Desk, id: string, { key, text, isNote }: Message): Promise<void> {
  desk.dispatch({ kind: 'sending', id, pending: { key, text, isNote, seq: undefined, problem: '' } });
  const answer = await act(id, isNote ? 'notes' : 'messages', { text, idempotencyKey: key });
  if (!isGood(answer)) return desk.dispatch({ kind: 'unsent', id, key, problem: answer.problem });
  desk.dispatch({ kind: 'sent', id, key, seq: Number(answer.body['seq']) });
  if (!desk.state().isLive) void loadCard(desk, id);
}

async function postFile({ dispatch }: Desk, id: string, file: File): Promise<void> {
  dispatch({ kind: 'notice', text: `Sending ${file.name}…`, isBad: false });
  const answer = await actFile(id, file, crypto.randomUUID());
  const text = isGood(answer) ? `${file.name} was sent.` : `${file.name} was not sent: ${answer.problem}`;
  dispatch({ kind: 'notice', text, isBad: !isGood(answer) });
}
