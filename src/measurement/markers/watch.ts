/**
 * Watches events go by, one after the other, and says when a pattern is complete. What it must remember does not grow with the conversation.
 */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Link, Pattern } from './marker.ts';

/** @returns whether the pattern is complete with this event */
export type Watch = (event: Event) => boolean;

/** A watch that has seen nothing. */
export function watch(pattern: Pattern): Watch {
  switch (pattern.kind) {
    case 'event':
      return pattern.fits;
    case 'or':
      return watchAny(pattern.any);
    case 'and':
      return watchAll(pattern);
    case 'sequence':
      return watchSequence(pattern);
    case 'count':
      return watchCount(pattern);
  }
}

const never = Number.NEGATIVE_INFINITY;

function isRecent(since: Instant, now: Instant, withinMs: number | null): boolean {
  return since !== never && (withinMs === null || now - since <= withinMs);
}

/** Every watch must see every event, also where the first has settled the matter. */
function watchAny(patterns: readonly Pattern[]): Watch {
  const watches = patterns.map(watch);
  return (event) => watches.map((one) => one(event)).includes(true);
}

function watchAll({ all, none, withinMs }: Extract<Pattern, { kind: 'and' }>): Watch {
  const wanted = all.map((pattern) => ({ watch: watch(pattern), at: never }));
  const unwanted = { watch: watchAny(none), at: never };
  return (event) => {
    const now = wanted.filter((one) => one.watch(event));
    for (const one of now) one.at = event.at;
    if (unwanted.watch(event)) unwanted.at = event.at;
    if (now.length === 0 || isRecent(unwanted.at, event.at, withinMs)) return false;
    return wanted.every(({ at }) => isRecent(at, event.at, withinMs));
  };
}

/** The latest moment at which what has been found of the sequence, up to each link, can have begun. */
function watchSequence({ links, withinMs }: Extract<Pattern, { kind: 'sequence' }>): Watch {
  const parts = links.map(({ pattern, none }: Link) => ({
    watch: watch(pattern),
    breaks: watchAny(none),
    begun: never,
  }));
  return (event) => {
    const before = parts.map(({ begun }) => begun);
    let found = never;
    for (const [index, part] of parts.entries()) {
      found = part.watch(event) ? (index === 0 ? event.at : (before[index - 1] ?? never)) : never;
      if (part.breaks(event)) part.begun = never;
      part.begun = Math.max(part.begun, found);
    }
    return isRecent(found, event.at, withinMs);
  };
}

function watchCount({ of, times, withinMs }: Extract<Pattern, { kind: 'count' }>): Watch {
  const one = watch(of);
  const seen: Instant[] = [];
  return (event) => {
    if (!one(event)) return false;
    seen.push(event.at);
    if (seen.length > times) seen.shift();
    return seen.length === times && isRecent(seen[0] ?? never, event.at, withinMs);
  };
}
