/**
 * `touchpoint nlu parse`: what is understood of messages, a JSON line each.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { createUnderstand, type Heard, type Language } from '../../../intents/create-understand.ts';
import { createEntityFinder } from '../../../intents/entities/create-entity-finder.ts';
import { createLanguageOfText } from '../../../intents/language/language-of-text.ts';
import { learn } from '../../bot/learning/learn.ts';
import { modelFolder } from '../../bot/learning/model-folder.ts';
import { createModels } from '../../bot/learning/models.ts';
import { createReadPhone } from '../../bot/learning/read-phone.ts';
import { train } from '../../bot/learning/train.ts';
import { readBot } from '../../bot/read-bot.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { type Parsing, parseRow } from '../../nlu/parse-row.ts';
import { readMessages } from '../../nlu/read-messages.ts';
import { readRows } from '../../nlu/read-rows.ts';
import { botOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'nlu parse',
  summary: 'Says what is understood of messages, a JSON line each',
  arguments: '[FILE]',
  options: {
    bot: botOption,
    train: {
      type: 'string',
      takes: 'FILE',
      about: 'learn from these JSON lines of {"text","intent"} instead of a bot',
    },
    locale: { type: 'string', takes: 'TAG', about: 'locale of the messages (default: told from each)' },
    now: { type: 'string', takes: 'TIME', about: 'when they were said, such as 2025-03-04T10:00:00Z (default: now)' },
    zone: { type: 'string', takes: 'ZONE', about: "time zone of who said them (default: the bot's)" },
  },
  run: parseAll,
};

async function parseAll(called: Called): Promise<number> {
  const [file = '-'] = called.positionals;
  const { rows, problems } = readMessages(await contentOf(file), file);
  const source = await sourceFor(called);
  const all = [...problems, ...source.problems];
  for (const problem of all) called.output.err(problemText(problem));
  if (source.problems.length > 0) return 1;
  const parsing = { ...source, ...placeOf(called, source.zone), languageOf: createLanguageOfText() };
  for (const row of rows)
    called.output.out(JSON.stringify(parseRow({ ...row, vector: await parsing.vectorOf?.(row.text) }, parsing)));
  return all.length > 0 ? 1 : 0;
}

/** @throws TouchpointError USAGE when it cannot be read */
async function contentOf(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const fix = 'name a file of JSON lines, each with "text", or write them to the standard input';
    throw new TouchpointError('USAGE', `'${file}' cannot be read`, { cause, fix });
  }
}

/** @throws TouchpointError USAGE for a time or zone that is none */
function placeOf(called: Called, zone: string): Pick<Parsing, 'locale' | 'now' | 'zone'> {
  const [time, named = zone] = [textOf(called, 'now'), textOf(called, 'zone')];
  const now = time === undefined ? Date.now() : Date.parse(time);
  if (Number.isNaN(now)) throw wrong(`'${time}' is no time`, 'write it as 2025-03-04T10:00:00Z');
  if (!isZone(named)) throw wrong(`'${named}' is no time zone`, 'name one such as Europe/Berlin');
  return { locale: textOf(called, 'locale'), now, zone: named };
}

function wrong(message: string, fix: string): TouchpointError {
  return new TouchpointError('USAGE', message, { fix });
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

type Source = Pick<Parsing, 'understand' | 'vectorOf' | 'fallback' | 'zone'> & {
  readonly problems: Parameters<typeof problemText>[0][];
};

/** A file of phrases, the bot that was named, the one that stands here; where there is none, entities are all that is found. */
async function sourceFor(called: Called): Promise<Source> {
  const [file, folder] = [textOf(called, 'train'), textOf(called, 'bot')];
  if (file !== undefined) return fromRows(file, textOf(called, 'locale') ?? 'en');
  if (folder !== undefined || existsSync(join('.', 'touchpoint.yaml'))) return fromBot(called, folder ?? '.');
  return { understand: entitiesOnly(), fallback: 'en', zone: 'UTC', problems: [] };
}

async function fromBot(called: Called, folder: string): Promise<Source> {
  const { intents, config, folder: root } = await readBot(folder, called.environment);
  const understand = await learn(createModels(modelFolder(root), called.environment), intents, config);
  const { vectorOf } = understand;
  return { understand, ...(vectorOf ? { vectorOf } : {}), fallback: config.locale, zone: config.zone, problems: [] };
}

async function fromRows(file: string, locale: string): Promise<Source> {
  const { rows, problems } = await readRows(file);
  if (problems.length > 0)
    return { understand: entitiesOnly(), fallback: locale, zone: 'UTC', problems: [...problems] };
  const model = await train({ examples: rows, locale });
  const language: Language = { locale, phrases: [], entities: [], model: () => model };
  const understand = createUnderstand([language], { zone: 'UTC', readPhone: createReadPhone() });
  return { understand, fallback: locale, zone: 'UTC', problems: [] };
}

function entitiesOnly(): Parsing['understand'] {
  const readPhone = createReadPhone();
  return (text, { locale, at = 0, zone = 'UTC' }: Heard) => {
    const entities = createEntityFinder([], locale, readPhone)(text, { now: at, zone });
    return { accepted: null, candidates: [], entities };
  };
}
