/**
 * One seed: customers come over some weeks, talk with the bot's real runtime, leave, come back; people take over; in the end reviewers look at what they
 * are given. What became of each is read from the service's records.
 */

import { toMilliseconds } from '../../files/duration.ts';
import type { Facts } from '../../measurement/facts.ts';
import { storedFacts } from '../../reports/facts/stored-facts.ts';
import { buildReport } from '../../reports/report/build-report.ts';
import type { Report } from '../../reports/report/report.ts';
import { listReviews } from '../../reports/review/list-reviews.ts';
import { createDice } from '../../simulation/create-dice.ts';
import { type Customer, createCustomer } from '../../simulation/customer.ts';
import { drawHiddenCosts } from '../../simulation/hidden-costs.ts';
import type { Simulation } from '../../simulation/simulation-schema.ts';
import { truthOf } from './figures/truth-of.ts';
import type { Contact, Life } from './living/living.ts';
import { talk } from './living/talk.ts';
import { createAgenda } from './world/create-agenda.ts';
import { createTeam } from './world/create-team.ts';
import { openWorld, type Setting, type World } from './world/open-world.ts';
import { readRecords } from './world/read-records.ts';

/** @property customers whose goal was reached, and what it cost them, by the id of each of their conversations */
export type SeedRun = {
  readonly seed: number;
  readonly report: Report;
  readonly facts: readonly Facts[];
  readonly lives: readonly Life[];
};

export type SeedSetting = Pick<Setting, 'bot' | 'understand' | 'measures' | 'data'> & {
  readonly simulation: Simulation;
  readonly serviceUrl: string;
  readonly seed: number;
  readonly count: number;
};

/** When every world begins: a Monday. */
const startsAt = Date.parse('2026-03-02T00:00:00Z');
/** Until the last case is final: what may be verified within 14 days, and the seven in which customers come back. */
const afterwardsMs = 24 * 86_400_000;

export async function runSeed(setting: SeedSetting): Promise<SeedRun> {
  const { simulation, seed, bot } = setting;
  const draw = await readRecords(setting.serviceUrl, simulation.service, { seed, at: startsAt });
  const agenda = createAgenda();
  const heard = new Map<string, Contact>();
  const team = createTeam({ simulation, agenda, zone: bot.config.zone, dice: createDice(seed, 2) });
  const world = await openWorld({
    ...setting,
    channels: Object.keys(simulation.channels),
    startsAt,
    dice: createDice(seed, 1),
    staffing: team.staffing,
    onEvents: (conversation, events) => {
      heard.get(conversation)?.hear(events);
      team.see(conversation, events);
    },
  });
  try {
    team.join(world);
    const lives = comers(setting, draw).map(({ customer, at }) =>
      talk({ simulation, world, agenda, heard, team, seed }, customer, at),
    );
    await agenda.run(world, startsAt + toMilliseconds(simulation.span) + afterwardsMs);
    await world.projector.catchUp();
    return await judged(
      setting,
      world,
      lives.map((life) => life()),
    );
  } finally {
    await world.close();
  }
}

type Comer = { readonly customer: Customer; readonly at: number };

/** Customers and when they come first; by day more than by night. */
function comers(
  { simulation, seed, count }: SeedSetting,
  draw: Awaited<ReturnType<typeof readRecords>>,
): readonly Comer[] {
  const costs = drawHiddenCosts(createDice(seed, 3));
  const goals = Object.entries(simulation.goals);
  const days = Math.max(1, Math.round(toMilliseconds(simulation.span) / 86_400_000));
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const dice = createDice(seed, 4, index);
    const [goalName, goal] = dice.weighted(goals.map((one) => [one, one[1].often] as const));
    const knows = draw(goal, dice);
    if (!knows) return [];
    const customer = createCustomer(
      simulation,
      { id: `customer-${seed}-${index}`, goalName, goal, knows, costs },
      dice,
    );
    const hour = dice.chance(0.85) ? dice.between(7, 20) : dice.between(0, 24);
    const at = startsAt + Math.floor(dice.unit() * days) * 86_400_000 + Math.round(hour * 3_600_000);
    return [{ customer, at }];
  });
}

/** Reviewers look at the cases drawn for them, and find the truth. */
async function judged({ bot, measures, seed }: SeedSetting, world: World, lives: readonly Life[]): Promise<SeedRun> {
  const { store, runtime, projector, clock } = world;
  const query = { from: null, to: null, zone: bot.config.zone, asOf: clock.now(), filters: {}, by: null, seed: 1 };
  const truth = truthOf(lives);
  const { items } = await listReviews(store, query);
  const byCase = new Map((await allFacts(world)).map((one) => [one.case, one]));
  for (const { case: id, sample } of items) {
    const facts = byCase.get(id);
    if (sample !== 'assumed' || !facts) continue;
    await runtime.judge({
      conversation: facts.conversation,
      case: id,
      sample,
      value: truth(facts),
      reviewer: 'simulation',
    });
  }
  await runtime.settle();
  await projector.catchUp();
  const facts = await allFacts(world);
  return { seed, report: buildReport(facts, query, measures), facts, lives };
}

async function allFacts({ store }: World): Promise<readonly Facts[]> {
  const all: Facts[] = [];
  for await (const one of storedFacts(store, {})) all.push(one);
  return all;
}
