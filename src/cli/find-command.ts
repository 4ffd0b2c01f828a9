import { nearest } from '../errors/nearest.ts';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** A command, and what was called behind its name. */
export type Found = { readonly command: Command; readonly rest: readonly string[] };

/**
 * Finds the command that is called: of one word, or of a group and a word, as in `nlu eval`.
 *
 * @throws TouchpointError USAGE where there is none, with the nearest name
 */
export async function findCommand(argv: readonly string[]): Promise<Found> {
  for (const words of [2, 1]) {
    const load = commands.get(argv.slice(0, words).join(' '));
    if (load) return { ...(await load()), rest: argv.slice(words) };
  }
  throw unknownCommand(argv);
}

/** The commands of a group, such as all that begin with `nlu`; none for any other name. */
export async function commandsOfGroup(group: string): Promise<readonly Command[]> {
  const loads = [...commands].filter(([name]) => name.startsWith(`${group} `)).map(([, load]) => load());
  return (await Promise.all(loads)).map(({ command }) => command);
}

function unknownCommand([name, second]: readonly string[]): TouchpointError {
  const names = [...commands.keys()];
  if (name === undefined) return new TouchpointError('USAGE', 'no command was given', { fix: oneOf(names) });
  const ofGroup = names.filter((known) => known.startsWith(`${name} `));
  if (ofGroup.length > 0 && second === undefined) {
    return new TouchpointError('USAGE', `'${name}' is a group of commands`, { fix: oneOf(ofGroup) });
  }
  const called = ofGroup.length > 0 ? `${name} ${second}` : name;
  const near = nearest(called, ofGroup.length > 0 ? ofGroup : names);
  return new TouchpointError('USAGE', `there is no command '${called}'`, {
    fix: near === undefined ? oneOf(ofGroup.length > 0 ? ofGroup : names) : `did you mean '${near}'?`,
  });
}

function oneOf(names: readonly string[]): string {
  return `use one of: ${names.join(', ')}`;
}
