import { z } from 'zod';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Dice } from '../../../simulation/create-dice.ts';
import type { Knows } from '../../../simulation/customer.ts';
import type { Goal, Simulation } from '../../../simulation/simulation-schema.ts';
import type { RunningService } from '../lanes/prepare.ts';

const record = z.record(z.string(), z.unknown());
const listed = z.record(z.string(), z.array(record));
type Row = z.infer<typeof record>;

/** Draws for a goal what a customer knows; each record once. `undefined` where no record is left for it. */
export type DrawRecord = (goal: Goal, dice: Dice) => Knows | undefined;

type Asking = Pick<RunningService, 'url' | 'fetch'>;

/**
 * Makes the service's records anew, by its own reset, and reads them.
 *
 * @throws TouchpointError SERVICE_FAILED where it does not do so
 */
export async function readRecords(
  { url, fetch }: Asking,
  { reset, records, size }: Simulation['service'],
  start: { readonly seed: number; readonly at: number },
): Promise<DrawRecord> {
  await asked(fetch, `${url}${reset}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...start, orders: size }),
  });
  const lists = listed.parse(await (await asked(fetch, `${url}${records}`)).json());
  const used = new Set<Row>();
  const meant = new Map<Goal, readonly Row[]>();
  return (goal, dice) => {
    const left = (meant.get(goal) ?? lists[goal.about.list]?.filter((row) => isMeant(goal, row)) ?? []).filter(
      (row) => !used.has(row),
    );
    meant.set(goal, left);
    if (left.length === 0) return undefined;
    const row = dice.pick(left);
    used.add(row);
    return Object.fromEntries(
      Object.entries(goal.knows).map(([name, field]) => [name, valueIn(lists, goal, { row, field })]),
    );
  };
}

function isMeant({ about }: Goal, row: Row): boolean {
  return Object.entries(about.where).every(([field, wanted]) => row[field] === wanted);
}

/** `number`, or `customer.postcode` of the record in another list whose id `customer` is. */
function valueIn(
  lists: z.infer<typeof listed>,
  { about }: Goal,
  { row, field }: { readonly row: Row; readonly field: string },
): string {
  const [first = '', second] = field.split('.');
  if (second === undefined) return String(row[first] ?? '');
  const other = lists[about.with[first] ?? '']?.find(({ id }) => id === row[first]);
  return String(other?.[second] ?? '');
}

async function asked(fetch: Asking['fetch'], url: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  if (answer.ok) return answer;
  throw new TouchpointError('SERVICE_FAILED', `the service answered ${answer.status} at ${new URL(url).pathname}`, {
    fix: 'see `service` in simulation.yaml: it must make its records anew at `reset` and list them at `records`',
  });
}
