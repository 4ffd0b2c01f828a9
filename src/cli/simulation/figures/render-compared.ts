import type { PairedDifference, RunsCompared } from './compare-runs.ts';

/** What a comparison of two bots found, as lines to read. */
export function renderCompared({ cost, solved, isWorse }: RunsCompared): string {
  return [
    `The same customers, new bot less old (n = ${cost?.n ?? 0}):`,
    `  hidden cost of a customer  ${worded(cost, 1)}`,
    `  customers solved, in %     ${worded(solved, 100)}`,
    isWorse ? 'The new bot is worse for customers.' : 'Nothing says that the new bot is worse for customers.',
  ].join('\n');
}

function worded(difference: PairedDifference, scale: number): string {
  if (!difference) return 'too few customers';
  const [value, low, high] = [difference.value, difference.low, difference.high].map((one) => (one * scale).toFixed(2));
  return `${value} [${low}, ${high}]`;
}
