/** Replies of the outbox, on their way: into the answer of a request that waits for them, else to the channel's service. */
import type { Activity } from 'botbuilder';
import type { Channel, OutboxRow, Sent } from '../../../runtime/ports/delivery.ts';
import { sendParts } from '../../contract/outgoing/send-parts.ts';
import { toParts } from '../../contract/reply/to-parts.ts';
import type { Adapter } from '../adapter.ts';
import { botFrameworkCapabilities } from '../capabilities.ts';
import type { BotFrameworkOptions } from '../options.ts';
import { fromAddress, type Reference } from '../reference.ts';
import { isAllowedService } from '../service-url.ts';
import type { Exchange } from './create-exchange.ts';
import { sendActivity } from './send-activity.ts';
import { toActivity, toHandoffEvent } from './to-activity.ts';

type Parts = {
  readonly options: BotFrameworkOptions;
  readonly adapter: () => Promise<Adapter>;
  /** requests that wait, by address */
  readonly exchanges: ReadonlyMap<string, Exchange>;
};

export function createSender({ options, adapter, exchanges }: Parts): Channel['send'] {
  return async (row, passed) => {
    const reference = fromAddress(row.address);
    const exchange = exchanges.get(row.address);
    const activities = activitiesOf(row, reference);
    if (exchange) {
      for (const activity of activities) exchange.sent(row.seq, activity);
      return { ok: true };
    }
    const refusal = refusalOf(options, reference);
    if (refusal) return refusal;
    const loaded = await adapter();
    return sendParts(row, activities, { sendOne: (activity) => sendActivity(loaded, reference, activity), passed });
  };
}

function activitiesOf(row: OutboxRow, { channelId }: Reference): readonly Partial<Activity>[] {
  const event = toHandoffEvent(row);
  return event ? [event] : toParts(row, botFrameworkCapabilities).map((part) => toActivity(row, part, channelId));
}

function refusalOf({ access, serviceUrls }: BotFrameworkOptions, { serviceUrl }: Reference): Sent | undefined {
  if (serviceUrl === '') return { ok: false, isFinal: true, message: 'the channel takes replies with the answer only' };
  if (isAllowedService(serviceUrl, { allowed: serviceUrls, isAnonymous: access.kind === 'anonymous' }))
    return undefined;
  return { ok: false, isFinal: true, message: "the channel's service may not be called from here" };
}
