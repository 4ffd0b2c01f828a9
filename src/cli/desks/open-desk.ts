/** The desk outside that a bot's configuration names, loaded only where there is one. */
import type { OutsideDesk } from '../../desks/contract/outside-desk.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/read-config.ts';
import { chatwootOptions } from './chatwoot-options.ts';

export const deskNames: readonly string[] = ['chatwoot'];

type Given = { readonly config: Config; readonly environment: Environment };

/**
 * @returns `undefined` where people work at the built-in desk only
 * @throws TouchpointError SECRET_MISSING, CONFIG_INVALID
 */
export async function openDesk({ config, environment }: Given): Promise<OutsideDesk | undefined> {
  const { chatwoot } = config.desk.external ?? {};
  if (chatwoot === undefined) return undefined;
  const options = chatwootOptions(chatwoot, environment);
  return (await import('../../desks/chatwoot/create-chatwoot.ts')).createChatwoot(options);
}
