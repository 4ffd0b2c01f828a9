/** How each type of slot finds its value in an answer. */
import type { Choice } from '../../events/speech/choice.ts';
import type { Entity, Value } from '../../events/understood.ts';
import { readChoice } from './read-choice.ts';
import { readEmail, readName, readPhone } from './read-contact.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readYesNo } from './read-yes-no.ts';

/** Types a slot may have besides the entities of the bot. */
export const slotTypes = ['text', 'number', 'date', 'email', 'phone', 'choice', 'yes_no', 'name'] as const;

export type Reader = (text: string, entities: readonly Entity[]) => Value | undefined;

/**
 * The reader of a slot. An entity of the slot's type wins over reading the words; a type that is not built in is found as entity only.
 */
export function slotReader(type: string, choices: readonly Choice[]): Reader {
  const read = readers(choices)[type];
  return (text, entities) => {
    const found = type === 'text' || type === 'choice' ? undefined : entities.find((entity) => entity.type === type);
    return found ? found.value : read?.(text);
  };
}

function readers(choices: readonly Choice[]): { readonly [type: string]: (text: string) => Value | undefined } {
  return {
    text: (text) => text.trim() || undefined,
    number: readNumber,
    date: readDate,
    email: readEmail,
    phone: readPhone,
    name: readName,
    yes_no: readYesNo,
    choice: (text) => readChoice(text, choices),
  };
}
