import type { VectorOf } from '../../../intents/create-understand.ts';
import { hidePaymentNumbers } from '../../../languages/secrets/find-payment-numbers.ts';
import type { Log } from '../../../runtime/ports.ts';
import type { Embed } from './create-embed.ts';

/** @property now milliseconds since any moment, which never go back */
export type Asking = {
  readonly embed: Embed;
  readonly timeoutMs: number;
  readonly log: Log;
  readonly now: () => number;
};

/** So long nobody waits for a provider that has just failed. */
const restMs = 10_000;

/**
 * The vector of a customer's message, in which card and account numbers are dots. A provider that fails or is slow costs one message the time it may take; for
 * ten seconds after that none waits for it.
 */
export function createVectorOf({ embed, timeoutMs, log, now }: Asking): VectorOf {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return async (text) => {
    if (text.trim() === '' || now() < restsUntil) return undefined;
    try {
      const [vector] = await embed([hidePaymentNumbers(text)], AbortSignal.timeout(timeoutMs));
      return vector;
    } catch (error) {
      if (now() >= restsUntil) log.warn({ error }, 'messages are understood by their words alone for ten seconds');
      restsUntil = now() + restMs;
      return undefined;
    }
  };
}
