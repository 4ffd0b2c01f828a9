import type { Capabilities } from '../../../src/channels/contract/capabilities.ts';
import type { ChannelDoor } from '../../../src/channels/contract/channel-door.ts';
import type { Channel } from '../../../src/runtime/ports/delivery.ts';
import type { Clock } from '../../../src/runtime/ports.ts';
import type { Call, FakeProvider } from '../setup/fake-provider.ts';

/** A message as the customer sees it. */
export type Seen = {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly links: readonly string[];
  readonly pictures: readonly string[];
};

/** Where the bot listens now, and what time it is there. */
export type Place = { readonly url: string; readonly clock: Pick<Clock, 'now'> };

/** A person on a channel, and the provider between. Everything said is answered with the status of the webhook. */
export type Driver = {
  readonly name: string;
  /** of a channel whose clients fetch: the line between */
  readonly provider: FakeProvider;
  readonly channel: Pick<Channel, 'delivery' | 'settleMs'>;
  readonly capabilities: Capabilities;
  /** what is opened beside the web, which is always open */
  door(): ChannelDoor | undefined;
  /** @param id the provider's; a later one is higher */
  say(url: string, text: string, id?: string): Promise<Response>;
  press(url: string, title: string): Promise<Response>;
  /** something that the channel has and the bot has no use for */
  sayUnknown(url: string): Promise<Response>;
  sayFile(url: string): Promise<Response>;
  /** messages carry the provider's own count */
  readonly isCounting: boolean;
  /** a request of a week ago, replayed: taken without effect, or refused */
  sayOld?(url: string, text: string): Promise<Response>;
  forge(url: string, text: string): Promise<Response>;
  huge(url: string): Promise<Response>;
  /** Everything that was shown so far. Who fetches looks for what is new, as long as it takes. */
  seen(place: Place): Promise<readonly Seen[]>;
  /** whether messages are sent by it, or fetched */
  sending(call: Call): boolean;
  readonly tooMany: { readonly status: number; readonly body?: object; readonly headers?: Record<string, string> };
  readonly blocked: { readonly status: number; readonly body?: object };
  /** The person comes again as anybody may: what they were given to go on with is lost. */
  comeAgain?(): void;
  /** of the customer, as the channel names them to `erase` */
  readonly address: string;
};
