/** Problems planted in a bot, so that it can be tried whether a report shows them to somebody who does not know them. */
import { createDice } from './create-dice.ts';
import type { Simulation } from './simulation-schema.ts';

/**
 * @property broken an action that fails where this dialog asks for it on this channel
 * @property misheard an intent that is taken for another in this language, however it is put
 * @property slow a team that takes much longer on one day of the week; 0 is Monday
 */
export type Plants = {
  readonly broken: { readonly dialog: string; readonly action: string; readonly channel: string };
  readonly misheard: { readonly intent: string; readonly as: string; readonly language: string };
  readonly slow: { readonly team: string; readonly weekday: number };
};

/** Three problems by lot. RangeError where `plants` of the simulation leaves one of them without a choice. */
export function drawPlants({ plants, channels, languages }: Simulation, base: string, seed: number): Plants {
  const dice = createDice(seed, 7);
  return {
    broken: { ...dice.pick(plants.broken), channel: dice.pick(Object.keys(channels)) },
    misheard: { ...dice.pick(plants.misheard), language: dice.pick([...new Set([base, ...Object.keys(languages)])]) },
    slow: { team: dice.pick(plants.slow), weekday: Math.floor(dice.unit() * 5) },
  };
}
