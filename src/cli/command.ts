import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from './config/read-config.ts';
import type { Output } from './process/output.ts';

/** What a command was called with, checked against its options. */
export type Called = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly environment: Environment;
  readonly output: Output;
};

/**
 * One command of `touchpoint`.
 *
 * @property arguments what stands behind the name in the usage line, such as `FILE`
 * @property run gives the exit code: 0 good, 1 problems found, 2 wrong use
 */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly arguments: string;
  readonly options: Readonly<Record<string, Option>>;
  run(called: Called): Promise<number>;
};

export type Option = NonNullable<ParseArgsOptionsConfig[string]> & {
  readonly about: string;
  /** name of its value in the help */
  readonly takes?: string;
};

/** A text option; `undefined` when it was not given. */
export function textOf(called: Called, name: string): string | undefined {
  const value = called.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function isSet(called: Called, name: string): boolean {
  return called.values[name] === true;
}
