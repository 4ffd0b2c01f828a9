import type { Simulated } from '../simulate-bot.ts';
import type { SeedFigures } from './seed-figures.ts';

/** What a simulation found, as lines to read. */
export function renderSimulation({ conversations, overall, seeds, planted }: Simulated): string {
  const { covered, coveredLongRun, containment } = overall;
  return [
    `${seeds.length} ${seeds.length === 1 ? 'seed' : 'seeds'} of ${conversations} customers`,
    ...(planted ? ['Three problems are planted in the bot; --json names them.'] : []),
    '',
    'seed   cases  solved (truth)  report             held  effort ρ  containment (truth)',
    ...seeds.map(row),
    '',
    `Solved: ${percent(overall.trueResolution)} in truth, ${percent(overall.reportedResolution)} by the report; its interval held the truth in ${covered.seeds} of ${covered.of}.`,
    ...(seeds.length === 1
      ? []
      : [`It held what is true over all seeds in ${coveredLongRun.seeds} of ${coveredLongRun.of}.`]),
    `Effort against the hidden cost: ρ ${overall.rho?.toFixed(2) ?? 'not known'}.`,
    `Containment says ${percent(containment.reported)}; solved by the bot alone and at once were ${percent(containment.truth)}.`,
  ].join('\n');
}

function row({ seed, cases, resolution, effort, containment }: SeedFigures): string {
  const { truth, point, low, high, covered } = resolution;
  const interval = `${percent(point)} [${percent(low)}, ${percent(high)}]`;
  const held = covered === null ? '–' : covered ? 'yes' : 'no';
  return [
    String(seed).padEnd(6),
    String(cases).padStart(5),
    percent(truth).padStart(15),
    `  ${interval.padEnd(18)}`,
    held.padEnd(5),
    (effort?.rho.toFixed(2) ?? '–').padStart(8),
    `${percent(containment.reported)} (${percent(containment.truth)})`.padStart(20),
  ]
    .join(' ')
    .trimEnd();
}

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(100 * value)} %`;
}
