/**
 * What markers mean, said as plainly as it can be: by looking back over all events again for each one. For comparing; far too slow for use.
 */
import type { Event } from '../../../src/events/event.ts';
import type { Pattern } from '../../../src/measurement/markers/marker.ts';

/** Indexes of the events with which the pattern is complete; each hit uses up what led to it. */
export function naiveHits(pattern: Pattern, events: readonly Event[]): readonly number[] {
  const hits: number[] = [];
  let from = 0;
  for (let i = 0; i < events.length; i++) {
    if (!holds(pattern, events.slice(from, i + 1))) continue;
    hits.push(i);
    from = i + 1;
  }
  return hits;
}

/** Whether the pattern is complete with the last of the events. */
function holds(pattern: Pattern, events: readonly Event[]): boolean {
  const now = events.at(-1);
  if (!now) return false;
  const heldAt = (one: Pattern): readonly number[] =>
    events.flatMap((_, i) => (holds(one, events.slice(0, i + 1)) ? [i] : []));
  const timeOf = (index: number): number => events[index]?.at ?? Number.NaN;
  const last = events.length - 1;
  switch (pattern.kind) {
    case 'event':
      return pattern.fits(now);
    case 'or':
      return pattern.any.some((one) => holds(one, events));
    case 'and': {
      const isNear = (index: number) => pattern.withinMs === null || now.at - timeOf(index) <= pattern.withinMs;
      const near = (one: Pattern) => heldAt(one).filter(isNear);
      const isNow = pattern.all.some((one) => holds(one, events));
      return (
        isNow && pattern.all.every((one) => near(one).length > 0) && pattern.none.every((one) => near(one).length === 0)
      );
    }
    case 'count': {
      const held = heldAt(pattern.of);
      const first = held.at(-pattern.times);
      return (
        held.includes(last) &&
        first !== undefined &&
        held.length >= pattern.times &&
        isWithin(now.at - timeOf(first), pattern.withinMs)
      );
    }
    case 'sequence':
      return ways(pattern, events).some(
        (way) => way.at(-1) === last && isWithin(now.at - timeOf(way[0] ?? 0), pattern.withinMs),
      );
  }
}

function isWithin(tookMs: number, withinMs: number | null): boolean {
  return withinMs === null || tookMs <= withinMs;
}

/** Every way to find the links one after the other, with nothing in between that must not be. */
function ways(
  { links }: Extract<Pattern, { kind: 'sequence' }>,
  events: readonly Event[],
): readonly (readonly number[])[] {
  return links.reduce<readonly (readonly number[])[]>(
    (before, { pattern }, link) =>
      before.flatMap((way) =>
        events.flatMap((_, i) => {
          const previous = way.at(-1);
          if (!holds(pattern, events.slice(0, i + 1)) || (previous !== undefined && i <= previous)) return [];
          const none = link === 0 ? [] : (links[link - 1]?.none ?? []);
          const isBroken = none.some((one) =>
            events.some(
              (__, j) => previous !== undefined && j > previous && j < i && holds(one, events.slice(0, j + 1)),
            ),
          );
          return isBroken ? [] : [[...way, i]];
        }),
      ),
    [[]],
  );
}
