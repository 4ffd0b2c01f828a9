/**
 * The contract of a desk outside: the program a business's people work with already. The customer stays on our channels; what they say is told to the desk,
 * and what its agents do becomes orders like those of the built-in desk. It keeps nothing: the outbox, the order and the log are the runtime's.
 */
import type { Finding } from '../../channels/contract/channel-door.ts';
import type { HttpRoute } from '../../channels/contract/http.ts';
import type { SentFile } from '../../events/speech/sent-file.ts';
import type { Ordered, Runtime } from '../../runtime/door.ts';
import type { Sent } from '../../runtime/ports/delivery.ts';
import type { Clock, Log, Random, Store } from '../../runtime/ports.ts';
import type { Card } from './card.ts';

/**
 * A handoff as the desk knows it.
 *
 * @property key names it in one word of letters, digits, `_` and `-`, for the desk to say it back
 */
export type Place = { readonly key: string; readonly conversation: string; readonly handoff: string };

/** A customer is to be taken over. */
export type Begun = { readonly team: string | null; readonly reason: string; readonly card: Card };

/** @property id the same for every try */
export type Said = { readonly id: string; readonly text: string; readonly files: readonly SentFile[] };

/** What an adapter is given once the bot runs. `wall`: real time, by which others sign; `agentId`: who somebody is in events. */
export type DeskHost = {
  readonly runtime: Pick<Runtime, 'order' | 'typing'>;
  readonly store: Pick<Store, 'events'>;
  readonly random: Random;
  readonly wall: Clock;
  readonly log: Pick<Log, 'warn'>;
  agentId(name: string): string;
};

/** What became of an order; `unknown` also where the key is none of ours. */
export type Taken = Ordered;

/** Each call is one try: it may come again, with the same key, until it went well. None rejects. */
export type OutsideDesk = {
  readonly name: string;
  /**
   * @param done parts of it that went well in an earlier try
   * @param passed to be called, and waited for, after each part but the last
   */
  begin(place: Place, begun: Begun, parts: Parts): Promise<Sent>;
  say(place: Place, said: Said): Promise<Sent>;
  /** The customer is no longer there for it: they left, or people here serve them since the desk could not. */
  end(place: Place, why: 'left' | 'rerouted'): Promise<Sent>;
  /** The customer is writing, or not any more; it may get lost. */
  typing(place: Place, isOn: boolean): void;
  /** The addresses the desk calls. They answer 2xx after the commit. */
  routes(host: DeskHost): readonly HttpRoute[];
  /** Asks the desk whether everything is in place. */
  check(): Promise<readonly Finding[]>;
};

export type Parts = { readonly done: number; passed(parts: number): Promise<void> };
