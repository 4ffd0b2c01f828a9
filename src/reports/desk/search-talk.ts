/** Past conversations in which something was said: read through, newest first found kept, with the lines that hold it. */
import type { Store } from '../../runtime/ports.ts';
import { type Talk, talkOf } from './talk-of.ts';

/** @property customer only of this customer (their id) */
export type TalkQuery = { readonly text: string; readonly customer: string | null };

/** @property read conversations looked through; `isWhole`: all there are */
export type TalkFound = {
  readonly schema: 'search/1';
  readonly read: number;
  readonly isWhole: boolean;
  readonly conversations: readonly FoundTalk[];
};

export type FoundTalk = {
  readonly id: string;
  readonly customer: string | null;
  readonly startedAt: string;
  readonly lines: readonly Talk[];
};

const most = { read: 20_000, found: 50, lines: 5, page: 500 } as const;

/** Letter case does not count. Rejects as the store does. */
export async function searchTalk(store: Pick<Store, 'conversations' | 'events'>, query: TalkQuery): Promise<TalkFound> {
  const found: FoundTalk[] = [];
  let read = 0;
  for (let after = ''; ; ) {
    const ids = await store.conversations({ after, limit: most.page });
    for (const id of ids) found.push(...(await inConversation(store, id, query)));
    read += ids.length;
    const isWhole = ids.length < most.page;
    if (isWhole || read >= most.read) return { schema: 'search/1', read, isWhole, conversations: newest(found) };
    after = ids.at(-1) ?? '';
  }
}

async function inConversation(
  store: Pick<Store, 'events'>,
  id: string,
  { text, customer }: TalkQuery,
): Promise<readonly FoundTalk[]> {
  const events = await store.events(id, { after: 0 });
  const started = events.find((event) => event.type === 'conversation.started');
  const whose = started?.data.customer ?? null;
  if (!started || (customer !== null && whose !== customer)) return [];
  const wanted = text.toLowerCase();
  const lines = events.flatMap(talkOf).filter((line) => line.text?.toLowerCase().includes(wanted));
  if (lines.length === 0) return [];
  const startedAt = new Date(started.at).toISOString();
  return [{ id, customer: whose, startedAt, lines: lines.slice(0, most.lines) }];
}

function newest(found: readonly FoundTalk[]): readonly FoundTalk[] {
  return found.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, most.found);
}
