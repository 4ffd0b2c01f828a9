/**
 * The command `touchpoint`: finds what was called, checks how, runs it, and turns whatever went wrong into a message and an exit code.
 */
import { parseArgs } from 'node:util';
import { nearest } from '../errors/nearest.ts';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import type { Called, Command } from './command.ts';
import { commands } from './commands.ts';
import { commandsOfGroup, type Found, findCommand } from './find-command.ts';
import { helpOf, overview } from './help.ts';
import { endWithReader, errorText, exitCodeOf, processOutput } from './process/output.ts';

/** @returns exit code: 0 good, 1 problems found, 2 wrong use */
export async function main(argv: readonly string[]): Promise<number> {
  endWithReader();
  try {
    return await dispatch(argv);
  } catch (error) {
    processOutput.err(errorText(error));
    return exitCodeOf(error);
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const [about] = rest;
  if (name === 'help' && about !== undefined && about !== '--help') return dispatch([...rest, '--help']);
  if (name === '--help' || name === '-h' || name === 'help') {
    const all = await Promise.all([...commands.values()].map((load) => load()));
    processOutput.out(overview(all.map(({ command }) => command)));
    return 0;
  }
  return (await helpOfGroup(argv)) ?? runCommand(await findCommand(argv));
}

/** `touchpoint nlu --help` */
async function helpOfGroup([group = '', about]: readonly string[]): Promise<number | undefined> {
  const ofGroup = about === '--help' || about === '-h' ? await commandsOfGroup(group) : [];
  if (ofGroup.length === 0) return undefined;
  processOutput.out(overview(ofGroup, group));
  return 0;
}

async function runCommand({ command, rest }: Found): Promise<number> {
  if (rest.includes('--help') || rest.includes('-h')) {
    processOutput.out(helpOf(command));
    return 0;
  }
  return command.run(parse(command, rest));
}

function parse(command: Command, args: readonly string[]): Called {
  const output = processOutput;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
    refuseSurplus(command, positionals);
    return { values: plain(values), positionals, environment: process.env, output };
  } catch (cause) {
    if (cause instanceof TouchpointError) throw cause;
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new TouchpointError('USAGE', `${command.name}: ${message}`, { fix: suggestion(command, args) });
  }
}

function refuseSurplus(command: Command, positionals: readonly string[]): void {
  const wanted = command.arguments === '' ? 0 : command.arguments.split(' ').length;
  const surplus = positionals[wanted];
  if (surplus === undefined) return;
  throw new TouchpointError('USAGE', `${command.name}: '${surplus}' is one argument too many`, {
    fix: `see: touchpoint ${command.name} --help`,
  });
}

function suggestion(command: Command, args: readonly string[]): string {
  const names = Object.keys(command.options);
  const unknown = args.find((arg) => arg.startsWith('--') && !names.includes(arg.slice(2).split('=')[0] ?? ''));
  const near = unknown && nearest(unknown.slice(2).split('=')[0] ?? '', names);
  return near ? `did you mean '--${near}'?` : `see: touchpoint ${command.name} --help`;
}

function plain(values: Readonly<Record<string, unknown>>): Called['values'] {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? value : value === undefined ? undefined : String(value),
  ]);
  return Object.fromEntries(entries);
}
