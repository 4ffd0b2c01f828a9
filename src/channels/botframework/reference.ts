/**
 * Where a conversation is found again: a conversation reference, as the text that the runtime keeps as its address. The same place gives the same text.
 */
import { z } from 'zod';

const parts = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.string()]);

/** @property serviceUrl empty where the channel takes replies with the answer only */
export type Reference = {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenantId: string;
  readonly bot: string;
  readonly user: string;
};

export function toAddress({ channelId, serviceUrl, conversation, tenantId, bot, user }: Reference): string {
  return JSON.stringify([channelId, serviceUrl.replace(/\/+$/, ''), conversation, tenantId, bot, user]);
}

/** @throws ZodError, SyntaxError where the text is no address of this channel */
export function fromAddress(address: string): Reference {
  const [channelId, serviceUrl, conversation, tenantId, bot, user] = parts.parse(JSON.parse(address));
  return { channelId, serviceUrl, conversation, tenantId, bot, user };
}
