/**
 * `touchpoint simulate`: customers who know what they want, against the real bot, so that what the report says of them can be held against the truth.
 */

import { nearest } from '../../../errors/nearest.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type PlantedWorld, worlds } from '../../../simulation/worlds.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { botOption, jsonOption } from '../../options.ts';
import { compareRuns } from '../../simulation/figures/compare-runs.ts';
import { renderCompared } from '../../simulation/figures/render-compared.ts';
import { renderSimulation } from '../../simulation/figures/render-simulation.ts';
import { runBot, type Simulating, simulateBot } from '../../simulation/simulate-bot.ts';

export const command: Command = {
  name: 'simulate',
  summary: 'Lets simulated customers talk with the bot, and holds the report against what became of them',
  arguments: 'NEW',
  options: {
    bot: botOption,
    conversations: { type: 'string', takes: 'M', about: 'customers who come, each seed (default: 500)' },
    seed: { type: 'string', takes: 'S', about: 'first seed (default: 1); the same gives the same' },
    seeds: { type: 'string', takes: 'N', about: 'how many seeds, one after the other (default: 1)' },
    world: { type: 'string', takes: 'NAME', about: `a planted world: ${worlds.join(', ')}` },
    plant: {
      type: 'string',
      takes: 'SEED',
      about: 'plants three problems in the bot, by lot: to try whether the report shows them; --json names them',
    },
    compare: {
      type: 'string',
      takes: 'OLD',
      about: 'this bot and the bot NEW before the same customers; exit 1 where NEW is worse',
    },
    data: { type: 'string', takes: 'FILE', about: 'new database to keep it in, for report and /cx (default: memory:)' },
    json: jsonOption,
  },
  run: simulate,
};

async function simulate(called: Called): Promise<number> {
  const asked = askedOf(called);
  const old = textOf(called, 'compare');
  if (old !== undefined) return compare(called, asked, { old, young: called.positionals[0] });
  const simulated = await simulateBot(asked);
  called.output.out(isSet(called, 'json') ? JSON.stringify(simulated) : renderSimulation(simulated));
  return 0;
}

function askedOf(called: Called): Simulating {
  const seeds = numberOf(called, 'seeds', 1);
  const first = numberOf(called, 'seed', 1);
  const data = textOf(called, 'data') ?? 'memory:';
  const isOneWorld = seeds === 1 && textOf(called, 'compare') === undefined;
  if (data !== 'memory:' && !isOneWorld)
    throw new TouchpointError('USAGE', 'simulate: a database holds the customers of one seed and one bot', {
      fix: 'leave out --data, or --seeds and --compare',
    });
  return {
    folder: textOf(called, 'bot') ?? '.',
    environment: called.environment,
    output: called.output,
    data,
    count: numberOf(called, 'conversations', 500),
    seeds: Array.from({ length: seeds }, (_, index) => first + index),
    world: worldOf(textOf(called, 'world')),
    plant: textOf(called, 'plant') === undefined ? undefined : numberOf(called, 'plant', 1),
  };
}

type Bots = { readonly old: string; readonly young: string | undefined };

async function compare(called: Called, asked: Simulating, { old, young }: Bots): Promise<number> {
  if (young === undefined)
    throw new TouchpointError('USAGE', 'simulate: --compare needs two bots', {
      fix: 'touchpoint simulate --compare OLD NEW, both folders',
    });
  const before = await runBot({ ...asked, folder: old });
  const after = await runBot({ ...asked, folder: young, simulated: old });
  const compared = compareRuns(before, after);
  const { count, seeds } = asked;
  const told = { schema: 'simulate-compare/1', old, new: young, conversations: count, seeds, ...compared };
  called.output.out(isSet(called, 'json') ? JSON.stringify(told) : renderCompared(compared));
  return compared.isWorse ? 1 : 0;
}

function worldOf(name: string | undefined): PlantedWorld | undefined {
  const found = worlds.find((world) => world === name);
  if (name === undefined || found) return found;
  const near = nearest(name, worlds);
  throw new TouchpointError('USAGE', `simulate: there is no world '${name}'`, {
    fix: near ? `did you mean '${near}'?` : `use one of: ${worlds.join(', ')}`,
  });
}

function numberOf(called: Called, name: string, usual: number): number {
  const text = textOf(called, name);
  if (text === undefined) return usual;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new TouchpointError('USAGE', `simulate: --${name} must be a whole number from 1, not '${text}'`, {
    fix: `write --${name} ${usual}`,
  });
}
