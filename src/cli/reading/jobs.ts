/**
 * What is read beside the turns, by name: each job reads a store and gives text. What it is given and gives crosses threads, so it is plain data.
 */
import type { Instant } from '../../events/instant.ts';
import type { Store } from '../../runtime/ports.ts';
import type { Flags } from '../report-flags.ts';
import { hoursJson, reportJson } from '../report-json.ts';

/** All that jobs ask of a store. */
export type ReadStore = Pick<Store, 'facts' | 'hours'>;

/** @property zone the business's time zone */
export type Input = { readonly flags: Flags; readonly zone: string };

export type Job = { readonly name: 'report' | 'hours'; readonly input: Input };

/** @param now the product's time as the job begins */
export function runJob(store: ReadStore, { name, input }: Job, now: Instant): Promise<string> {
  const asked = { store, config: input, clock: { now: () => now }, flags: input.flags };
  switch (name) {
    case 'report':
      return reportJson(asked);
    case 'hours':
      return hoursJson(asked);
  }
}
