/**
 * One world: customers come over some weeks, talk with the bot's real runtime, leave, come back; people take over. What became of each is read from the
 * service's records.
 */
import { toMilliseconds } from '../../../files/duration.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { storedFacts } from '../../../reports/facts/stored-facts.ts';
import type { Store } from '../../../runtime/ports.ts';
import { createDice } from '../../../simulation/create-dice.ts';
import { type Customer, createCustomer } from '../../../simulation/customer.ts';
import type { Plants } from '../../../simulation/draw-plants.ts';
import { drawHiddenCosts } from '../../../simulation/hidden-costs.ts';
import type { Simulation } from '../../../simulation/simulation-schema.ts';
import type { Lived, Verdict, WorldTask } from '../lanes/lane.ts';
import type { RunningService } from '../lanes/prepare.ts';
import type { Contact } from '../living/living.ts';
import { talk } from '../living/talk.ts';
import { createAgenda } from './create-agenda.ts';
import { createTeam } from './create-team.ts';
import { openWorld, type Setting, type World } from './open-world.ts';
import { plant } from './plant.ts';
import { type DrawRecord, readRecords } from './read-records.ts';

export type WorldSetting = Pick<Setting, 'bot' | 'understand' | 'measures' | 'store'> & {
  readonly simulation: Simulation;
  readonly inLanguages: ReadonlyMap<string, Simulation>;
  readonly plants: Plants | undefined;
  readonly service: RunningService;
};

/** When every world begins: a Monday. */
const startsAt = Date.parse('2026-03-02T00:00:00Z');
/** Until the last case is final: what may be verified within 14 days, and the seven in which customers come back. */
const afterwardsMs = 24 * 86_400_000;

/** When a world is over. */
export function endsAt({ span }: Simulation): number {
  return startsAt + toMilliseconds(span) + afterwardsMs;
}

export async function liveWorld(setting: WorldSetting, task: WorldTask): Promise<Lived> {
  const { simulation, bot, service, plants } = setting;
  const { seed, world: number } = task;
  const draw = await readRecords(service, simulation.service, { seed: seed + 1_000_000 * number, at: startsAt });
  const agenda = createAgenda();
  const heard = new Map<string, Contact>();
  const team = createTeam({
    simulation,
    agenda,
    zone: bot.config.zone,
    slow: plants?.slow,
    dice: createDice(seed, 2, number),
  });
  const planted = plant({ understand: setting.understand, runAction: bot.actions.run }, plants);
  const world = await openWorld({
    ...setting,
    ...planted,
    channels: Object.keys(simulation.channels),
    startsAt,
    name: `${seed}.${number}`,
    dice: createDice(seed, 1, number),
    staffing: team.staffing,
    onEvents: (conversation, events) => {
      planted.see(conversation, events);
      heard.get(conversation)?.hear(events);
      team.see(conversation, events);
    },
  });
  try {
    team.join(world);
    const living = comers(setting, task, draw).map(({ customer, at, simulation: theirs }) =>
      talk({ simulation: theirs, world, agenda, heard, team, seed }, customer, at),
    );
    await agenda.run(world, endsAt(simulation));
    await world.projector.catchUp();
    const lives = living.map((life) => life());
    return { lives, facts: await factsOf(setting.store, task) };
  } finally {
    await world.close();
  }
}

/** Reviewers enter what they found, when the world is over. @returns the facts with that */
export async function judgeWorld(
  setting: WorldSetting,
  task: WorldTask,
  verdicts: readonly Verdict[],
): Promise<readonly Facts[]> {
  const { seed, world: number } = task;
  const world: World = await openWorld({
    ...setting,
    channels: Object.keys(setting.simulation.channels),
    runAction: setting.bot.actions.run,
    startsAt: endsAt(setting.simulation),
    name: `${seed}.${number}.review`,
    dice: createDice(seed, 6, number),
    staffing: () => ({}),
    onEvents: () => {},
  });
  try {
    for (const verdict of verdicts)
      await world.runtime.judge({ ...verdict, sample: 'assumed', reviewer: 'simulation' });
    await world.runtime.settle();
    await world.projector.catchUp();
    return await factsOf(setting.store, task);
  } finally {
    await world.close();
  }
}

/** @property simulation in their language */
type Comer = { readonly customer: Customer; readonly at: number; readonly simulation: Simulation };

/** Customers and when they come first; by day more than by night. */
function comers(
  { simulation, inLanguages }: WorldSetting,
  { seed, from, count }: WorldTask,
  draw: DrawRecord,
): readonly Comer[] {
  const costs = drawHiddenCosts(createDice(seed, 3));
  const languages = [...inLanguages].map(([name, of]) => [{ name, of }, simulation.languages[name] ?? 1] as const);
  const days = Math.max(1, Math.round(toMilliseconds(simulation.span) / 86_400_000));
  return Array.from({ length: count }, (_, index) => from + index).flatMap((index) => {
    const dice = createDice(seed, 4, index);
    const language = dice.weighted(languages);
    const goals = Object.entries(language.of.goals);
    const [goalName, goal] = dice.weighted(goals.map((one) => [one, one[1].often] as const));
    const knows = draw(goal, dice);
    if (!knows) return [];
    const id = `customer-${seed}-${index}`;
    const drawn = { id, goalName, goal, knows, costs, language: language.name };
    const customer = createCustomer(simulation, drawn, dice);
    const hour = dice.chance(0.85) ? dice.between(7, 20) : dice.between(0, 24);
    const at = startsAt + Math.floor(dice.unit() * days) * 86_400_000 + Math.round(hour * 3_600_000);
    return [{ customer, at, simulation: language.of }];
  });
}

/** Of this world's customers: other worlds may be kept in the same database. */
async function factsOf(store: Store, { seed, from, count }: WorldTask): Promise<readonly Facts[]> {
  const own = new Set(Array.from({ length: count }, (_, index) => `customer-${seed}-${from + index}`));
  const all: Facts[] = [];
  for await (const one of storedFacts(store, {})) if (own.has(one.customer)) all.push(one);
  return all;
}
