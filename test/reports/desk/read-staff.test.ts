import { expect, test } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { readStaff } from '../../../src/reports/desk/read-staff.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { noon } from '../../channels/setup/stage.ts';
import { type Office, openOffice } from '../../web/desk/office.ts';

const query = { from: null, to: null, zone: 'UTC', asOf: noon, filters: {}, by: null, seed: 1 } as const;

async function staffOf({ store }: Office) {
  await createProjector({ store, measures: published, zone: 'UTC' }).catchUp();
  return readStaff(store, query);
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
  expect(await readStaff(office.store, { ...query, from: '2026-01-06' })).toMatchObject({ handoffs: 0, agents: [] });
  await office.stop();
});
