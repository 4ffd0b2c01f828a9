import { createOutside, type Outside, type OutsideParts } from '../../desks/contract/create-outside.ts';
import type { OutsideDesk } from '../../desks/contract/outside-desk.ts';
import { isOpen } from '../../dialogs/step/time/hours.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { cardOf } from '../../reports/desk/card-of.ts';
import type { Config } from '../config/config.ts';
import { hoursOf } from '../config/hours-of.ts';

type Around = Pick<OutsideParts, 'store' | 'clock' | 'wall'> & {
  readonly config: Config;
  readonly measures: Measures;
};

/** A desk outside as the configuration has it; whoever works there works the hours of the business. */
export function outsideOf(desk: OutsideDesk, { config, measures, ...ports }: Around): Outside {
  const hours = hoursOf(config);
  return createOutside({
    ...ports,
    desk,
    patienceMs: toMilliseconds(config.desk.external?.patience ?? '1m'),
    isOpen: (at) => isOpen(hours, at),
    cardOf: (events) => cardOf(measures, events),
  });
}
