/** Worlds in which a bot looks better than it is, when one only counts who was kept away from people. */
import type { Simulation } from './simulation-schema.ts';

/**
 * `silent-leavers`: who has had enough goes without a word, and does not come back. `other-channel`: they come back on another channel. `hidden-human`:
 * they ask for a person, and none is ever there, nor answers later.
 */
export const worlds = ['silent-leavers', 'other-channel', 'hidden-human'] as const;
export type PlantedWorld = (typeof worlds)[number];

type Changes = Pick<Partial<Simulation>, 'staff'> & { readonly people: Partial<Simulation['people']> };

const impatient = { patience: 1.5, thanks: 0 };
/** A day has no such hours. */
const never = { from: 24, to: 0, wait: '90s', solves: 0, mails: 0 };

const changes: Readonly<Record<PlantedWorld, Changes>> = {
  'silent-leavers': { people: { ...impatient, asksForPerson: 0, returns: 0 } },
  'other-channel': { people: { ...impatient, asksForPerson: 0, returns: 1, switches: 1 } },
  'hidden-human': { people: { ...impatient, asksForPerson: 1, returns: 0 }, staff: never },
};

/** The same customers in a world that is planted; as they are where none is. */
export function inWorld(simulation: Simulation, world: PlantedWorld | undefined): Simulation {
  if (world === undefined) return simulation;
  const { people, ...rest } = changes[world];
  return { ...simulation, ...rest, people: { ...simulation.people, ...people } };
}
