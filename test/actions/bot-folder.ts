/** A bot's folder on the disk, outside of this project and without any installation. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadActions } from '../../src/actions/load-actions.ts';

export type BotFolder = AsyncDisposable & {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
};

export async function botFolder(files: Readonly<Record<string, string>>): Promise<BotFolder> {
  const path = await mkdtemp(join(tmpdir(), 'touchpoint-bot-'));
  const write = async (texts: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    }
  };
  await write(files);
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

export type Loaded = Awaited<ReturnType<typeof loadActions>>;

/** Loads a bot's actions; `url` is the address of its service `shop`. */
export function load(
  folder: BotFolder,
  url = 'http://127.0.0.1:1',
  environment: Readonly<Record<string, string>> = {},
): Promise<Loaded> {
  return loadActions(folder.path, { services: { shop: { url } }, environment });
}

/** One try of an action. */
export function tryAction(
  { run, signal = new AbortController().signal }: Loaded & { readonly signal?: AbortSignal },
  action: string,
  input: Parameters<Loaded['run']>[0]['input'],
) {
  return run({ action, input, conversation: 'c1', idempotencyKey: 'c1:r1', signal });
}
