import { expect, test } from 'vitest';
import { searchTalk } from '../../../src/reports/desk/search-talk.ts';
import { openOffice } from '../../web/desk/office.ts';

test('finds what was said, whatever the case of its letters, newest first, and of one customer where one is named', async () => {
  const office = await openOffice();
  await office.says('c1', 'My Parcel is late');
  await office.pass(1_000);
  await office.says('c2', 'a parcel again');
  await office.says('c3', 'hello');
  const search = (text: string, customer: string | null = null) => searchTalk(office.store, { text, customer });
  const found = await search('PARCEL');
  expect(found).toMatchObject({ read: 3, isWhole: true });
  expect(found.conversations.map(({ id, lines }) => [id, lines.map(({ text }) => text)])).toEqual([
    ['c2', ['a parcel again']],
    ['c1', ['My Parcel is late']],
  ]);
  expect((await search('parcel', 'customer of c1')).conversations.map(({ id }) => id)).toEqual(['c1']);
  await office.stop();
});
