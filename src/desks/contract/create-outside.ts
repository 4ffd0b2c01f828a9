/**
 * A desk outside as the runtime sees it: a channel that the outbox delivers to, and whether it takes anybody now. What cannot be told for longer than
 * `patienceMs` is given up, so that people here take over.
 */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { Channel, ForOutside, OutboxRow, Sent } from '../../runtime/ports/delivery.ts';
import type { Clock, Store } from '../../runtime/ports.ts';
import { cardSchema } from './card.ts';
import { keepTyping } from './keep-typing.ts';
import type { OutsideDesk } from './outside-desk.ts';
import { placeOf } from './place-of.ts';

export type Outside = {
  readonly channel: Channel;
  /** Its name while it takes who asks for a person; nobody is sent to it outside its hours, nor for a minute after it could not be reached. */
  taking(): string | undefined;
  /** Tells it of customers who write; the returned function ends that. */
  watch(runtime: Pick<Runtime, 'listen' | 'onTyping'>): () => void;
};

export type OutsideParts = {
  readonly desk: OutsideDesk;
  readonly store: Pick<Store, 'events'>;
  /** of the product, by which deliveries are tried again */
  readonly clock: Clock;
  readonly wall: Clock;
  readonly patienceMs: number;
  isOpen(at: Instant): boolean;
  cardOf(events: readonly Event[]): object;
};

/** Who could not be reached is asked again after so long. */
const restMs = 60_000;
/** That a customer is no longer there is worth telling for longer than anybody would wait. */
const overPatienceMs = 24 * 3_600_000;

export function createOutside(parts: OutsideParts): Outside {
  const { desk, clock, isOpen } = parts;
  let restsUntil = 0;

  const send: Channel['send'] = async (row, passed) => {
    if (!row.outside) return { ok: false, isFinal: true, message: `'${desk.name}' is told of handoffs only` };
    const sent = await tell(parts, { row, told: row.outside, passed });
    if (sent.ok) restsUntil = 0;
    const given = sent.ok ? sent : withinPatience(parts, row.outside, sent);
    if (!given.ok && given.isFinal && row.outside.tells === 'begun') restsUntil = clock.now() + restMs;
    return given;
  };

  return {
    channel: { name: desk.name, delivery: 'push', send },
    taking: () => (clock.now() >= restsUntil && isOpen(clock.now()) ? desk.name : undefined),
    watch: (runtime) => keepTyping(parts, runtime),
  };
}

type Telling = {
  readonly row: OutboxRow;
  readonly told: ForOutside;
  readonly passed: (parts: number) => Promise<void>;
};

/** What has been given to people here meanwhile is told no more. */
async function tell({ desk, store, cardOf }: OutsideParts, { row, told, passed }: Telling): Promise<Sent> {
  const { conversation, seq } = row;
  const place = placeOf(conversation, told.handoff);
  if (told.tells === 'over') return desk.end(place, told.why);
  const later = await store.events(conversation, { after: seq });
  if (later.some(({ type }) => type === 'handoff.rerouted')) return { ok: true };
  if (told.tells === 'said') return desk.say(place, { id: row.id, text: row.text, files: told.files });
  const before = (await store.events(conversation, { after: 0 })).filter((event) => event.seq <= seq);
  const card = cardSchema.parse(cardOf(before));
  return desk.begin(place, { team: told.team, reason: told.reason, card }, { done: row.passed ?? 0, passed });
}

function withinPatience(
  { clock, patienceMs }: OutsideParts,
  { at, tells }: ForOutside,
  sent: Extract<Sent, { ok: false }>,
): Extract<Sent, { ok: false }> {
  const again = clock.now() + (sent.retryAfterMs ?? 0);
  return again - at >= (tells === 'over' ? overPatienceMs : patienceMs) ? { ...sent, isFinal: true } : sent;
}
