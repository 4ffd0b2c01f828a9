/**
 * What is known of persons in memory, and how it is forgotten.
 */
import type { Instant } from '../../events/instant.ts';
import type { Erasure, Held, Identity, ProvidersMessage } from '../../runtime/ports/persons.ts';
import type { Store } from '../../runtime/ports.ts';
import { inboxKey, pairKey, type Tables } from './tables.ts';

export function customerOf(
  { identities }: Tables,
  { channel, address }: Identity,
  { customer, conversation }: Parameters<Store['customerOf']>[1],
): string {
  const key = pairKey(channel, address);
  const known = identities.get(key)?.customer ?? customer;
  identities.set(key, { conversation, customer: known });
  return known;
}

export function customersBehind(tables: Tables, { channel, address }: Identity): readonly string[] {
  const known = tables.identities.get(pairKey(channel, address))?.customer;
  if (known != null) return [known];
  const mark = `"from":{"id":${JSON.stringify(address)}`;
  const speaking = [...tables.conversations.values()].filter(
    (head) =>
      head.channel === channel &&
      (tables.turns.get(head.conversation) ?? []).some(({ words }) => words?.includes(mark)),
  );
  return [...new Set(speaking.flatMap(({ customer }) => (customer === null ? [] : [customer])))];
}

/** @returns rows of what is personal, as the tables hold them */
export function heldOn(tables: Tables, customer: string): Held {
  const own = new Set(conversationsOf(tables, customer));
  const theirs = <T extends { readonly conversation: string }>(rows: Iterable<T>): readonly T[] =>
    [...rows].filter(({ conversation }) => own.has(conversation));
  const of = <T extends object>(rows: ReadonlyMap<string, T>): readonly (T & { readonly conversation: string })[] =>
    [...rows].flatMap(([conversation, row]) => (own.has(conversation) ? [{ ...row, conversation }] : []));
  return {
    conversations: theirs(tables.conversations.values()).map((head) => ({ ...head })),
    snapshots: of(tables.snapshots),
    identities: [...tables.identities].flatMap(([key, row]) => (row.customer === customer ? [{ key, ...row }] : [])),
    turns: [...own].flatMap((conversation) => tables.turns.get(conversation) ?? []),
    inbox: theirs(tables.waiting.values()),
    outbox: theirs(tables.outbox.values()),
    timers: theirs(tables.timers.values()),
    actions: theirs(tables.actions.values()),
    uploads: theirs(tables.uploads.values()),
    facts: [...own].flatMap((conversation) => (tables.facts.get(conversation) ?? []).map((row) => ({ ...row }))),
  };
}

export function erase(tables: Tables, customer: string, at: Instant): number {
  tables.erasures.set(customer, at);
  const conversations = conversationsOf(tables, customer);
  for (const conversation of conversations) eraseOne(tables, conversation, Number.POSITIVE_INFINITY);
  for (const [key, row] of tables.identities) if (row.customer === customer) tables.identities.delete(key);
  return conversations.length;
}

export function latestOf({ conversations }: Tables, customer: string, limit: number): readonly string[] {
  return [...conversations.values()]
    .filter((head) => head.customer === customer)
    .toSorted((a, b) => b.at - a.at || (a.conversation < b.conversation ? -1 : 1))
    .slice(0, limit)
    .map(({ conversation }) => conversation);
}

export function wasOfErased(
  tables: Tables,
  { channel, account, providerId }: ProvidersMessage,
  since: Instant,
): boolean {
  const erased = [...tables.erasures].flatMap(([customer, at]) =>
    at >= since ? conversationsOf(tables, customer) : [],
  );
  return erased.some((conversation) =>
    tables.known.has(inboxKey({ conversation, id: [conversation, channel, account, providerId].join('/') })),
  );
}

export function erasures({ erasures: held }: Tables): readonly Erasure[] {
  return [...held].map(([customer, at]) => ({ customer, at })).toSorted((a, b) => (a.customer < b.customer ? -1 : 1));
}

export function forget(tables: Tables, before: Instant, limit: number): number {
  const isOld = ([, turns]: readonly [string, readonly { readonly at: Instant; readonly words: string | null }[]]) =>
    turns.some(({ at, words }) => words !== null && at < before);
  const old = [...tables.turns].filter(isOld).slice(0, limit);
  for (const [conversation] of old) {
    const head = tables.conversations.get(conversation);
    const isIdle = head !== undefined && head.at < before;
    eraseOne(tables, conversation, isIdle ? Number.POSITIVE_INFINITY : before);
    if (isIdle) removeOldIdentities(tables, head.customer, before);
  }
  return old.length;
}

function removeOldIdentities({ identities, conversations }: Tables, customer: string | null, before: Instant): void {
  if ([...conversations.values()].some((head) => head.customer === customer && head.at >= before)) return;
  for (const [key, row] of identities) if (row.customer === customer) identities.delete(key);
}

function conversationsOf({ conversations }: Tables, customer: string): readonly string[] {
  return [...conversations.values()].filter((head) => head.customer === customer).map((head) => head.conversation);
}

/** Everything before a time; the head's address only where all goes. */
function eraseOne(tables: Tables, conversation: string, before: Instant): void {
  const { conversations, snapshots, turns, waiting, outbox, actions, uploads } = tables;
  const isIt = (row: { readonly conversation: string }): boolean => row.conversation === conversation;
  const head = conversations.get(conversation);
  const address = before === Number.POSITIVE_INFINITY ? { address: '' } : {};
  if (head) conversations.set(conversation, { ...head, ...address, version: head.version + 1 });
  snapshots.delete(conversation);
  deleteUploads(uploads, conversation, before);
  const own = (turns.get(conversation) ?? []).map((turn) => (turn.at < before ? { ...turn, words: null } : turn));
  turns.set(conversation, own);
  for (const [key, row] of waiting) if (isIt(row) && row.receivedAt < before) waiting.delete(key);
  for (const [key, row] of outbox) if (isIt(row) && row.queuedAt < before) outbox.delete(key);
  for (const [key, row] of actions)
    if (isIt(row) && row.requestedAt < before) actions.set(key, { ...row, input: 'null' });
}

function deleteUploads(uploads: Tables['uploads'], conversation: string, before: Instant): void {
  for (const [key, row] of uploads) if (row.conversation === conversation && row.at < before) uploads.delete(key);
}
