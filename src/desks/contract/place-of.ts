import type { Place } from './outside-desk.ts';

/** Ids of conversations are of letters, digits, `_` and `-`; ids of handoffs within one are `h1`, `h2`… */
export function placeOf(conversation: string, handoff: string): Place {
  return { key: `${conversation}-${handoff}`, conversation, handoff };
}

/** @returns `undefined` for what is no key of ours */
export function readPlace(key: string): Place | undefined {
  const [, conversation, handoff] = /^(.{1,400})-(h\d{1,6})$/.exec(key) ?? [];
  return conversation === undefined || handoff === undefined ? undefined : placeOf(conversation, handoff);
}
