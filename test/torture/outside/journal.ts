/** The counterpart's log: a file that only grows, of everything seen from outside the processes. */
import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How the counterpart meets what it is asked; it takes what it is asked for unless it fails, or the connection was cut before. */
const manners = ['ok', 'slow', 'slower', 'fail', 'refuse', 'hang', 'cut-before', 'cut-after'] as const;
export type Manner = (typeof manners)[number];

const base = { at: z.number() };
const message = { ...base, conversation: z.string(), id: z.string() };

const entry = z.discriminatedUnion('what', [
  /** a customer tries to tell a message, again and again until it is acknowledged */
  z.object({ what: z.literal('said'), ...message, text: z.string(), process: z.string() }),
  /** the door's status: how the message was taken, or that the conversation is unknown */
  z.object({ what: z.literal('acknowledged'), ...message, status: z.string(), process: z.string() }),
  /** a reply arrives; `taken`: the customer sees it, unless they have seen its id before */
  z.object({
    what: z.literal('delivery'),
    ...message,
    seq: z.number(),
    text: z.string(),
    process: z.string(),
    manner: z.enum(manners),
    taken: z.boolean(),
  }),
  z.object({
    what: z.literal('call'),
    ...base,
    action: z.string(),
    key: z.string(),
    process: z.string(),
    manner: z.enum(manners),
    taken: z.boolean(),
  }),
  /** what the driver does, and what happens to a process by itself */
  z.object({ what: z.literal('fault'), ...base, fault: z.string(), about: z.string() }),
]);
export type Entry = z.infer<typeof entry>;
export type EntryOf<T extends Entry['what']> = Extract<Entry, { what: T }>;
type Told = Entry extends infer E ? (E extends Entry ? Omit<E, 'at'> : never) : never;

export type Journal = { readonly file: string; write(told: Told): void };

export function openJournal(file: string): Journal {
  return { file, write: (told) => appendFileSync(file, `${JSON.stringify({ at: Date.now(), ...told })}\n`) };
}

export function readJournal(file: string): readonly Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => entry.parse(JSON.parse(line)));
}

export function entriesOf<T extends Entry['what']>(entries: readonly Entry[], what: T): readonly EntryOf<T>[] {
  return entries.filter((one): one is EntryOf<T> => one.what === what);
}
