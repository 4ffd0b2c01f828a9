/** `touchpoint test --record`: reads the conversation, writes the test beside the others, and runs it. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Event } from '../../../events/event.ts';
import { openStore } from '../../../storage/open-store.ts';
import { type Recorded, type Recording, recordTest, shortId } from './record-test.ts';

/** @property data location of the store; @property out file to write, `undefined`: named after the conversation */
export type Wanted = Omit<Recording, 'events' | 'path'> & {
  readonly folder: string;
  readonly data: string;
  readonly out: string | undefined;
};

/** @throws TouchpointError USAGE where there is no such data or conversation, its words are erased, or the file is there already */
export async function record(wanted: Wanted): Promise<Recorded & { readonly file: string }> {
  const events = await recordedEvents(wanted);
  const path = `dialogs/tests/recorded-${shortId(wanted.conversation)}.test.yaml`;
  const file = wanted.out === undefined ? join(wanted.folder, path) : resolve(wanted.out);
  await refuseExisting(file);
  const recorded = await recordTest({ ...wanted, events, path });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, recorded.text);
  return { ...recorded, file };
}

async function recordedEvents({ data, conversation }: Wanted): Promise<readonly Event[]> {
  await access(data).catch(() => {
    throw usage(`there is no data at ${data}`, 'name the database of the bot with --data FILE');
  });
  const store = await openStore(data, { readOnly: true });
  const events = await store.events(conversation, { after: 0 }).finally(() => store.close());
  const said = events.filter((event) => event.type === 'customer.said');
  if (events.length === 0)
    throw usage(`there is no conversation '${conversation}' in ${data}`, 'its id stands in the report and on its page');
  if (said.length === 0) throw usage(`the customer said nothing in '${conversation}'`, 'choose another conversation');
  if (said.some(({ words }) => words === undefined))
    throw usage(`the words of '${conversation}' are erased`, 'choose a conversation whose words are still kept');
  return events;
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw usage(`${file} is there already`, 'remove it, or name another file with --out FILE');
}

function usage(message: string, fix: string): TouchpointError {
  return new TouchpointError('USAGE', `test: ${message}`, { fix });
}
