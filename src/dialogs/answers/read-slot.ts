/** How each type of slot finds its value in an answer. */
import type { Entity, Value } from '../../events/understood.ts';
import { readEmail, readName, readPhone } from './read-contact.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readTime } from './read-time.ts';
import { readYesNo } from './read-yes-no.ts';

/** Types a slot may have besides the entities of the bot. */
export const slotTypes = ['text', 'number', 'date', 'email', 'phone', 'choice', 'yes_no', 'name'] as const;

/** Finds a value in an answer given in the language of a locale (BCP 47 tag); `undefined` when it holds none, or none that is sure. */
export type Reader = (text: string, entities: readonly Entity[], locale: string) => Value | undefined;

/**
 * The reader of a slot. An entity of the slot's type wins over reading the words; a type that is not built in is found as entity only. A choice is read
 * by `readChoice`, as what is offered depends on the conversation.
 *
 * Of several different days, times, amounts or numbers none is sure; of the bot's own entities the first counts.
 */
export function slotReader(type: string): Reader {
  const read = readers[type];
  return (text, entities, locale) => {
    if (type === 'text') return read?.(text, locale);
    const found = entities.flatMap((entity) => valueFor(type, entity) ?? []);
    const isSure = !read || found.every((value) => JSON.stringify(value) === JSON.stringify(found[0]));
    if (found.length > 0) return isSure ? found[0] : undefined;
    return read?.(text, locale);
  };
}

/** The day and the time of a moment answer questions for one of them. */
function valueFor(type: string, entity: Entity): Value | undefined {
  if (entity.type === type) return entity.value;
  if (entity.type !== 'datetime' || typeof entity.value !== 'string') return undefined;
  if (type === 'date') return entity.value.slice(0, 10);
  return type === 'time' ? entity.value.slice(11, 16) : undefined;
}

type ReadWords = (text: string, locale: string) => Value | undefined;

const readers: { readonly [type: string]: ReadWords } = {
  text: (text) => text.trim() || undefined,
  number: readNumber,
  date: readDate,
  time: readTime,
  email: readEmail,
  phone: readPhone,
  name: readName,
  yes_no: readYesNo,
  money: (text, locale) => counted(text, locale, (amount) => ({ amount, currency: null })),
  percent: (text, locale) => counted(text, locale, (percent) => ({ percent })),
};

/** Asked for an amount, customers leave out of what. */
function counted(text: string, locale: string, of: (value: number) => Value): Value | undefined {
  const value = readNumber(text, locale);
  return value === undefined ? undefined : of(value);
}
