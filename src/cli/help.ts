import type { Command, Option } from './command.ts';

/** The overview of commands: all, or those of a group, such as `nlu`. */
export function overview(commands: readonly Command[], group = ''): string {
  const called = ['touchpoint', group].filter(Boolean).join(' ');
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [`Usage: ${called} COMMAND [OPTIONS]`, '', ...lines, '', `${called} COMMAND --help tells more.`].join('\n');
}

/** The help of one command. */
export function helpOf({ name, summary, arguments: positionals, options }: Command): string {
  const all: readonly (readonly [string, Option])[] = [
    ...Object.entries(options),
    ['help', { type: 'boolean', about: 'shows this help' }],
  ];
  const rows = all.map(([key, option]) => [optionForm(key, option), option.about] as const);
  const width = Math.max(...rows.map(([form]) => form.length));
  const usage = ['Usage: touchpoint', name, positionals, '[OPTIONS]'].filter(Boolean).join(' ');
  return [usage, '', `${summary}.`, '', ...rows.map(([form, about]) => `  ${form.padEnd(width)}  ${about}`)].join('\n');
}

function optionForm(key: string, { takes }: Option): string {
  return takes === undefined ? `--${key}` : `--${key} ${takes}`;
}
