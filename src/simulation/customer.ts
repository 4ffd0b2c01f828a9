/** A customer who wants something: what they want, what they know, how much they bear. None of it is known to the bot. */
import type { Dice } from './create-dice.ts';
import type { HiddenCosts } from './hidden-costs.ts';
import type { Goal, Simulation } from './simulation-schema.ts';

/** Names the customer has values for, such as their order number. */
export type Knows = Readonly<Record<string, string>>;

/**
 * @property patience hidden cost at which they have had enough
 * @property opens their ways to say what they want, in the order they come to mind
 */
export type Customer = {
  readonly id: string;
  readonly goalName: string;
  readonly goal: Goal;
  readonly knows: Knows;
  readonly channel: string;
  readonly language: string;
  readonly patience: number;
  readonly opens: readonly string[];
  readonly wantsPerson: boolean;
  readonly costs: HiddenCosts;
};

export type Drawn = Pick<Customer, 'id' | 'goalName' | 'goal' | 'knows' | 'costs' | 'language'>;

export function createCustomer(simulation: Simulation, drawn: Drawn, dice: Dice): Customer {
  const { people, channels } = simulation;
  return {
    ...drawn,
    channel: dice.weighted(Object.entries(channels)),
    patience: dice.skewed(people.patience, 0.6),
    opens: shuffled(drawn.goal.opens, dice),
    wantsPerson: dice.chance(people.asksForPerson),
  };
}

function shuffled<T>(list: readonly T[], dice: Dice): readonly T[] {
  return list
    .map((one) => ({ one, lot: dice.unit() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ one }) => one);
}
