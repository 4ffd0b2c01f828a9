import { expect, test } from 'vitest';
import { openOffice } from './office.ts';

test('of two agents who accept at once over HTTP exactly one gets the conversation, a thousand times', async () => {
  const office = await openOffice();
  await office.comes('Ana');
  await office.comes('Bo');
  const customers = Array.from({ length: 10 }, (_, index) => `c${index}`);
  const results = await Promise.all(
    customers.map(async (id) => {
      const accept = (who: string, version: number) =>
        office.ask(who, `POST /api/desk/conversations/${id}/accept`, { version });
      const rounds: string[] = [];
      for (let version = await office.asksForPerson(id); rounds.length < 100; ) {
        const [ana, bo] = await Promise.all([accept('Ana', version), accept('Bo', version)]);
        rounds.push([ana.status, bo.status].toSorted().join(' '));
        const winner = ana.status === 200 ? 'Ana' : 'Bo';
        const given = await office.ask(winner, `POST /api/desk/conversations/${id}/transfer`, {});
        version = given.body.version;
      }
      return rounds;
    }),
  );
  expect(results.flat()).toHaveLength(1000);
  expect(new Set(results.flat())).toEqual(new Set(['200 409']));
  await office.stop();
}, 60_000);
