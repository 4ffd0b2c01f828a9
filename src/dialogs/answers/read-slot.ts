/** How each type of slot finds its value in an answer. */
import type { Entity, Value } from '../../events/understood.ts';
import { readEmail, readName, readPhone } from './read-contact.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readYesNo } from './read-yes-no.ts';

/** Types a slot may have besides the entities of the bot. */
export const slotTypes = ['text', 'number', 'date', 'email', 'phone', 'choice', 'yes_no', 'name'] as const;

/** Finds a value in an answer given in the language of a locale (BCP 47 tag); `undefined` when it holds none, or none that is sure. */
export type Reader = (text: string, entities: readonly Entity[], locale: string) => Value | undefined;

/**
 * The reader of a slot. An entity of the slot's type wins over reading the words; a type that is not built in is found as entity only. A choice is read
 * by `readChoice`, as what is offered depends on the conversation.
 */
export function slotReader(type: string): Reader {
  const read = readers[type];
  return (text, entities, locale) => {
    const found = type === 'text' ? undefined : entities.find((entity) => entity.type === type);
    return found ? found.value : read?.(text, locale);
  };
}

type ReadWords = (text: string, locale: string) => Value | undefined;

const readers: { readonly [type: string]: ReadWords } = {
  text: (text) => text.trim() || undefined,
  number: readNumber,
  date: readDate,
  email: readEmail,
  phone: readPhone,
  name: readName,
  yes_no: readYesNo,
};
