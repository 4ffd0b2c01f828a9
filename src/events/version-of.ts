import type { EventType } from './event.ts';

/** Versions of event types whose schema has changed since its first; every other is at 1. */
const versions: Partial<Record<EventType, number>> = {};

/** Version of a type's schema that is written today. */
export function versionOf(type: EventType): number {
  return versions[type] ?? 1;
}
