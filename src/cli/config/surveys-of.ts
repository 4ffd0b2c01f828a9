import type { Surveys } from '../../dialogs/program.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { Config } from './config.ts';

/** How a configuration has customers asked, as the program reads it; `null` where it says nothing. */
export function surveysOf({ surveys }: Pick<Config, 'surveys'>): Surveys | null {
  if (!surveys) return null;
  const { rate, items, most, after, late, links, cap, nps } = surveys;
  return {
    rate,
    items,
    most,
    soonMs: toMilliseconds(after),
    lateMs: toMilliseconds(late),
    linkMs: links === undefined ? null : toMilliseconds(links),
    capMs: toMilliseconds(cap),
    npsRate: nps,
  };
}
