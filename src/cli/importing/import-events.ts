/**
 * Stores conversations that were exported. One that is there already stays as it is; of who was erased here only facts come back, and no word.
 */

import type { Event } from '../../events/event.ts';
import { published } from '../../measurement/constants/measures.ts';
import { canonicalJson } from '../../reports/facts/canonical-json.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { nothingElse } from '../../runtime/ports/nothing-else.ts';
import type { Commit, Store } from '../../runtime/ports.ts';
import { openStore } from '../../storage/open-store.ts';
import type { Conversation } from './read-events.ts';

/** @property known were there; @property differ are there and say something else: they were not touched; @property wordless of erased customers */
export type ImportedEvents = {
  readonly added: number;
  readonly known: number;
  readonly wordless: number;
  readonly differ: readonly Conversation[];
};

type Importing = { readonly conversations: readonly Conversation[]; readonly zone: string };

/**
 * @param location of the store, made where it is missing
 * @throws TouchpointError STORE_…; what was stored until then stays, and is known when the file is taken again
 */
export async function importEvents(location: string, { conversations, zone }: Importing): Promise<ImportedEvents> {
  const store = await openStore(location);
  try {
    const erased = new Set((await store.erasures()).map(({ customer }) => customer));
    const ends: End[] = [];
    for (let at = 0; at < conversations.length; at += together)
      ends.push(...(await Promise.all(conversations.slice(at, at + together).map((one) => take(store, one, erased)))));
    await createProjector({ store, measures: published, zone }).catchUp();
    const count = (kind: End['kind']): number => ends.filter((end) => end.kind === kind).length;
    return {
      ...{ added: count('added'), known: count('known') },
      wordless: ends.filter((end) => end.kind === 'added' && end.isWordless).length,
      differ: ends.flatMap((end) => (end.kind === 'differs' ? [end.conversation] : [])),
    };
  } finally {
    await store.close();
  }
}

/** So many share a durable write. */
const together = 200;

type End =
  | { readonly kind: 'added'; readonly isWordless: boolean }
  | { readonly kind: 'known' }
  | { readonly kind: 'differs'; readonly conversation: Conversation };

async function take(store: Store, conversation: Conversation, erased: ReadonlySet<string>): Promise<End> {
  const isWordless = erased.has(customerOf(conversation));
  const events = isWordless ? conversation.events.map(withoutWords) : conversation.events;
  const end = await store.commit(commitOf(conversation, events));
  if (end === 'committed') return { kind: 'added', isWordless };
  const there = await store.events(conversation.id, { after: 0, limit: conversation.events.length });
  return isSame(there, conversation.events) ? { kind: 'known' } : { kind: 'differs', conversation };
}

/** Words may have been erased meanwhile: they are not compared. */
function isSame(a: readonly Event[], b: readonly Event[]): boolean {
  return canonicalJson(a.map(withoutWords)) === canonicalJson(b.map(withoutWords));
}

function withoutWords(event: Event): Event {
  if (!('words' in event)) return event;
  const { words: _, ...rest } = event;
  return rest;
}

function customerOf({ events: [first] }: Conversation): string {
  return first?.type === 'conversation.started' ? first.data.customer : '';
}

/** Where the customer can be reached is no event: nothing is sent to them before they write again. */
function commitOf(conversation: Conversation, events: readonly Event[]): Commit {
  const { id } = conversation;
  const [first] = events;
  const origin = first?.type === 'conversation.started' ? first.data : undefined;
  return {
    head: {
      ...{ conversation: id, version: 1, seq: events.length, at: events.at(-1)?.at ?? 0, address: id },
      channel: origin?.channel ?? '',
      program: programOf(events),
      customer: origin?.customer || null,
    },
    events,
    ...nothingElse,
    dirtyCases: [...new Set(events.map((event) => event.case ?? id))],
  };
}

/** The one it goes on with. */
function programOf(events: readonly Event[]): string {
  return events.reduce((program, event) => {
    if (event.type === 'conversation.started') return event.data.program;
    return event.type === 'program.changed' ? event.data.to : program;
  }, '');
}
