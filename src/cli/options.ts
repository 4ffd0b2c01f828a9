import type { Option } from './command.ts';

/** Options several commands share. */
export const botOption: Option = { type: 'string', takes: 'DIR', about: 'folder of the bot (default: here)' };

export const dataOption: Option = {
  type: 'string',
  takes: 'FILE',
  about: 'database file, or memory: to keep nothing (default: .touchpoint/touchpoint.db beside the bot)',
};

export const jsonOption: Option = { type: 'boolean', about: 'prints JSON' };
