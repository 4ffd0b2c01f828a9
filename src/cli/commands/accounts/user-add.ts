/**
 * `touchpoint user add`: an account with a password, or another password, role and team for one that is there. It may run beside `serve`.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { hashPassword, longestPassword, shortestPassword } from '../../../web/access/passwords.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { botOption, dataOption } from '../../options.ts';
import { random } from '../../process/random.ts';
import { readStdin } from '../../process/read-stdin.ts';
import { nameOf, roleOf, roleOption, teamOption, withAccounts } from './account-options.ts';

export const command: Command = {
  name: 'user add',
  summary: 'Adds an account for desk and dashboard, or changes it',
  arguments: 'NAME',
  options: {
    role: roleOption,
    team: teamOption,
    'password-stdin': {
      type: 'boolean',
      about: 'reads the password from standard input, so that no list of processes shows it',
    },
    bot: botOption,
    data: dataOption,
  },
  run,
};

async function run(called: Called): Promise<number> {
  const name = nameOf(called, 'user add');
  const role = roleOf(called, 'user add');
  const password = await passwordOf(called);
  const account = { name, role, team: textOf(called, 'team') ?? null, password: await hashPassword(password) };
  const all = await withAccounts(called, 'user add', async (store) => {
    await store.saveAccount({ ...account, stamp: random.id() });
    return store.accounts();
  });
  called.output.out(`${name} can sign in as ${role} now.`);
  if (!all.some((one) => one.role === 'admin'))
    called.output.err('Nobody is an admin yet: add one with --role admin, who manages accounts at /desk.');
  return 0;
}

async function passwordOf(called: Called): Promise<string> {
  if (!isSet(called, 'password-stdin'))
    throw new TouchpointError('USAGE', 'user add: no password was given', {
      fix: 'give it on standard input, with --password-stdin',
    });
  const password = (await readStdin()).replace(/\r?\n$/, '');
  if (password.length >= shortestPassword && password.length <= longestPassword) return password;
  throw new TouchpointError('USAGE', `user add: the password has ${password.length} characters`, {
    fix: `use ${shortestPassword} to ${longestPassword}`,
  });
}
