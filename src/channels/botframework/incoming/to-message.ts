import { createHash } from 'node:crypto';
import type { Value } from '../../../events/understood.ts';
import type { ChannelHost } from '../../contract/channel-door.ts';
import type { Arriving } from '../../contract/take-message.ts';
import type { BotFrameworkOptions } from '../options.ts';
import { attachedTo } from './attached-to.ts';
import { type Posted, pressedValue } from './posted.ts';
import { personOf, toArrival } from './to-arrival.ts';

const mostAttachments = 20;

/**
 * A message, or a key pressed on a card, as the runtime takes it.
 *
 * @returns `undefined` for one that says nothing
 */
export function toMessage(
  read: Posted,
  host: ChannelHost,
  { access }: Pick<BotFrameworkOptions, 'access'>,
): Arriving | undefined {
  const value = pressedValue(read);
  const text = value ?? read.text ?? '';
  const attachments = attachmentsOf(read);
  if (text === '' && attachments.length === 0) return undefined;
  return {
    ...toArrival(read, host),
    account: read.recipient?.id ?? '',
    providerId: idOf(read, host),
    via: value !== undefined ? 'choice' : text === '' ? 'attachment' : 'text',
    text: text.replaceAll('\u0000', '\uFFFD'),
    from: { id: personOf(read), ...(read.from.name ? { name: read.from.name } : {}) },
    ...(attachments.length > 0 ? { channelData: { attachments } } : {}),
    attached: attachedTo(read, access.kind === 'anonymous'),
    ...(read.deliveryMode === 'expectReplies' ? { isAwaited: true } : {}),
  };
}

/** Some channels' ids hold a phone number or an address: what is kept for ever is a hash of them. */
export function idOf({ id, conversation }: Posted, { random }: ChannelHost): string {
  if (!id) return random.id();
  return createHash('sha256').update(`${conversation.id}|${id}`).digest('base64url').slice(0, 22);
}

/** By name. Teams sends what was written a second time as HTML. */
function attachmentsOf({ attachments }: Posted): readonly Value[] {
  const real = (attachments ?? []).filter(({ contentType }) => contentType !== 'text/html');
  return real.slice(0, mostAttachments).map(({ contentType, name, contentUrl }) => ({
    contentType,
    ...(name ? { name } : {}),
    ...(contentUrl && contentUrl.length <= 2048 ? { url: contentUrl } : {}),
  }));
}
