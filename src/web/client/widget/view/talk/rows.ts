/** The transcript as rows to be drawn: days, groups of messages of one author, notices, and what is on its way. Pure. */
import type { Author, ChatState, Entry, Notice, Outgoing } from '../../chat/chat-state.ts';
import type { Card, SentFile } from '../../directline/card.ts';
import type { Instant } from '../../ports.ts';

export type Bubble = {
  readonly key: string;
  readonly text: string;
  readonly isPlain: boolean;
  readonly language: string;
  readonly cards: readonly Card[];
  readonly isCarousel: boolean;
  readonly files: readonly SentFile[];
  /** of a file on its way: 0 to 1 */
  readonly progress?: number | undefined;
  readonly at: Instant;
  /** `undefined` for what the server has */
  readonly delivery: Outgoing['state'] | undefined;
};

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: Instant }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: Notice }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly author: Author;
      readonly name: string;
      readonly bubbles: readonly Bubble[];
      /** the last of a stretch of talk says when that was */
      readonly hasTime: boolean;
    };

/** Messages of one author further apart than this stand in groups of their own. */
const togetherMs = 3 * 60_000;

export function rows({ entries, outbox }: Pick<ChatState, 'entries' | 'outbox'>): readonly Row[] {
  const all = [...entries.map(part), ...outbox.map(outgoing)];
  return all.reduce<readonly Row[]>((before, { row, at }, index) => {
    const previous = all[index - 1];
    const isNewDay = !previous || dayOf(previous.at) !== dayOf(at);
    if (isNewDay) return [...before, { kind: 'day', key: `day ${dayOf(at)} ${index}`, at }, row];
    if (at - previous.at >= togetherMs) return [...before, row];
    return [...before.slice(0, -1), ...close(before.at(-1), row)];
  }, []);
}

type Part = { readonly row: Row; readonly at: Instant };

function part(entry: Entry): Part {
  const { id, at } = entry;
  if (entry.kind === 'notice') return { at, row: { kind: 'notice', key: id, notice: entry.notice } };
  const { text, isPlain, language, cards, isCarousel, files } = entry;
  const bubble = { key: id, text, isPlain, language, cards, isCarousel, files, at, delivery: undefined };
  return {
    at,
    row: { kind: 'group', key: id, author: entry.author, name: entry.name, bubbles: [bubble], hasTime: true },
  };
}

function outgoing({ clientId, text, label, at, state, file, progress }: Outgoing): Part {
  const bubble = {
    key: clientId,
    text: label || text,
    isPlain: true,
    language: '',
    cards: [],
    isCarousel: false,
    // not yet known to the server, so that there is nothing to be shown but its name
    files: file ? [{ contentType: '', url: '', name: file.name }] : [],
    progress: file && state === 'sending' ? (progress ?? 0) : undefined,
    at,
    delivery: state,
  };
  return { at, row: { kind: 'group', key: clientId, author: 'customer', name: '', bubbles: [bubble], hasTime: true } };
}

/** Two rows in one stretch of talk: one group where the author is the same, else the first loses its time. */
function close(last: Row | undefined, row: Row): readonly Row[] {
  if (last?.kind !== 'group' || row.kind !== 'group') return last ? [last, row] : [row];
  const isSame = last.author === row.author && last.name === row.name;
  return isSame ? [{ ...last, bubbles: [...last.bubbles, ...row.bubbles] }] : [{ ...last, hasTime: false }, row];
}

/** Days are those of the customer's clock. */
function dayOf(at: Instant): string {
  return new Date(at).toDateString();
}
