/** The desk outside that a bot's configuration names, loaded only where there is one. */
import type { OutsideDesk } from '../../desks/contract/outside-desk.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/read-config.ts';
import { createRealClock } from '../process/real-clock.ts';
import { chatwootOptions } from './chatwoot-options.ts';
import { webhookOptions } from './webhook-options.ts';

export const deskNames: readonly string[] = ['chatwoot', 'webhook'];

type Given = { readonly config: Config; readonly environment: Environment };

/**
 * @returns `undefined` where people work at the built-in desk only
 * @throws TouchpointError SECRET_MISSING, CONFIG_INVALID
 */
export async function openDesk({ config, environment }: Given): Promise<OutsideDesk | undefined> {
  const { chatwoot, webhook } = config.desk.external ?? {};
  if (chatwoot) {
    const options = chatwootOptions(chatwoot, environment);
    return (await import('../../desks/chatwoot/create-chatwoot.ts')).createChatwoot(options);
  }
  if (!webhook) return undefined;
  const options = webhookOptions(webhook, environment);
  return (await import('../../desks/webhook/create-webhook-desk.ts')).createWebhookDesk(options, createRealClock().now);
}
