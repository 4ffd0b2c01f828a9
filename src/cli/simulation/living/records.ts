/** What the business's records say of a customer's goal, and what people enter there. */
import { fill } from '../../../simulation/fill.ts';
import type { World } from '../world/open-world.ts';
import type { Living } from './living.ts';

/** Whether the customer has what they came for; where a goal is only to be told something, whether they have read it. */
export async function hasReached(world: Pick<World, 'act'>, living: Living): Promise<boolean> {
  const { reached } = living.customer.goal;
  if (reached === 'told') return living.mood.believes;
  return (await world.act(reached.action, filled(living, reached.with))) === true;
}

/** Does by hand what the business can do for the customer; whether it could. */
export async function solve(world: Pick<World, 'act'>, living: Living): Promise<boolean> {
  const { agent, reached } = living.customer.goal;
  const isDone =
    reached === 'told' ||
    (agent !== undefined && (await world.act(agent.action, filled(living, agent.with))) !== undefined);
  if (isDone) living.mood = { ...living.mood, believes: true };
  return isDone;
}

function filled({ customer }: Living, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, customer.knows)]));
}
