import type { Event } from '../../events/event.ts';
import type { Marker } from './marker.ts';
import { type Watch, watch } from './watch.ts';

/** A marker was complete with this event. */
export type Hit = { readonly marker: Marker; readonly event: Event };

/** Takes the events of one conversation, in order, each once; gives what is complete with it. */
export type Matcher = (event: Event) => readonly Hit[];

/** A hit uses up what led to it: the next one begins after it. */
export function createMatcher(markers: readonly Marker[]): Matcher {
  const watches = markers.map((marker): { readonly marker: Marker; watch: Watch } => ({
    marker,
    watch: watch(marker.pattern),
  }));
  return (event) =>
    watches.flatMap((one) => {
      if (!one.watch(event)) return [];
      one.watch = watch(one.marker.pattern);
      return [{ marker: one.marker, event }];
    });
}

/** All hits in the events of one conversation, in order. */
export function hitsIn(markers: readonly Marker[], events: Iterable<Event>): readonly Hit[] {
  const matcher = createMatcher(markers);
  const hits: Hit[] = [];
  for (const event of events) hits.push(...matcher(event));
  return hits;
}
