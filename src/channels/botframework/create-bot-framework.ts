/**
 * The Bot Framework: Teams, the channels of Azure, the Emulator, and whatever speaks its protocol. A conversation there is a conversation here; what the
 * channel can do stands in `botFrameworkCapabilities`.
 */
import type { ChannelDoor } from '../contract/channel-door.ts';
import { type Adapter, loadAdapter } from './adapter.ts';
import { botFrameworkCapabilities } from './capabilities.ts';
import { checkBotFramework } from './check-bot-framework.ts';
import { createMessages } from './incoming/create-messages.ts';
import type { BotFrameworkOptions } from './options.ts';
import type { Exchange } from './outgoing/create-exchange.ts';
import { createSender } from './outgoing/create-sender.ts';
import { fromAddress } from './reference.ts';

export function createBotFramework(options: BotFrameworkOptions): ChannelDoor {
  let loaded: Promise<Adapter> | undefined;
  const adapter = (): Promise<Adapter> => (loaded ??= loadAdapter(options));
  const exchanges = new Map<string, Exchange>();
  /** It shows for a moment only: whether it arrives is nobody's concern. */
  const typing = (address: string): void => {
    const reference = fromAddress(address);
    if (reference.serviceUrl !== '')
      void adapter()
        .then(({ send }) => send(reference, { type: 'typing' }))
        .catch(() => {});
  };
  return {
    channel: {
      name: 'botframework',
      delivery: 'push',
      settleMs: options.settleMs,
      tellsHandoff: true,
      send: createSender({ options, adapter, exchanges }),
    },
    capabilities: botFrameworkCapabilities,
    routes(host) {
      // the first customer does not wait for the package
      void adapter();
      const answer = createMessages({ options, adapter, exchanges, typing }, host);
      return [{ method: 'POST', path: '/api/messages', hot: true, answer }];
    },
    check: () => checkBotFramework(options),
  };
}
