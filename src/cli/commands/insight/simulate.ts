/**
 * `touchpoint simulate`: customers who know what they want, against the real bot, so that what the report says of them can be held against the truth.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { botOption, jsonOption } from '../../options.ts';
import { renderSimulation } from '../../simulation/figures/render-simulation.ts';
import { simulateBot } from '../../simulation/simulate-bot.ts';

export const command: Command = {
  name: 'simulate',
  summary: 'Lets simulated customers talk with the bot, and holds the report against what became of them',
  arguments: '',
  options: {
    bot: botOption,
    conversations: { type: 'string', takes: 'M', about: 'customers who come, each seed (default: 500)' },
    seed: { type: 'string', takes: 'S', about: 'first seed (default: 1); the same gives the same' },
    seeds: { type: 'string', takes: 'N', about: 'how many seeds, one after the other (default: 1)' },
    data: { type: 'string', takes: 'FILE', about: 'new database to keep it in, for report and /cx (default: memory:)' },
    json: jsonOption,
  },
  run: simulate,
};

async function simulate(called: Called): Promise<number> {
  const seeds = numberOf(called, 'seeds', 1);
  const data = textOf(called, 'data') ?? 'memory:';
  if (seeds > 1 && data !== 'memory:')
    throw new TouchpointError('USAGE', 'simulate: a database holds the customers of one seed', {
      fix: 'leave out --seeds or --data',
    });
  const simulated = await simulateBot({
    folder: textOf(called, 'bot') ?? '.',
    environment: called.environment,
    output: called.output,
    data,
    count: numberOf(called, 'conversations', 500),
    seeds: Array.from({ length: seeds }, (_, index) => numberOf(called, 'seed', 1) + index),
  });
  called.output.out(isSet(called, 'json') ? JSON.stringify(simulated) : renderSimulation(simulated));
  return 0;
}

function numberOf(called: Called, name: string, usual: number): number {
  const text = textOf(called, name);
  if (text === undefined) return usual;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new TouchpointError('USAGE', `simulate: --${name} must be a whole number from 1, not '${text}'`, {
    fix: `write --${name} ${usual}`,
  });
}
