/**
 * `touchpoint user remove`: an account with its sessions, and the tokens of that name.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Called, Command } from '../../command.ts';
import { botOption, dataOption } from '../../options.ts';
import { nameOf, withAccounts } from './account-options.ts';

export const command: Command = {
  name: 'user remove',
  summary: 'Removes an account, and the tokens of that name; who is signed in is signed out',
  arguments: 'NAME',
  options: { bot: botOption, data: dataOption },
  run,
};

async function run(called: Called): Promise<number> {
  const name = nameOf(called, 'user remove');
  const isKnown = await withAccounts(called, 'user remove', (store) => store.removePrincipal(name));
  if (!isKnown)
    throw new TouchpointError('USAGE', `user remove: nobody is called '${name}'`, {
      fix: 'give the name exactly as it was added',
    });
  called.output.out(`${name} can sign in no more.`);
  return 0;
}
