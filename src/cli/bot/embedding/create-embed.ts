import { z } from 'zod';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Vector } from '../../../intents/meaning/meaning.ts';
import type { Config } from '../../config/config.ts';

export type EmbeddingSettings = NonNullable<Config['embeddings']>;

/**
 * Vectors of texts, in their order. A text longer than 4,000 characters counts by its beginning.
 *
 * @throws TouchpointError EMBEDDINGS_FAILED
 */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<readonly Vector[]>;

const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0).optional(), embedding: z.array(z.number()).min(1).max(8_192) })),
});
const longestText = 4_000;

/**
 * A provider with an address like OpenAI's (`POST …/embeddings`).
 *
 * @param key sent as a bearer token; `undefined`: it asks for none
 */
export function createEmbed({ url, model }: EmbeddingSettings, key: string | undefined): Embed {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return async (texts, signal) => {
    const input = texts.map((text) => text.slice(0, longestText));
    const body = JSON.stringify({ model, input, encoding_format: 'float' });
    const told = await asked(`${url}/embeddings`, { method: 'POST', headers, body, signal, redirect: 'error' });
    const read = answer.safeParse(told);
    const vectors = read.success ? inOrder(read.data.data) : [];
    const width = vectors[0]?.length;
    if (vectors.length !== texts.length || vectors.some(({ length }) => length !== width))
      throw failed('did not answer with one vector a text, all of one width');
    return vectors;
  };
}

async function asked(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw failed('cannot be reached, or did not answer in time', cause);
  });
  if (!response.ok) throw failed(`answered ${response.status}`);
  return response.json().catch((cause: unknown) => {
    throw failed('did not answer in time, or not with JSON', cause);
  });
}

function failed(what: string, cause?: unknown): TouchpointError {
  const fix = 'look at embeddings in touchpoint.yaml and at TOUCHPOINT_EMBEDDINGS_KEY; without it words alone count';
  return new TouchpointError('EMBEDDINGS_FAILED', `the provider of embeddings ${what}`, { cause, fix });
}

type Data = z.infer<typeof answer>['data'];

function inOrder(data: Data): readonly Vector[] {
  const placed = data.map(({ index, embedding }, n) => ({ at: index ?? n, embedding }));
  const isEachOnce = new Set(placed.map(({ at }) => at)).size === placed.length;
  if (!isEachOnce || placed.some(({ at }) => at >= placed.length)) return [];
  return placed.sort((a, b) => a.at - b.at).map(({ embedding }) => Float32Array.from(embedding));
}
