/**
 * `touchpoint export`: every event, or everything that is held on one person.
 */
import type { Event } from '../../../events/event.ts';
import type { Held } from '../../../runtime/ports/persons.ts';
import type { Store } from '../../../runtime/ports.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { botOption, dataOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';
import { findCustomer } from './find-customer.ts';

export const command: Command = {
  name: 'export',
  summary: 'Prints every event as JSON lines, or everything held on a person',
  arguments: '',
  options: {
    customer: { type: 'string', takes: 'ID', about: 'everything on this customer: their id, or CHANNEL:WHO' },
    bot: botOption,
    data: dataOption,
  },
  run,
};

const conversationsAtOnce = 500;
const eventsAtOnce = 1_000;

async function run(called: Called): Promise<number> {
  const location = dataLocation(textOf(called, 'data'), textOf(called, 'bot') ?? '.');
  const customer = textOf(called, 'customer');
  const store = await openData('export', location);
  try {
    if (customer === undefined) await printEvents(store, called);
    else called.output.out(JSON.stringify(await person(store, customer)));
  } finally {
    await store.close();
  }
  return 0;
}

async function printEvents(store: Store, { output }: Called): Promise<void> {
  for await (const conversation of conversationsOf(store)) {
    for await (const event of eventsOf(store, conversation)) output.out(JSON.stringify(event));
  }
}

async function* conversationsOf(store: Store) {
  for (let after = ''; ; ) {
    const page = await store.conversations({ after, limit: conversationsAtOnce });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function* eventsOf(store: Store, conversation: string) {
  for (let after = 0; ; ) {
    const page = await store.events(conversation, { after, limit: eventsAtOnce });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** Rows as they are stored, with their JSON read; instead of the rows of the log, its events with their words. */
async function person(store: Store, id: string) {
  const { customer, held } = await findCustomer(store, id);
  const { turns, ...rest } = held;
  const conversations = new Set((turns ?? []).map((row) => String(row['conversation'])));
  const events: Event[] = [];
  for (const conversation of conversations) for await (const event of eventsOf(store, conversation)) events.push(event);
  return { schema: 'person/1', customer, ...readable(rest), events };
}

function readable(held: Held): Readonly<Record<string, readonly object[]>> {
  return Object.fromEntries(
    Object.entries(held).map(([table, rows]) => [
      table,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, read(value)]))),
    ]),
  );
}

function read(value: string | number | null): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
