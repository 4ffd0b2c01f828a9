import type { Hours, Stretch } from '../../dialogs/program.ts';
import type { Config } from './config.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The opening hours of a configuration as the program reads them; `null` where it says nothing. */
export function hoursOf({ hours, zone }: Pick<Config, 'zone'> & { readonly hours?: Config['hours'] }): Hours | null {
  if (!hours) return null;
  return {
    zone: hours.zone ?? zone,
    week: days.map((day) => [hours[day] ?? []].flat().map(stretchOf)),
    holidays: hours.holidays,
  };
}

/** A stretch of a day, as `21:00-08:00`. */
export function stretchOf(text: string): Stretch {
  const [from = 0, to = 0] = text.split('-').map(minutes);
  return { from, to };
}

function minutes(text: string): number {
  const [hours = 0, rest = 0] = text.trim().split(':').map(Number);
  return hours * 60 + rest;
}
