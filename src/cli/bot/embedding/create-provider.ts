import { performance } from 'node:perf_hooks';
import type { VectorOf } from '../../../intents/create-understand.ts';
import type { Log } from '../../../runtime/ports.ts';
import type { Environment } from '../../config/read-config.ts';
import { secret } from '../../config/secret.ts';
import { createLogger } from '../../process/logger.ts';
import { createEmbed, type EmbeddingSettings } from './create-embed.ts';
import { createVectorOf } from './create-vector-of.ts';
import { createVectorsOf, type VectorsOf } from './create-vectors-of.ts';

/** A provider of embeddings: vectors of phrases for training, and of a message while somebody waits. */
export type Provider = { readonly vectorsOf: VectorsOf; readonly vectorOf: VectorOf; readonly log: Log };

/**
 * @property environment holds the key, in TOUCHPOINT_EMBEDDINGS_KEY or the file that TOUCHPOINT_EMBEDDINGS_KEY_FILE names
 * @property folder where vectors of phrases are kept; `undefined`: nowhere
 */
export type Providing = { readonly environment: Environment; readonly folder: string | undefined };

/** @throws TouchpointError CONFIG_INVALID when the file of the key cannot be read */
export function createProvider(settings: EmbeddingSettings, { environment, folder }: Providing): Provider {
  const embed = createEmbed(settings, secret(environment, 'TOUCHPOINT_EMBEDDINGS_KEY'));
  const log = createLogger(environment);
  const now = () => performance.now();
  return {
    vectorsOf: createVectorsOf({ embed, settings, folder }),
    vectorOf: createVectorOf({ embed, timeoutMs: settings.timeoutMs, log, now }),
    log,
  };
}
