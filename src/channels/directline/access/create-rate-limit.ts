import type { Clock } from '../../../runtime/ports.ts';

/** How often something may be done: `burst` at once, then `perMinute` spread evenly. */
export type Rate = { readonly burst: number; readonly perMinute: number };

/** Takes one; 0 when allowed, else the seconds until the next is. */
export type RateLimit = {
  (key: string): number;
  /** Gives one back that should not have counted. */
  giveBack(key: string): void;
};

type Bucket = { tokens: number; at: number };

/**
 * A token bucket per key, in memory. At most `maxKeys` are remembered; the one that was quiet longest is forgotten first, which can only
 * be to its advantage.
 */
export function createRateLimit(rate: Rate, clock: Clock, maxKeys = 10_000): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = rate.perMinute / 60_000;
  const take = (key: string): number => {
    const now = clock.now();
    const known = buckets.get(key) ?? { tokens: rate.burst, at: now };
    const tokens = Math.min(rate.burst, known.tokens + Math.max(0, now - known.at) * perMs);
    const left = tokens >= 1 ? tokens - 1 : tokens;
    buckets.delete(key);
    buckets.set(key, { tokens: left, at: now });
    if (buckets.size > maxKeys) forgetQuietest(buckets);
    return tokens >= 1 ? 0 : (1 - tokens) / perMs / 1000;
  };
  return Object.assign(take, {
    giveBack(key: string) {
      const known = buckets.get(key);
      if (known) known.tokens = Math.min(rate.burst, known.tokens + 1);
    },
  });
}

function forgetQuietest(buckets: Map<string, Bucket>): void {
  const first = buckets.keys().next();
  if (!first.done) buckets.delete(first.value);
}
