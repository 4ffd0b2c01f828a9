/**
 * `touchpoint token add`: a bearer token for a program. It is shown this once: only its hash is kept.
 */
import { secretHash } from '../../../web/access/secret-hash.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { botOption, dataOption } from '../../options.ts';
import { random } from '../../process/random.ts';
import { nameOf, roleOf, roleOption, teamOption, withAccounts } from './account-options.ts';

export const command: Command = {
  name: 'token add',
  summary: 'Prints a new token with which a program uses the API',
  arguments: 'NAME',
  options: { role: roleOption, team: teamOption, bot: botOption, data: dataOption },
  run,
};

async function run(called: Called): Promise<number> {
  const name = nameOf(called, 'token add');
  const role = roleOf(called, 'token add');
  const token = `tp_${random.id()}${random.id()}`;
  const row = { token: secretHash(token), name, role, team: textOf(called, 'team') ?? null };
  await withAccounts(called, 'token add', (store) => store.saveToken(row));
  called.output.out(token);
  return 0;
}
