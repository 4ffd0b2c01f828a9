/**
 * The contract of a channel that pushes: requests of its provider come in as HTTP values and become verified messages; what the bot says goes out in
 * a form it has. It keeps nothing: the inbox, the outbox and the order are the runtime's.
 */
import type { Runtime } from '../../runtime/door.ts';
import type { Channel } from '../../runtime/ports/delivery.ts';
import type { Clock, Log, Random, Store } from '../../runtime/ports.ts';
import type { Capabilities } from './capabilities.ts';
import type { HttpRoute } from './http.ts';

/**
 * What a channel is given once the bot runs.
 *
 * @property locale of a conversation whose customer names none
 * @property identitySecret verifies who the business says somebody is
 */
export type ChannelHost = {
  readonly runtime: Pick<Runtime, 'open' | 'receive' | 'state' | 'notify' | 'listen'>;
  readonly store: Pick<Store, 'load' | 'events' | 'conversationOf' | 'customerOf' | 'wasOfErased' | 'keepUpload'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Pick<Log, 'warn'>;
  readonly locale: string;
  readonly identitySecret?: string;
};

/** What `channels check` found: `missing` must be mended, `warning` may be meant so. */
export type Finding = {
  readonly grade: 'good' | 'warning' | 'missing';
  readonly message: string;
  readonly fix?: string;
};

/** @property channel what the outbox sends through */
export type ChannelDoor = {
  readonly channel: Channel;
  readonly capabilities: Capabilities;
  /** The addresses its provider calls. They answer 2xx after the commit that holds the message. */
  routes(host: ChannelHost): readonly HttpRoute[];
  /** Asks the provider whether everything is in place. Never rejects. */
  check(): Promise<readonly Finding[]>;
};
