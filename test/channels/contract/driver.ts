import type { ChannelDoor } from '../../../src/channels/contract/channel-door.ts';
import type { Call, FakeProvider } from '../setup/fake-provider.ts';

/** A message as the customer sees it. */
export type Seen = {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly links: readonly string[];
  readonly pictures: readonly string[];
};

/** A person on a channel, and the provider between. Everything said is answered with the status of the webhook. */
export type Driver = {
  readonly name: string;
  readonly provider: FakeProvider;
  door(): ChannelDoor;
  /** @param id the provider's; a later one is higher */
  say(url: string, text: string, id?: string): Promise<Response>;
  press(url: string, title: string): Promise<Response>;
  /** something that the channel has and the bot has no use for */
  sayUnknown(url: string): Promise<Response>;
  sayFile(url: string): Promise<Response>;
  /** messages carry the provider's own count */
  readonly isCounting: boolean;
  /** a request of a week ago, replayed; missing where its token has run out by then */
  sayOld?(url: string, text: string): Promise<Response>;
  forge(url: string, text: string): Promise<Response>;
  huge(url: string): Promise<Response>;
  seen(): readonly Seen[];
  /** whether a message is sent by it */
  sending(call: Call): boolean;
  readonly tooMany: { readonly status: number; readonly body?: object; readonly headers?: Record<string, string> };
  readonly blocked: { readonly status: number; readonly body?: object };
  /** of the customer, as the channel names them to `erase` */
  readonly address: string;
};
