/**
 * `touchpoint erase`: a person's words and identity go, the facts stay. It may run beside `serve`.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { journalOf, noteErasure } from '../../../storage/backup/erasure-journal.ts';
import { kindOf } from '../../../storage/location.ts';
import { openStore } from '../../../storage/open-store.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';
import { createRealClock } from '../../process/real-clock.ts';
import { findCustomer } from './find-customer.ts';

export const command: Command = {
  name: 'erase',
  summary: "Erases a person's words and identity; figures stay as they are",
  arguments: '',
  options: {
    customer: { type: 'string', takes: 'ID', about: 'whose: the id of the customer, or CHANNEL:WHO' },
    quietly: {
      type: 'boolean',
      about: 'PostgreSQL: leaves traces in free space and log until they are written over, and locks no table',
    },
    bot: botOption,
    data: dataOption,
    json: jsonOption,
  },
  run,
};

/** @returns 1 where traces are left that somebody has to remove */
async function run(called: Called): Promise<number> {
  const id = textOf(called, 'customer');
  if (id === undefined)
    throw new TouchpointError('USAGE', 'erase: no customer was named', { fix: 'touchpoint erase --customer ID' });
  const location = dataLocation(textOf(called, 'data'), textOf(called, 'bot') ?? '.');
  const reader = await openData('erase', location);
  const { customer } = await findCustomer(reader, id).finally(() => reader.close());
  const store = await openStore(location);
  try {
    const at = createRealClock().now();
    if (kindOf(location) === 'file') noteErasure(journalOf(location), { customer, at });
    const conversations = await store.erase(customer, at);
    const left = await store.scrub(isSet(called, 'quietly') ? 'quietly' : 'thoroughly');
    if (isSet(called, 'json')) called.output.out(JSON.stringify({ schema: 'erase/1', customer, conversations, left }));
    else
      called.output.out(
        `Erased the words and identity of ${customer} in ${conversations === 1 ? '1 conversation' : `${conversations} conversations`}.`,
      );
    for (const trace of left) called.output.err(`warning: ${trace}`);
    return left.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}
