import type { Event } from '../../../events/event.ts';
import type { Dice } from '../../../simulation/create-dice.ts';
import type { Customer } from '../../../simulation/customer.ts';
import type { Mood } from '../../../simulation/mood.ts';
import type { Simulation } from '../../../simulation/simulation-schema.ts';
import type { Agenda } from '../world/create-agenda.ts';
import type { Team } from '../world/create-team.ts';
import type { World } from '../world/open-world.ts';

/**
 * What became of a customer.
 *
 * @property reachedIn number of the contact, from 0, after which the records showed the goal; `null`: never
 * @property cost what all their contacts really cost them
 */
export type Life = {
  readonly customer: Customer;
  readonly conversations: readonly string[];
  readonly reachedIn: number | null;
  readonly cost: number;
  readonly spent: readonly Spent[];
};

/** What something cost a customer, where and when. Having to come back is spent in the conversation that made it necessary. */
export type Spent = { readonly conversation: string; readonly at: number; readonly cost: number };

/** A customer while they live: `mood` and `reachedIn` change. */
export type Living = {
  readonly customer: Customer;
  readonly dice: Dice;
  readonly conversations: string[];
  readonly spent: Spent[];
  mood: Mood;
  reachedIn: number | null;
};

/** How a customer feels after something, which may have cost them. */
export function feel(living: Living, mood: Mood, where: Pick<Spent, 'conversation' | 'at'>): void {
  const cost = mood.cost - living.mood.cost;
  if (cost > 0) living.spent.push({ ...where, cost });
  living.mood = mood;
}

/** One conversation, as the customer has it before them. */
export type Contact = { hear(events: readonly Event[]): void; open(): Promise<void> };

/** Where all of it happens. */
export type Stage = {
  readonly simulation: Simulation;
  readonly world: World;
  readonly agenda: Agenda;
  readonly heard: Map<string, Contact>;
  readonly team: Team;
  readonly seed: number;
};
