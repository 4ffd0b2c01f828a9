/** A customer's life with the bot: their contacts one after the other, until they have what they came for or have had enough. */
import { createDice } from '../../../simulation/create-dice.ts';
import type { Customer } from '../../../simulation/customer.ts';
import { fresh } from '../../../simulation/mood.ts';
import { createContact } from './create-contact.ts';
import { feel, type Life, type Living, type Stage } from './living.ts';
import { hasReached, solve } from './records.ts';

export type Coming = { readonly at: number; readonly channel: string };

const mostContacts = 3;
const hourMs = 3_600_000;

/** @returns to be called in the end: what became of them */
export function talk(stage: Stage, customer: Customer, firstAt: number): () => Life {
  const dice = createDice(stage.seed, 5, Number(customer.id.split('-').at(-1)));
  const living: Living = { customer, dice, conversations: [], spent: [], mood: fresh, reachedIn: null };
  begin(stage, living, { at: firstAt, channel: customer.channel });
  return () => ({
    customer,
    conversations: living.conversations,
    reachedIn: living.reachedIn,
    cost: living.mood.cost,
    spent: living.spent,
  });
}

function begin(stage: Stage, living: Living, { at, channel }: Coming): void {
  const { customer, mood, conversations } = living;
  const index = conversations.length;
  const conversation = `${customer.id}-${index}`;
  conversations.push(conversation);
  living.mood = { ...fresh, cost: mood.cost, opened: mood.opened % customer.opens.length };
  const over = (): Promise<void> => leave(stage, living, { index, channel });
  const contact = createContact(stage, living, { conversation, channel, over });
  stage.heard.set(conversation, contact);
  stage.team.expect(conversation, () => solve(stage.world, living));
  stage.agenda.add(at, contact.open);
}

type Left = { readonly index: number; readonly channel: string };

async function leave(stage: Stage, living: Living, left: Left): Promise<void> {
  const { agenda, world, simulation } = stage;
  await look(stage, living, left);
  const isMailed = living.mood.isPromised && living.dice.chance(simulation.staff.mails);
  if (!isMailed) return comeBack(stage, living, left);
  agenda.add(world.clock.now() + living.dice.between(4, 20) * hourMs, async () => {
    await solve(world, living);
    await look(stage, living, left);
    comeBack(stage, living, left);
  });
}

async function look({ world }: Stage, living: Living, { index }: Left): Promise<void> {
  if (await hasReached(world, living)) living.reachedIn ??= index;
}

function comeBack(stage: Stage, living: Living, { channel }: Left): void {
  const { customer, dice, conversations } = living;
  const { people, channels } = stage.simulation;
  if (living.reachedIn !== null || conversations.length >= mostContacts || !dice.chance(people.returns)) return;
  const where = { conversation: conversations.at(-1) ?? '', at: stage.world.clock.now() };
  feel(living, { ...living.mood, cost: living.mood.cost + customer.costs.cameBack }, where);
  const others = Object.keys(channels).filter((name) => name !== channel);
  const next = others.length > 0 && dice.chance(people.switches) ? dice.pick(others) : channel;
  begin(stage, living, { at: stage.world.clock.now() + dice.between(1, 60) * hourMs, channel: next });
}
