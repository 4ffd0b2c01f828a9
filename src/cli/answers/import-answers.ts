/**
 * Stores answers customers gave elsewhere, so that the other touchpoints stand beside the bot. What was stored before is known by what it says: nothing is
 * counted twice.
 */
import { createHash } from 'node:crypto';
import type { Draft, Event } from '../../events/event.ts';
import { versionOf } from '../../events/version-of.ts';
import { published } from '../../measurement/constants/measures.ts';
import { answersProgram } from '../../measurement/experience/is-answers-only.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { nothingElse } from '../../runtime/ports/nothing-else.ts';
import type { Identity } from '../../runtime/ports/persons.ts';
import type { Commit, Store } from '../../runtime/ports.ts';
import { openStore } from '../../storage/open-store.ts';
import type { Answer } from './read-answers.ts';
import { scales } from './scales.ts';

/** @property file its name as it stands beside each answer; @property newId a random id for a customer not known yet */
export type Importing = {
  readonly answers: readonly Answer[];
  readonly file: string;
  readonly zone: string;
  newId(): string;
};

export type ImportedAnswers = { readonly added: number; readonly known: number };

/**
 * @param location of the store, made where it is missing
 * @throws TouchpointError STORE_…; what was stored until then stays, and is known when the file is taken again
 */
export async function importAnswers(location: string, importing: Importing): Promise<ImportedAnswers> {
  const store = await openStore(location);
  try {
    let added = 0;
    for (let at = 0; at < importing.answers.length; at += together) {
      const some = importing.answers.slice(at, at + together);
      const commits: Commit[] = [];
      for (const answer of some) commits.push(await commitOf(store, importing, answer));
      const ends = await Promise.all(commits.map((commit) => store.commit(commit)));
      added += ends.filter((end) => end === 'committed').length;
    }
    await createProjector({ store, measures: published, zone: importing.zone }).catchUp();
    return { added, known: importing.answers.length - added };
  } finally {
    await store.close();
  }
}

/** So many share a durable write. */
const together = 200;

async function commitOf(store: Store, importing: Importing, answer: Answer): Promise<Commit> {
  const customer = answer.customer === null ? '' : await customerOf(store, importing, answer.customer);
  const conversation = `answers-${digestOf(customer, answer)}`;
  const events = tell(answer, { conversation, customer, file: importing.file });
  const { at, touchpoint } = answer;
  return {
    head: {
      conversation,
      version: 1,
      seq: events.length,
      at,
      channel: touchpoint.split(':')[0] ?? touchpoint,
      address: conversation,
      program: answersProgram,
      customer: customer === '' ? null : customer,
    },
    events,
    ...nothingElse,
    dirtyCases: [conversation],
  };
}

/** Who somebody is on a channel, as `web:user-42`; else whom the business means, as in the widget's `userToken`. */
function customerOf(store: Store, { newId }: Importing, name: string): Promise<string> {
  const colon = name.indexOf(':');
  const identity: Identity =
    colon < 1
      ? { channel: 'signed', address: name }
      : { channel: name.slice(0, colon), address: name.slice(colon + 1) };
  return store.customerOf(identity, { customer: `cus_${newId()}`, conversation: `answers-of-${newId()}` });
}

/** Of the random id of the customer, so that nothing leads back to them when they are erased. */
function digestOf(customer: string, { touchpoint, at, item, value, occurrence }: Answer): string {
  const content = customer === '' ? [touchpoint, at, item, value, occurrence] : [touchpoint, at, item, customer];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

type Told = { readonly conversation: string; readonly customer: string; readonly file: string };

function tell(answer: Answer, { conversation, customer, file }: Told): readonly Event[] {
  const { touchpoint, item, value, line, at } = answer;
  const [channel = touchpoint, entryPoint = 'default'] = touchpoint.split(':');
  const from = { dialog: answersProgram, step: item, file, line };
  const drafts: readonly Draft[] = [
    {
      type: 'conversation.started',
      actor: 'system',
      data: {
        ...{ customer, channel, entryPoint, touchpoint, program: answersProgram, locale: '' },
        identified: customer !== '',
        foreign: true,
      },
    },
    { type: 'survey.asked', actor: 'system', data: { at: from, item, scale: [...scales[item]] } },
    { type: 'survey.answered', actor: 'customer', data: { at: from, item, value } },
  ];
  const place = { conversation, at, turn: 0, case: null };
  return drafts.map((draft, index) => ({ ...draft, ...place, seq: index + 1, v: versionOf(draft.type) }));
}
