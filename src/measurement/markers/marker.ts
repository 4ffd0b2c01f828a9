/**
 * Markers: patterns over the events of a conversation that somebody gave a name, because it tells something to look at. They change no figure.
 */
import type { Event } from '../../events/event.ts';

/**
 * @property about what it tells, for a reader
 * @property line where it stands in its file
 */
export type Marker = {
  readonly name: string;
  readonly about: string | null;
  readonly line: number;
  readonly pattern: Pattern;
};

/**
 * What must happen, ending with one event. Times are in milliseconds; `null`: however long.
 *
 * `event`: this event. `or`: any of them. `and`: one of `all` now and the others before, in any order, and `none` of the others in that time. `sequence`: one
 * after the other; between two of them nothing of what `none` of the first says. `count`: for the n-th time.
 */
export type Pattern =
  | { readonly kind: 'event'; readonly fits: (event: Event) => boolean }
  | { readonly kind: 'or'; readonly any: readonly Pattern[] }
  | {
      readonly kind: 'and';
      readonly all: readonly Pattern[];
      readonly none: readonly Pattern[];
      readonly withinMs: number | null;
    }
  | { readonly kind: 'sequence'; readonly links: readonly Link[]; readonly withinMs: number | null }
  | { readonly kind: 'count'; readonly of: Pattern; readonly times: number; readonly withinMs: number | null };

/** @property none what must not happen before the next one does */
export type Link = { readonly pattern: Pattern; readonly none: readonly Pattern[] };
