import { expect, test } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Tally } from '../../../src/measurement/effort/tally.ts';
import { keepHandovers } from '../../../src/reports/desk/keep-handovers.ts';
import { readStaff } from '../../../src/reports/desk/read-staff.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { parseFacts } from '../../../src/reports/facts/parse-facts.ts';
import { keepTable } from '../../../src/reports/table/keep-table.ts';
import { tableOf } from '../../../src/reports/table/table-of.ts';
import { noon } from '../../channels/setup/stage.ts';
import { type Office, openOffice } from '../../web/desk/office.ts';

const query = { from: null, to: null, zone: 'UTC', asOf: noon, filters: {}, by: null, seed: 1 } as const;

const toldAgain: Tally = {
  ...{ signal: 'told_again', owner: 'bot', step: null, probable: false, count: 1, most: 1, turns: [1] },
};

async function staffOf({ store }: Office) {
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  return readStaff(keepHandovers(store, keepTable(store)), query);
}

/** Twelve customers, ten of whom get Ana after two seconds, who writes three later and ends it ten after that; two give up. */
async function shift(office: Office): Promise<void> {
  const at = (id: string, verb: string) => `POST /api/desk/conversations/${id}/${verb}`;
  await office.comes('Ana');
  for (let index = 0; index < 12; index++) {
    const id = `c${index}`;
    const version = await office.asksForPerson(id);
    await office.pass(2_000);
    if (index >= 10) {
      await office.says(id, '#flow.cancel');
      continue;
    }
    await office.ask('Ana', at(id, 'accept'), { version });
    await office.pass(3_000);
    await office.ask('Ana', at(id, 'messages'), { text: 'Hello', idempotencyKey: id });
    await office.pass(10_000);
    const end = { disposition: 'done', solved: index < 4 ? 'yes' : 'no' };
    await office.ask('Ana', at(id, 'wrap-up'), end);
    await office.comes('Ana');
  }
}

test('what people did with what was handed to them is measured, and who did it', async () => {
  const office = await openOffice();
  await shift(office);
  const staff = await staffOf(office);
  expect(staff).toMatchObject({
    handoffs: 12,
    taken: 10,
    unavailable: 0,
    abandoned: { kind: 'rate', value: 0.1667, n: 12 },
    acceptSeconds: { kind: 'estimate', value: 2, n: 10 },
    firstReplySeconds: { value: 3, n: 10 },
    handleSeconds: { value: 13, n: 10 },
    transferred: { value: 0, n: 10 },
    solved: { value: 0.4, n: 10 },
    toldAgain: { value: 0, n: 10 },
  });
  expect(staff.agents).toMatchObject([{ name: 'Ana', taken: 10, acceptSeconds: { value: 2 } }]);
  expect(staff.teams).toMatchObject([{ team: null, handoffs: 12 }]);
  const weekday = new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'long' }).format(noon);
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  expect(staff.weekdays).toMatchObject([
    { weekday: days.indexOf(weekday) + 1, handoffs: 12, acceptSeconds: { value: 2 } },
  ]);
  await office.stop();
});

test('nobody is compared by a handful, and what was passed on counts for who took it first', async () => {
  const office = await openOffice();
  await office.comes('Ana');
  await office.comes('Bo');
  const version = await office.asksForPerson('c1');
  const at = (verb: string) => `POST /api/desk/conversations/c1/${verb}`;
  await office.ask('Ana', at('accept'), { version });
  const given = await office.ask('Ana', at('transfer'), { team: 'billing' });
  await office.ask('Bo', at('accept'), { version: given.body.version });
  const staff = await staffOf(office);
  expect(staff.agents).toMatchObject([
    { name: 'Ana', taken: 1, transferred: { kind: 'too_few', n: 1 }, handleSeconds: { kind: 'no_data' } },
  ]);
  expect(staff.teams).toMatchObject([{ team: 'billing', acceptSeconds: { kind: 'too_few', n: 1 } }]);
  expect(
    await readStaff(keepHandovers(office.store, keepTable(office.store)), { ...query, from: '2026-01-06' }),
  ).toMatchObject({ handoffs: 0, agents: [] });
  await office.stop();
});

test('what is kept from one reading to the next is what a new one finds, without names that were erased', async () => {
  const office = await openOffice();
  const { store } = office;
  const projector = createProjector({ store, measures: published, zone: 'UTC' });
  const kept = keepHandovers(store, keepTable(store));
  const both = async () => {
    await projector.catchUp();
    const found = await readStaff(kept, query);
    expect(found).toEqual(await readStaff(keepHandovers(store, keepTable(store)), query));
    return found;
  };
  await office.comes('Ana');
  for (const id of ['c1', 'c2']) {
    const version = await office.asksForPerson(id);
    expect((await both()).handoffs).toBe(id === 'c1' ? 1 : 2);
    await office.ask('Ana', `POST /api/desk/conversations/${id}/accept`, { version });
    expect((await both()).agents).toMatchObject([{ name: 'Ana', taken: id === 'c1' ? 1 : 2 }]);
    await office.ask('Ana', `POST /api/desk/conversations/${id}/wrap-up`, { disposition: 'done', solved: 'yes' });
    expect((await both()).solved.n).toBe(id === 'c1' ? 1 : 2);
    await office.comes('Ana');
  }
  await store.erase('customer of c2', office.clock.now());
  expect((await both()).agents).toMatchObject([{ name: 'Ana', taken: 2 }]);
  await store.erase('customer of c1', office.clock.now());
  expect((await both()).agents).toMatchObject([{ name: null, taken: 2 }]);
  await office.stop();
});

test('a case that went on in another conversation is followed there, and each conversation counts once', async () => {
  const office = await openOffice();
  await office.asksForPerson('c1');
  await office.asksForPerson('c2');
  const { store } = office;
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  const [row] = await store.facts({ conversation: 'c1' });
  if (!row) throw new Error('no facts');
  const facts = { ...parseFacts(row.facts), conversations: ['c1', 'c2'] };
  const again = { ...facts, case: 'c1/2', burdens: [toldAgain] };
  const cases = { table: async () => tableOf(published, [facts, again]) };
  const rows = [facts, again].map((one) => ({ ...row, case: one.case, facts: JSON.stringify(one) }));
  const handovers = keepHandovers({ events: store.events, facts: async () => rows }, cases);
  expect(await handovers.read(query)).toMatchObject([{ conversation: 'c1' }, { conversation: 'c2' }]);
  await office.stop();
});

test('only where a person took over has the customer told again what they had told', async () => {
  const office = await openOffice();
  await office.comes('Ana');
  const version = await office.asksForPerson('c1');
  await office.ask('Ana', 'POST /api/desk/conversations/c1/accept', { version });
  await office.asksForPerson('c2');
  const { store } = office;
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  const facts = (await store.facts({})).map((row) => ({ ...parseFacts(row.facts), burdens: [toldAgain] }));
  const handovers = keepHandovers(store, { table: async () => tableOf(published, facts) });
  expect((await handovers.read(query)).map((one) => one.toldAgain)).toEqual([true, false]);
  await office.stop();
});
