import type { Event, EventOf } from '../../events/event.ts';

/** Keeps values of sensitive slots out of what is shown. */
export type Hider = {
  hide(text: string): string;
  /** What the customer said; hidden as a whole where it held the value of a sensitive slot, in whatever form. `null`: erased. */
  hideAnswer(event: EventOf<'customer.said'>): string | null;
};

const hidden = '•••';
/** Shorter values would hide half of every text, and say nothing by themselves. */
const shortest = 3;

/** @param events of one conversation, with all that may hold such a value */
export function createHider(events: readonly Event[]): Hider {
  const filled = events.filter((event) => event.type === 'slot.filled' && event.data.sensitive === true);
  const turns = new Set(filled.map(({ turn }) => turn));
  const values = filled.flatMap((event) => (event.type === 'slot.filled' ? textsOf(event.words?.value) : []));
  const secrets = [...new Set(values)].filter((value) => value.length >= shortest).sort((a, b) => b.length - a.length);
  return {
    hide: (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, hidden), text),
    hideAnswer: ({ turn, words }) => (words === undefined ? null : turns.has(turn) ? hidden : words.text),
  };
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return [value, JSON.stringify(value).slice(1, -1)];
  if (typeof value !== 'object' || value === null) return [];
  const inner: readonly unknown[] = Object.values(value);
  return inner.flatMap(textsOf);
}
