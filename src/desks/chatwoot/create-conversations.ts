/**
 * Which conversation of Chatwoot a handoff is. Each handoff has a contact inbox of its own, whose `source_id` is the handoff's key: so a conversation that
 * was made, and whose answer got lost, is found again, and what Chatwoot tells leads back without a table. The contact behind it is the customer's.
 */
import { z } from 'zod';
import type { Sent } from '../../runtime/ports/delivery.ts';
import type { Place } from '../contract/outside-desk.ts';
import { sentOf } from '../contract/sent-of.ts';
import type { ChatwootApi } from './create-api.ts';

/** A conversation by the number agents see; `status` where Chatwoot tells it. */
export type Found = { readonly id: number; readonly status: string | null };
export type Finding = { readonly ok: true; readonly found: Found } | Extract<Sent, { ok: false }>;

export type Conversations = {
  /** Makes the contact and the conversation where they are not there. */
  open(place: Place, contact: object, attributes: object): Promise<Finding>;
  find(place: Place): Promise<Finding>;
  /** Chatwoot has named it. */
  learn(key: string, id: number): void;
};

const shape = z.looseObject({ id: z.number().int(), status: z.string().nullish() });

/** Numbers that are remembered; others are asked for. */
const mostKnown = 10_000;

export function createConversations(api: ChatwootApi): Conversations {
  const known = new Map<string, Found>();

  const remember = (key: string, { id, status }: z.infer<typeof shape>): Finding => {
    const [oldest] = known.keys();
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
    const found = { id, status: status ?? null };
    known.set(key, found);
    return { ok: true, found };
  };

  const listed = async ({ key }: Place): Promise<Finding | undefined> => {
    const answered = await api.customer(`/contacts/${encodeURIComponent(key)}/conversations`);
    const read = z.array(shape).safeParse(answered.kind === 'answered' ? answered.body : undefined);
    const [first] = read.data ?? [];
    if (first) return remember(key, first);
    const sent = sentOf(answered);
    return sent.ok || sent.isFinal ? undefined : sent;
  };

  return {
    async open(place, contact, attributes) {
      const before = known.get(place.key);
      if (before) return { ok: true, found: before };
      const made = sentOf(await api.customer('/contacts', { source_id: place.key, ...contact }));
      if (!made.ok) return made;
      const there = await listed(place);
      if (there) return there;
      const path = `/contacts/${encodeURIComponent(place.key)}/conversations`;
      const answered = await api.customer(path, { custom_attributes: attributes });
      const sent = sentOf(answered);
      if (!sent.ok) return sent;
      const read = shape.safeParse(answered.kind === 'answered' ? answered.body : undefined);
      return read.success ? remember(place.key, read.data) : { ok: false, message: 'answered with no conversation' };
    },
    async find(place) {
      const before = known.get(place.key);
      if (before) return { ok: true, found: before };
      return (await listed(place)) ?? { ok: false, isFinal: true, message: 'the conversation is not there' };
    },
    learn: (key, id) => void (known.has(key) || remember(key, { id })),
  };
}
