/** Vectors of the phrases of a bot, kept beside its models: only new phrases are asked for. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Vector } from '../../../intents/meaning/meaning.ts';
import type { Embed, EmbeddingSettings } from './create-embed.ts';

/** Vectors by text. @throws TouchpointError EMBEDDINGS_FAILED where one cannot be had */
export type VectorsOf = (texts: readonly string[]) => Promise<ReadonlyMap<string, Vector>>;

const textsAtOnce = 100;
const patienceMs = 60_000;
/** the oldest go first; at 1,536 numbers 120 MB */
const mostKept = 20_000;

/** @property folder where they are kept; `undefined`: nowhere */
export type Keeping = {
  readonly embed: Embed;
  readonly settings: EmbeddingSettings;
  readonly folder: string | undefined;
};

export function createVectorsOf({ embed, settings, folder }: Keeping): VectorsOf {
  const file = folder === undefined ? undefined : join(folder, `${nameOf(settings)}.vectors`);
  let turn: Promise<unknown> = Promise.resolve();
  /** One language after the other: they share the file. */
  return (texts) => {
    const own = turn.then(() => found(texts));
    turn = own.catch(() => {});
    return own;
  };

  async function found(texts: readonly string[]): Promise<ReadonlyMap<string, Vector>> {
    const known = await readKept(file);
    const missing = texts.filter((text) => !known.has(text));
    for (let at = 0; at < missing.length; at += textsAtOnce) {
      const part = missing.slice(at, at + textsAtOnce);
      const vectors = await embed(part, AbortSignal.timeout(patienceMs));
      for (const [n, text] of part.entries()) known.set(text, vectors[n] ?? new Float32Array());
    }
    const wanted = new Map(texts.map((text) => [text, known.get(text) ?? new Float32Array()]));
    if (file !== undefined && missing.length > 0) await keep(file, known).catch(() => {});
    return wanted;
  }
}

function nameOf({ url, model }: EmbeddingSettings): string {
  return createHash('sha256')
    .update(JSON.stringify([url, model]))
    .digest('hex')
    .slice(0, 32);
}

async function readKept(file: string | undefined): Promise<Map<string, Vector>> {
  try {
    const kept: unknown = file === undefined ? undefined : deserialize(await readFile(file));
    return new Map(kept instanceof Map ? [...kept].filter(isVector) : []);
  } catch {
    return new Map();
  }
}

function isVector(entry: readonly unknown[]): entry is [string, Vector] {
  return typeof entry[0] === 'string' && entry[1] instanceof Float32Array;
}

async function keep(file: string, vectors: ReadonlyMap<string, Vector>): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, serialize(new Map([...vectors].slice(-mostKept))));
  await rename(part, file);
}
