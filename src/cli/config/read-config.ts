import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { undeclaredTeam } from '../../dialogs/compile/checks/undeclared-team.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { checkShape, valueAt } from '../../files/check-shape.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { Path, YamlDocument } from '../../files/yaml-document.ts';
import { type Config, configSchema } from './config.ts';

export type Environment = { readonly [name: string]: string | undefined };

/** @property services all that the file names, the wrong ones among them; @property teams those of the desk */
export type ReadConfig = {
  readonly config: Config;
  readonly services: readonly { readonly name: string; readonly where: Where }[];
  readonly teams: readonly { readonly name: string; readonly where: Where }[];
  readonly problems: readonly Problem[];
};

const fileName = 'touchpoint.yaml';

/**
 * Reads touchpoint.yaml of a bot and lays the variables over it. A bot without the file has the defaults.
 *
 * @returns all problems at once; with problems, `config` is the default one
 */
export async function readConfig(botFolder: string, environment: Environment): Promise<ReadConfig> {
  const text = await readFile(join(botFolder, fileName), 'utf8').catch(emptyWhereMissing);
  return configOf([{ path: fileName, text }], environment);
}

/** As `readConfig`, of a bot whose files were read. */
export function configOf(files: readonly SourceFile[], environment: Environment): ReadConfig {
  const text = files.find(({ path }) => path === fileName)?.text ?? '';
  const document = readYaml({ path: fileName, text });
  const value = overlay(document.value ?? {}, environment);
  const shaped = checkShape({ ...document, value }, configSchema);
  const declared = (at: Path) =>
    Object.keys(Object(valueAt(value, at))).map((name) => ({ name, where: document.placeOfKey([...at, name]) }));
  return {
    config: shaped.value ?? configSchema.parse({}),
    services: declared(['services']),
    teams: declared(['desk', 'teams']),
    problems: [...document.problems, ...shaped.problems, ...deskTeams(document, shaped.value)],
  };
}

/** Teams that the desk's own settings name and do not declare. */
function deskTeams(document: YamlDocument, config: Config | undefined): readonly Problem[] {
  const { teams = {}, priorities = [] } = config?.desk ?? {};
  const known = Object.keys(teams);
  const named: readonly (readonly [string | undefined, Path])[] = [
    ...Object.entries(teams).map(([name, { overflow }]) => [overflow, ['desk', 'teams', name, 'overflow']] as const),
    ...priorities.map(({ team }, index) => [team, ['desk', 'priorities', index, 'team']] as const),
  ];
  if (known.length === 0) return [];
  return named.flatMap(([name, path]) =>
    name === undefined ? [] : undeclaredTeam({ kind: 'team', name, where: () => document.place(path) }, known),
  );
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

/** TOUCHPOINT_ZONE is `zone`, TOUCHPOINT_WIDGET_ORIGINS (commas) is `widget.origins`, TOUCHPOINT_TELEGRAM_BASE_URL `channels.telegram.baseUrl`. */
function overlay(value: unknown, environment: Environment): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const origins = environment['TOUCHPOINT_WIDGET_ORIGINS']?.split(',').map((origin) => origin.trim());
  return {
    ...value,
    ...named('name', environment['TOUCHPOINT_NAME']),
    ...named('locale', environment['TOUCHPOINT_LOCALE']),
    ...named('zone', environment['TOUCHPOINT_ZONE']),
    ...telegramAt(Reflect.get(value, 'channels'), environment['TOUCHPOINT_TELEGRAM_BASE_URL']),
    ...(origins ? { widget: { ...Reflect.get(value, 'widget'), origins } } : {}),
  };
}

/** Only where the channel is configured: an address alone opens none. */
function telegramAt(channels: unknown, baseUrl: string | undefined): object {
  if (baseUrl === undefined || typeof channels !== 'object' || channels === null) return {};
  const telegram: unknown = Reflect.get(channels, 'telegram');
  if (typeof telegram !== 'object' || telegram === null) return {};
  return { channels: { ...channels, telegram: { ...telegram, baseUrl } } };
}

function named(key: string, value: string | undefined): object {
  return value === undefined ? {} : { [key]: value };
}
