/**
 * The bot as one touchpoint among the others: volume, satisfaction, ease, and what each adds to the whole. Measurement §4.
 */
import type { SurveyItem } from '../../events/speech/survey.ts';
import { type Rate, rateOf, rounded } from '../../measurement/statistics/rate.ts';
import { meanFrom } from '../report/satisfaction/by-customer.ts';
import { isContent } from '../report/satisfaction/is-content.ts';
import type { TableView } from '../table/create-table.ts';
import { contactIn, settledKinds } from './contact.ts';
import { type Contacts, walk } from './contacts-of.ts';
import { createSums, type GroupSums, inPoints } from './create-sums.ts';
import type { Contact, Journey, TouchpointFigures } from './journey.ts';
import { type Labels, labelsOf } from './labels.ts';

/** Most contacts first. */
export function touchpointsOf(contacts: Contacts): Pick<Journey, 'touchpoints' | 'whole'> {
  const { groups, csat, ces } = plainFigures(contacts);
  const total = groups.reduce((sum, one) => sum + one.contacts, 0);
  const means = { csat: meanOver(groups, 'csat'), ces: meanOver(groups, 'ces') };
  const touchpoints = groups
    .map((one): TouchpointFigures => {
      const share = total === 0 ? null : one.contacts / total;
      const contribution = { csat: added(share, one.csat, means.csat), ces: added(share, one.ces, means.ces) };
      return { ...one, share: share === null ? null : rounded(share), contribution };
    })
    .toSorted((a, b) => b.contacts - a.contacts || (a.touchpoint < b.touchpoint ? -1 : 1));
  return { touchpoints, whole: { contacts: total, csat, ces } };
}

type Plain = Omit<TouchpointFigures, 'share' | 'contribution'>;
type Summed = { readonly groups: readonly Plain[]; readonly csat: Rate; readonly ces: Rate };

function plainFigures(contacts: Contacts): Summed {
  const labels = labelsOf(contacts.table, ({ touchpoint }) => touchpoint);
  const [csat, ces] = [contentIn(contacts, labels, 'csat'), contentIn(contacts, labels, 'ces')];
  const effort = effortIn(contacts, labels);
  const counts = countsIn(contacts, labels);
  const groups = labels.names.flatMap((touchpoint, index): readonly Plain[] => {
    const number = index + 1;
    const count = (kind: Contact): number => counts[kind][number] ?? 0;
    const rows = count('bot') + count('people') + count('answers');
    if (rows === 0) return [];
    return [
      {
        touchpoint,
        kind: kinds.reduce((most, kind) => (count(kind) > count(most) ? kind : most)),
        contacts: rows - (counts.repeated[number] ?? 0),
        csat: rateOf(csat.moments(number)),
        ces: rateOf(ces.moments(number)),
        effort: meanFrom(inPoints(effort.moments(number))),
      },
    ];
  });
  return { groups, csat: rateOf(csat.moments(0)), ces: rateOf(ces.moments(0)) };
}

const kinds: readonly Contact[] = ['bot', 'people', 'answers'];

/** Whom contacts were with. @returns by touchpoint; `repeated`: answers to a contact that another answer is to: several are one contact */
function countsIn(contacts: Contacts, { names, of }: Labels) {
  const { place, startedAt } = contacts.table.columns();
  const contactAt = contactIn(contacts.table);
  const numbers = (): Uint32Array => new Uint32Array(names.length + 1);
  const counts = { bot: numbers(), people: numbers(), answers: numbers(), repeated: numbers() };
  const answeredBy = numbers();
  const answeredAt = new Float64Array(names.length + 1);
  walk(contacts, (row, customer) => {
    const touchpoint = of[place[row] ?? 0] ?? 0;
    const kind = contactAt(row) ?? 'bot';
    counts[kind][touchpoint] = (counts[kind][touchpoint] ?? 0) + 1;
    if (kind !== 'answers') return;
    const at = startedAt[row] ?? 0;
    if (answeredBy[touchpoint] === customer && answeredAt[touchpoint] === at)
      counts.repeated[touchpoint] = (counts.repeated[touchpoint] ?? 0) + 1;
    answeredBy[touchpoint] = customer;
    answeredAt[touchpoint] = at;
  });
  return counts;
}

/** Content answers by touchpoint; 0: of all. */
function contentIn(contacts: Contacts, { names, of }: Labels, item: SurveyItem): GroupSums {
  const { place, said } = contacts.table.columns();
  const { content, answers } = answersIn(contacts.table, item);
  const sums = createSums(names.length + 1);
  const add = (row: number): void => {
    const what = said[row] ?? 0;
    const n = answers[what] ?? 0;
    if (n === 0) return;
    sums.add(0, content[what] ?? 0, n);
    sums.add(of[place[row] ?? 0] ?? 0, content[what] ?? 0, n);
  };
  walk(contacts, add, sums.next);
  return sums;
}

/** How many answers, and content ones, there are in each of what was said. */
function answersIn(table: TableView, item: SurveyItem) {
  const all = table
    .saids()
    .map(({ survey }) => survey.items.flatMap((one) => (one.item === item ? [isContent(one)] : [])));
  return {
    answers: Uint8Array.from(all, (some) => some.filter((content) => content !== null).length),
    content: Uint8Array.from(all, (some) => some.filter((content) => content === true).length),
  };
}

function effortIn(contacts: Contacts, { names, of }: Labels): GroupSums {
  const { place, kind, tenths } = contacts.table.columns();
  const settled = settledKinds(contacts.table.kinds());
  const sums = createSums(names.length + 1);
  const add = (row: number): void => {
    const effort = tenths[row] ?? -1;
    if (settled[kind[row] ?? 0] !== 0 && effort >= 0) sums.add(of[place[row] ?? 0] ?? 0, effort, 1);
  };
  walk(contacts, add, sums.next);
  return sums;
}

/** Each touchpoint as heavy as it has contacts, not answers: who is asked often would weigh more. `null` where nothing can be shown of any. */
function meanOver(groups: readonly Plain[], item: 'csat' | 'ces'): number | null {
  const known = groups.flatMap((one) => {
    const rate = one[item];
    return rate.kind === 'rate' ? [{ value: rate.value, contacts: one.contacts }] : [];
  });
  const total = known.reduce((sum, { contacts }) => sum + contacts, 0);
  return total === 0 ? null : known.reduce((sum, { value, contacts }) => sum + value * contacts, 0) / total;
}

function added(share: number | null, rate: Rate, mean: number | null): number | null {
  return share === null || mean === null || rate.kind !== 'rate' ? null : rounded(share * (rate.value - mean));
}
