/** Looks at the database and the counterpart's log, after everything has ended, and says what is wrong. */
import { published } from '../../../src/measurement/constants/measures.ts';
import { rebuild } from '../../../src/reports/facts/rebuild.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { createLives } from '../../../src/runtime/turn/live.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Engine } from '../faults/engine.ts';
import { type Entry, entriesOf } from '../outside/journal.ts';
import { actionsOnce } from './actions-once.ts';
import type { Evidence, Property, Told } from './evidence.ts';
import { messagesOnce } from './messages-once.ts';
import { noCrash } from './no-crash.ts';
import { orderKept } from './order-kept.ts';
import { repliesArrive } from './replies-arrive.ts';
import { repliesOnce } from './replies-once.ts';
import { stateIsFold } from './state-is-fold.ts';
import { timersOnce } from './timers-once.ts';

const properties: readonly Property[] = [
  messagesOnce,
  repliesArrive,
  repliesOnce,
  orderKept,
  stateIsFold,
  timersOnce,
  actionsOnce,
  noCrash,
];

type Given = { readonly engine: Engine; readonly journal: readonly Entry[]; readonly isQuiet: boolean };
type Found = { readonly problems: readonly string[]; readonly figures: Readonly<Record<string, number>> };

export async function check({ engine, journal, isQuiet }: Given): Promise<Found> {
  const store = await openStore(engine.direct);
  try {
    const told = await tellAll(engine, store);
    const evidence = { told, journal };
    const problems = properties.flatMap((property) => property(evidence));
    const facts = isQuiet ? await factsAreRebuilt(store) : [];
    return { problems: [...problems, ...facts], figures: figuresOf(evidence) };
  } finally {
    await store.close();
  }
}

async function tellAll(engine: Engine, store: Store): Promise<readonly Told[]> {
  const lives = createLives(store);
  const rows = await engine.ask('select conversation from conversations order by conversation');
  const told: Told[] = [];
  for (const row of rows) {
    const conversation = String(row['conversation']);
    const live = await lives.get(conversation);
    if (live) told.push({ conversation, ...live, events: await store.events(conversation, { after: 0 }) });
  }
  return told;
}

/** Facts that the processes kept are those made anew from the events. */
async function factsAreRebuilt(store: Store): Promise<readonly string[]> {
  const { differences } = await rebuild({ store, measures: published, zone: 'UTC' });
  return differences.map((one) => `the facts of case ${one.case} are ${one.before}, and made anew ${one.after}`);
}

function figuresOf({ told, journal }: Evidence): Readonly<Record<string, number>> {
  const events = told.flatMap((one) => one.events);
  const faults = entriesOf(journal, 'fault');
  const deliveries = entriesOf(journal, 'delivery');
  return {
    events: events.length,
    messages: events.filter(({ type }) => type === 'customer.said').length,
    saidAgain: entriesOf(journal, 'said').length - new Set(entriesOf(journal, 'said').map(({ id }) => id)).size,
    replies: new Set(deliveries.map(({ id }) => id)).size,
    deliveredAgain: deliveries.length - new Set(deliveries.map(({ id }) => id)).size,
    calls: entriesOf(journal, 'call').length,
    timers: events.filter(({ type }) => type === 'timer.cleared').length,
    killed: faults.filter(({ fault }) => fault === 'killed').length,
    leasesLost: faults.filter(({ fault }) => fault === 'lease').length,
  };
}
