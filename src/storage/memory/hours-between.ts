import type { Store } from '../../runtime/ports.ts';
import type { RollupPlace } from '../codec/rollup-changes.ts';
import type { Tables } from './tables.ts';

type Range = Parameters<Store['hours']>[0];

/** The rollups of a range, added up by hour. */
export function hoursBetween({ rollups }: Tables, range: Range): Awaited<ReturnType<Store['hours']>> {
  const hours = new Map<number, Map<string, number>>();
  for (const { place, n } of rollups.values()) {
    if (!isWithin(place, range)) continue;
    const [hour, , , , , cell] = place;
    const cells = hours.get(hour) ?? new Map<string, number>();
    hours.set(hour, cells.set(cell, (cells.get(cell) ?? 0) + n));
  }
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([hour, cells]) => ({ hour, cells: Object.fromEntries([...cells].sort(([a], [b]) => (a < b ? -1 : 1))) }));
}

function isWithin(
  [hour, ...properties]: RollupPlace,
  { from = 0, to = Number.POSITIVE_INFINITY, only }: Range,
): boolean {
  const wanted = [only.touchpoint, only.dialog, only.intent, only.version];
  const isAsked = wanted.every((value, index) => value === undefined || value === properties[index]);
  return isAsked && hour >= from && hour < to;
}
