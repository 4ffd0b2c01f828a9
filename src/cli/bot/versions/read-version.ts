/**
 * An older version of the bot, made ready from the files it was stored with: its own dialogs, intents and entities; of actions only today's exist.
 */
import { z } from 'zod';
import type { LoadedActions } from '../../../actions/load-actions.ts';
import type { Bot, Log, Store } from '../../../runtime/ports.ts';
import { learn } from '../learning/learn.ts';
import type { Models } from '../learning/models.ts';
import type { BotReader } from '../read-bot.ts';

type Reading = {
  readonly store: Pick<Store, 'programFiles' | 'programs'>;
  readonly reader: BotReader;
  readonly models: Models;
  readonly log: Log;
};

const stored = z.array(z.strictObject({ path: z.string(), text: z.string() }));

/**
 * @returns `undefined` when its files are gone, or this release finds an error in them; an action that is gone is none: it fails when it is called
 * @throws TouchpointError STORE_…
 */
export async function readVersion(
  { store, reader, models, log }: Reading,
  hash: string,
  actions: LoadedActions,
): Promise<Bot | undefined> {
  const text = await store.programFiles(hash);
  if (text === undefined) return undefined;
  const { config, intents, program, error } = reader.readStored(filesOf(text), actions.specs);
  if (error) {
    log.warn(
      { program: hash, problem: error },
      'an older program cannot be read any more; its conversations are led on',
    );
    return undefined;
  }
  const understand = await learn(models, intents, config);
  const row = (await store.programs()).find((program) => program.hash === hash);
  return { program: { ...program, hash }, since: row?.since ?? 0, understand };
}

/** The files a program was stored with. */
export function filesOf(text: string): z.infer<typeof stored> {
  return stored.parse(JSON.parse(text));
}
