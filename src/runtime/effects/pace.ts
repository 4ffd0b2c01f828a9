/**
 * Keeps what goes out within the rates of a provider, so that it need not refuse. Each rate is a time up to which it is used (the generic cell rate
 * algorithm, ITU-T I.371): a message uses one interval of it, and may go once all but a burst is over. In memory; a process knows its own messages only.
 */
import type { Instant } from '../../events/instant.ts';
import type { Rate, Rates } from '../ports/delivery.ts';

/** Where a message goes. `rates`: of its channel; without any it goes at once. */
export type Paced = { readonly channel: string; readonly address: string; readonly rates: Rates | undefined };

export type Pace = {
  /** Takes the place of one message: 0 when it may go now, else the milliseconds after which to ask again, and nothing is taken. */
  take(message: Paced, now: Instant): number;
  /** Notes one more that went with it: a message that had to be cut. */
  add(message: Paced, now: Instant): void;
};

/** Addresses that are remembered; those whose time is over are forgotten first. */
const mostKnown = 10_000;

export function createPace(): Pace {
  const usedUntil = new Map<string, number>();

  function waitOf({ key, rate }: Keyed, now: Instant): number {
    return Math.max(0, (usedUntil.get(key) ?? 0) - (rate.burst - 1) * intervalOf(rate) - now);
  }

  function use({ key, rate }: Keyed, now: Instant): void {
    const until = Math.max(usedUntil.get(key) ?? 0, now) + intervalOf(rate);
    usedUntil.delete(key);
    usedUntil.set(key, until);
  }

  function add(message: Paced, now: Instant): void {
    for (const keyed of keysOf(message)) use(keyed, now);
    if (usedUntil.size > mostKnown) for (const [key, until] of usedUntil) if (until <= now) usedUntil.delete(key);
  }

  return {
    add,
    take(message, now) {
      const wait = Math.max(0, ...keysOf(message).map((keyed) => waitOf(keyed, now)));
      if (wait === 0) add(message, now);
      return Math.ceil(wait);
    },
  };
}

type Keyed = { readonly key: string; readonly rate: Rate };

function keysOf({ channel, address, rates }: Paced): readonly Keyed[] {
  if (!rates) return [];
  return [
    { key: channel, rate: rates.perSecond },
    { key: JSON.stringify([channel, address]), rate: rates.perAddress },
  ];
}

function intervalOf({ perSecond }: Rate): number {
  return 1_000 / perSecond;
}
