import { isOpen } from '../../dialogs/step/time/hours.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { DeskSettings } from '../../web/desk/create-desk.ts';
import type { Config } from './config.ts';
import { hoursOf } from './hours-of.ts';

/** What a configuration says of the desk, as the desk reads it. */
export function deskSettings(config: Config): DeskSettings {
  const { capacity, offer, teams, priorities, dispositions, replies } = config.desk;
  const hours = new Map(Object.entries(teams).map(([team, one]) => [team, hoursOf({ ...config, hours: one.hours })]));
  return {
    policy: {
      capacity: capacity ?? null,
      offerMs: offer === undefined ? null : toMilliseconds(offer),
      teams,
      priorities: priorities.map(({ waited, ...rule }) => ({
        ...rule,
        ...(waited === undefined ? {} : { waitedMs: toMilliseconds(waited) }),
      })),
      isOpen: (team, at) => team === null || isOpen(hours.get(team) ?? null, at),
    },
    dispositions,
    replies,
  };
}
