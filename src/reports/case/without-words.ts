/**
 * A conversation without what people said in it, for readers who are to see what happened and not who it happened to.
 */
import type { Event } from '../../events/event.ts';
import { parseEvent } from '../../events/event-codec.ts';
import { dots } from '../../events/speech/masked.ts';
import type { Store } from '../../runtime/ports.ts';

/** The same store, in whose events each word is dots. The names of agents stay. */
export function withoutWords<S extends Pick<Store, 'events'>>(store: S): S {
  return { ...store, events: async (...asked) => (await store.events(...asked)).map(veiled) };
}

/** @returns the event; where its words have a form that dots cannot take they are left out, as if they had been erased */
export function veiled(event: Event): Event {
  const { words, ...rest } = { words: undefined, ...event };
  if (words === undefined) return event;
  try {
    return parseEvent({ ...rest, words: veil(words, event.actor === 'agent') });
  } catch {
    return parseEvent(rest);
  }
}

/** What people or other systems gave, whatever its form. */
const values: ReadonlySet<string> = new Set(['value', 'input', 'output', 'masked']);

function veil(value: unknown, keepsName: boolean): unknown {
  if (typeof value === 'string') return value.replaceAll(/[\p{L}\p{N}\p{M}]+/gu, dots);
  if (Array.isArray(value)) return value.map((one) => veil(one, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (values.has(key)) return [key, dots];
      return [key, keepsName && key === 'name' ? part : veil(part, false)];
    }),
  );
}
