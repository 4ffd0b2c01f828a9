import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { eventsOfChain } from '../../measurement/fold-chain.ts';
import { foldConversation, startConversation } from '../../measurement/fold-conversation.ts';
import type { Store } from '../../runtime/ports.ts';
import { readStretches } from '../facts/read-chains.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { markBurdens, markChain } from './mark-burdens.ts';
import { type CaseView, viewCase } from './view-case.ts';

export type CaseSource = { readonly store: Pick<Store, 'facts' | 'events'>; readonly measures: Measures };

/**
 * The case of an id, laid open.
 *
 * @throws TouchpointError CASE_UNKNOWN; rejects as the store does
 */
export async function readCase(source: CaseSource, id: string): Promise<CaseView> {
  const facts = await factsOf(source, conversationOf(id));
  const found = facts.find((one) => one.case === id);
  if (found) return viewOf(source, found);
  throw unknownCase('case', id, facts);
}

/**
 * The cases of a conversation, each laid open, in order of their start.
 *
 * @throws TouchpointError CASE_UNKNOWN; rejects as the store does
 */
export async function readCases(source: CaseSource, conversation: string): Promise<readonly CaseView[]> {
  const facts = await factsOf(source, conversation);
  if (facts.length === 0) throw unknownCase('conversation', conversation, []);
  return Promise.all(facts.map((one) => viewOf(source, one)));
}

/** The conversation a case began in is the beginning of its id. */
function conversationOf(id: string): string {
  const end = id.lastIndexOf('/');
  return end < 0 ? id : id.slice(0, end);
}

async function factsOf({ store }: CaseSource, conversation: string): Promise<readonly Facts[]> {
  const found: Facts[] = [];
  for await (const facts of storedFacts(store, { conversation })) found.push(facts);
  return found;
}

async function viewOf({ store, measures }: CaseSource, facts: Facts): Promise<CaseView> {
  const { conversation, case: id } = facts;
  const events = await eventsOf(store, conversation);
  const fold = foldConversation(measures, startConversation, events);
  const stretches = (await readStretches(store, conversation, fold)).get(id);
  const marked = stretches
    ? markChain(measures, eventsOfChain(stretches))
    : (markBurdens(measures, conversation, events).get(id) ?? []);
  return viewCase(measures, facts, marked);
}

const atOnce = 5_000;

async function eventsOf(store: Pick<Store, 'events'>, conversation: string): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (;;) {
    const page = await store.events(conversation, { after: events.at(-1)?.seq ?? 0, limit: atOnce });
    events.push(...page);
    if (page.length < atOnce) return events;
  }
}

function unknownCase(what: string, id: string, others: readonly Facts[]): TouchpointError {
  const known = others.map((one) => one.case).join(', ');
  return new TouchpointError('CASE_UNKNOWN', `there is no ${what} '${id}' in this data`, {
    fix: known === '' ? 'take the id from the report or its list of cases' : `cases of this conversation: ${known}`,
  });
}
