import type { ChannelHost } from '../../contract/channel-door.ts';
import type { Arrival } from '../../contract/take-message.ts';
import { readUserToken } from '../../contract/verify/read-user-token.ts';
import { toAddress } from '../reference.ts';
import { ourData, type Posted } from './posted.ts';

/** Where an activity comes from, and from whom. A `userToken` that does not hold counts as none: the message is taken all the same. */
export function toArrival(read: Posted, { identitySecret: secret, clock }: ChannelHost): Arrival {
  const { entryPoint, userToken } = ourData(read);
  const user =
    secret === undefined || userToken === undefined ? undefined : readUserToken(userToken, { secret, clock });
  return {
    channel: 'botframework',
    address: addressOf(read),
    person: personOf(read),
    ...(user?.kind === 'known' ? { signed: user.sub } : {}),
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(read.locale ? { locale: read.locale } : {}),
  };
}

/** The same person in every conversation of one channel behind the Bot Framework. */
export function personOf({ channelId, from }: Posted): string {
  return `${channelId}:${from.id}`;
}

export function addressOf({ channelId, serviceUrl, conversation, recipient, from }: Posted): string {
  return toAddress({
    channelId,
    serviceUrl: serviceUrl ?? '',
    conversation: conversation.id,
    tenantId: conversation.tenantId ?? '',
    bot: recipient?.id ?? 'bot',
    user: from.id,
  });
}
