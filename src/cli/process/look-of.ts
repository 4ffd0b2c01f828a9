import type { Look } from '../../reports/terminal/paint.ts';
import type { Called } from '../command.ts';

const narrowest = 60;
const widest = 100;

/** How wide the terminal is, and whether it takes colours. */
export function lookOf({ environment }: Pick<Called, 'environment'>): Look {
  const width = Math.min(widest, Math.max(narrowest, process.stdout.columns ?? widest));
  return { width, colour: process.stdout.isTTY && !environment['NO_COLOR'] };
}
