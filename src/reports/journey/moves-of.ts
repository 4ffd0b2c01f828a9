/**
 * Where customers go next: from one contact to another within the window in which they may well be about the same.
 */
import { quantile } from '../../measurement/statistics/quantile.ts';
import { fewest, rounded } from '../../measurement/statistics/rate.ts';
import { type Contacts, knownContacts, walk } from './contacts-of.ts';
import type { Move } from './journey.ts';
import { labelsOf } from './labels.ts';

const windowMs = 7 * 86_400_000;
const hourMs = 3_600_000;
const mostShown = 50;

/** Between two touchpoints. @property last the customer who went last, to count each once */
type Going = { readonly from: number; readonly to: number; readonly hours: number[]; customers: number; last: number };

/** Only of customers who can be known again. Most frequent first. */
export function movesOf(contacts: Contacts): readonly Move[] {
  const { names, goings } = goingsIn(knownContacts(contacts));
  return goings
    .map(({ from, to, hours, customers }) => ({
      ...{ from: names[from - 1] ?? '', to: names[to - 1] ?? '', count: hours.length, customers },
      hours: medianOf(hours),
    }))
    .toSorted((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    .slice(0, mostShown);
}

function medianOf(hours: readonly number[]): number | null {
  const median = hours.length < fewest ? undefined : quantile(Float64Array.from(hours).sort(), 0.5);
  return median === undefined ? null : rounded(median);
}

function goingsIn(known: Contacts): { readonly names: readonly string[]; readonly goings: readonly Going[] } {
  const { place, startedAt } = known.table.columns();
  const { names, of } = labelsOf(known.table, ({ touchpoint }) => touchpoint);
  const isFirst = createFirsts(known, of, names.length);
  const goings = new Map<number, Going>();
  const going = (from: number, to: number): Going => {
    const number = from * (names.length + 1) + to;
    const found = goings.get(number) ?? { from, to, hours: [], customers: 0, last: 0 };
    goings.set(number, found);
    return found;
  };
  let [from, fromAt, whose] = [0, 0, 0];
  walk(known, (row, customer) => {
    if (!isFirst(row, customer)) return;
    const [to, at] = [of[place[row] ?? 0] ?? 0, startedAt[row] ?? 0];
    if (whose === customer && at - fromAt <= windowMs) addGoing(going(from, to), (at - fromAt) / hourMs, customer);
    [from, fromAt, whose] = [to, at, customer];
  });
  return { names, goings: [...goings.values()] };
}

function addGoing(going: Going, hours: number, customer: number): void {
  going.hours.push(hours);
  if (going.last !== customer) going.customers++;
  going.last = customer;
}

/** Issues of one conversation, and answers given at one moment, are one time in touch: told of rows in order of time, customer by customer. */
function createFirsts({ table }: Contacts, touchpointOf: Uint32Array, touchpoints: number) {
  const { place, startedAt, conversation } = table.columns();
  const heldBy = new Uint32Array(table.conversations.count());
  const metBy = new Uint32Array(touchpoints + 1);
  const metAt = new Float64Array(touchpoints + 1);
  return (row: number, customer: number): boolean => {
    const [talk, touchpoint, at] = [conversation[row] ?? 0, touchpointOf[place[row] ?? 0] ?? 0, startedAt[row] ?? 0];
    const isKnown = heldBy[talk] === customer || (metBy[touchpoint] === customer && metAt[touchpoint] === at);
    heldBy[talk] = customer;
    metBy[touchpoint] = customer;
    metAt[touchpoint] = at;
    return !isKnown;
  };
}
