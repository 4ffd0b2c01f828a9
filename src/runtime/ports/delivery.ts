/**
 * Ports of what goes out: channels, and the messages they are to deliver.
 */
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Card } from '../../events/speech/card.ts';
import type { Choice } from '../../events/speech/choice.ts';
import type { SentFile } from '../../events/speech/sent-file.ts';
import type { SurveyItem } from '../../events/speech/survey.ts';

/**
 * A message to be delivered by a channel that pushes.
 *
 * @property id conversation:seq of the event that promised it
 * @property isCarousel cards stand beside each other instead of below each other
 * @property survey the item of a survey that the choices answer
 * @property handoff it is no message: what became of a wish for a person, for channels that can tell a desk
 * @property outside it is for a desk outside, which `channel` names, and not for the customer
 * @property passed parts of it that the channel has taken, where it had to be cut; they are not sent again
 */
export type OutboxRow = {
  readonly id: string;
  readonly conversation: string;
  readonly seq: number;
  readonly channel: string;
  readonly address: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly cards: readonly Card[];
  readonly isCarousel?: boolean;
  readonly expectsInput?: boolean;
  readonly language?: string;
  readonly survey?: SurveyItem;
  readonly handoff?: HandoffTold;
  readonly outside?: ForOutside;
  readonly passed?: number;
};

/**
 * What a desk outside is told of a handoff, by its id: it begins with event `seq`; the customer has said `text`; the customer is no longer there for it,
 * because they left, or because it could not serve them.
 *
 * @property at when it was so
 */
export type ForOutside = { readonly handoff: string; readonly at: Instant } & (
  | { readonly tells: 'begun'; readonly team: string | null; readonly reason: string }
  | { readonly tells: 'said'; readonly files: readonly SentFile[] }
  | { readonly tells: 'over'; readonly why: 'left' | 'rerouted' }
);

/** What channels that speak of handoffs are told: one is wished for, cannot be, was taken over, or has ended. */
export type HandoffTold =
  | Pick<EventOf<'handoff.requested'>, 'type' | 'data'>
  | Pick<EventOf<'handoff.unavailable'>, 'type' | 'data'>
  | Pick<EventOf<'handoff.accepted'>, 'type' | 'data'>
  | Pick<EventOf<'handoff.returned'>, 'type' | 'data'>
  | Pick<EventOf<'handoff.closed'>, 'type' | 'data'>;

/** Which delivery: the event of a conversation that promised it. */
export type OutboxPlace = Pick<OutboxRow, 'conversation' | 'seq'>;

/**
 * What became of a try to send.
 *
 * @property retryAfterMs the provider said when to come again
 * @property isFinal it will never be taken: the customer has blocked the bot, the chat is gone
 * @property isUncertain it may have been taken all the same: the connection broke before the answer
 */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly retryAfterMs?: number;
      readonly isFinal?: boolean;
      readonly isUncertain?: boolean;
      readonly message: string;
    };

/**
 * How fast messages may go out, over a time: `burst` of them at once.
 *
 * @property perSecond of all messages; @property perAddress of those to one address
 */
export type Rates = { readonly perSecond: Rate; readonly perAddress: Rate };
export type Rate = { readonly perSecond: number; readonly burst: number };

/**
 * A channel. Those that push get outbox rows; those whose clients fetch by watermark (web) read the events themselves and are only told that there
 * are new ones.
 *
 * @property settleMs how long a customer's message waits for the next, so that several in a row are one turn; 0 where missing
 * @property rates what its provider takes: kept ahead of time, in each process
 * @property tellsHandoff it wants to be told of handoffs too, beside what the bot says of them
 */
export type Channel = {
  readonly name: string;
  readonly delivery: 'push' | 'fetch';
  readonly settleMs?: number;
  readonly rates?: Rates;
  readonly tellsHandoff?: boolean;
  /** @param passed to be called, and waited for, after each part but the last, with the number of parts taken so far */
  send(row: OutboxRow, passed: (parts: number) => Promise<void>): Promise<Sent>;
};
