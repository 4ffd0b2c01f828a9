/** What the desk knows, and how each thing that happens changes it. Pure. */
import type { Card, Line } from '../server/card.ts';
import type { Queue } from '../server/queue.ts';

/** A message of ours the server has not shown us yet. @property seq once it is stored */
export type Pending = {
  readonly key: string;
  readonly text: string;
  readonly isNote: boolean;
  readonly seq: number | undefined;
  readonly problem: string;
};

/** A conversation as far as it was opened here. @property typingUntil the customer was writing until about then */
export type Talk = {
  readonly card: Card | undefined;
  readonly lines: readonly Line[];
  readonly pending: readonly Pending[];
  readonly unread: number;
  readonly typingUntil: number;
};

export type DeskState = {
  readonly queue: Queue | undefined;
  readonly isLive: boolean;
  /** conversation that is shown */
  readonly open: string;
  readonly talks: Readonly<Record<string, Talk>>;
  /** the latest thing to tell the agent, who may not look */
  readonly notice: { readonly text: string; readonly isBad: boolean } | undefined;
};

export type Change =
  | { readonly kind: 'queue'; readonly queue: Queue }
  | { readonly kind: 'standing'; readonly isOpen: boolean }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'card'; readonly id: string; readonly card: Card }
  | { readonly kind: 'line'; readonly id: string; readonly line: Line; readonly isSeen: boolean }
  | { readonly kind: 'typing'; readonly id: string; readonly until: number }
  | { readonly kind: 'sending'; readonly id: string; readonly pending: Pending }
  | { readonly kind: 'sent'; readonly id: string; readonly key: string; readonly seq: number }
  | { readonly kind: 'unsent'; readonly id: string; readonly key: string; readonly problem: string }
  | { readonly kind: 'notice'; readonly text: string; readonly isBad: boolean }
  | { readonly kind: 'read-notice' };

export const nothingYet: DeskState = { queue: undefined, isLive: false, open: '', talks: {}, notice: undefined };

const noTalk: Talk = { card: undefined, lines: [], pending: [], unread: 0, typingUntil: 0 };

export function talkOf(state: DeskState, id: string): Talk {
  return state.talks[id] ?? noTalk;
}

export function reduce(state: DeskState, change: Change): DeskState {
  switch (change.kind) {
    case 'queue':
      return { ...state, queue: change.queue };
    case 'standing':
      return { ...state, isLive: change.isOpen };
    case 'open':
      return change.id === ''
        ? { ...state, open: '' }
        : edit({ ...state, open: change.id }, change.id, () => ({ unread: 0 }));
    case 'card':
      return edit(state, change.id, (talk) => settled({ ...talk, card: change.card }, change.card.transcript));
    case 'line':
      return edit(state, change.id, (talk) => heard(talk, change));
    case 'typing':
      return edit(state, change.id, () => ({ typingUntil: change.until }));
    case 'sending':
      return edit(state, change.id, ({ pending }) => ({
        pending: [...pending.filter(({ key }) => key !== change.pending.key), change.pending],
      }));
    case 'sent':
      return edit(state, change.id, (talk) => settled(mark(talk, change.key, { seq: change.seq, problem: '' }), []));
    case 'unsent':
      return edit(state, change.id, (talk) => mark(talk, change.key, { problem: change.problem }));
    case 'notice':
      return { ...state, notice: { text: change.text, isBad: change.isBad } };
    case 'read-notice':
      return { ...state, notice: undefined };
  }
}

function edit(state: DeskState, id: string, change: (talk: Talk) => Partial<Talk>): DeskState {
  const talk = talkOf(state, id);
  return { ...state, talks: { ...state.talks, [id]: { ...talk, ...change(talk) } } };
}

function heard(talk: Talk, { line, isSeen }: Extract<Change, { kind: 'line' }>): Partial<Talk> {
  if (talk.lines.some(({ seq }) => seq === line.seq)) return {};
  const isCustomer = line.who === 'customer';
  return {
    ...settled(recognised(talk, line), [line]),
    unread: isCustomer && !isSeen ? talk.unread + 1 : talk.unread,
    typingUntil: isCustomer ? 0 : talk.typingUntil,
  };
}

/** The line may be here before the server's answer to the request that made it. */
function recognised(talk: Talk, { who, text, seq }: Line): Talk {
  const own = talk.pending.find(
    (one) => one.seq === undefined && one.text === text && who === (one.isNote ? 'note' : 'agent'),
  );
  return own ? mark(talk, own.key, { seq }) : talk;
}

/** Lines in their order, each once; what they show of ours is pending no more. */
function settled(talk: Talk, news: readonly Line[]): Talk {
  const bySeq = new Map([...talk.lines, ...news].map((line) => [line.seq, line]));
  const lines = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
  return { ...talk, lines, pending: talk.pending.filter(({ seq }) => seq === undefined || !bySeq.has(seq)) };
}

function mark(talk: Talk, key: string, known: Partial<Pending>): Talk {
  return { ...talk, pending: talk.pending.map((one) => (one.key === key ? { ...one, ...known } : one)) };
}
