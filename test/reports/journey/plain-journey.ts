/**
 * The journey made plainly, an object a contact and a list a group: what the passes over columns are held against.
 */
import { published } from '../../../src/measurement/constants/measures.ts';
import { isAnswersOnly } from '../../../src/measurement/experience/is-answers-only.ts';
import type { FactsItem } from '../../../src/measurement/experience/read-experience.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { isResolved } from '../../../src/measurement/outcome/outcome-states.ts';
import { quantile } from '../../../src/measurement/statistics/quantile.ts';
import { rounded } from '../../../src/measurement/statistics/rate.ts';
import type { Contact, Journey } from '../../../src/reports/journey/journey.ts';
import { kindOf } from '../../../src/reports/report/cases/kind.ts';
import { meanOf, rateBy } from '../../../src/reports/report/satisfaction/by-customer.ts';
import { isContent } from '../../../src/reports/report/satisfaction/is-content.ts';

type Seen = Pick<Facts, 'conversation' | 'touchpoint' | 'intent' | 'stage' | 'language'> & {
  readonly id: string;
  readonly kind: Contact;
  readonly at: number;
  readonly customer: string;
  readonly known: boolean;
  readonly returned: boolean;
  readonly closed: { readonly effort: number; readonly resolved: boolean } | null;
  readonly items: readonly FactsItem[];
};

type Plain = Pick<Journey, 'moves' | 'stages' | 'consistency'> & {
  readonly touchpoints: readonly Omit<Journey['touchpoints'][number], 'share' | 'contribution'>[];
  readonly whole: Journey['whole'];
  readonly promoters: readonly number[];
  readonly back: Journey['relationship']['back'];
};

/** All of a journey but what is derived from its own figures. */
export function plainJourney(facts: readonly Facts[], asOf: number, zone: string): Plain {
  const contacts = facts.flatMap(seen).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const touchpoints = grouped(contacts, ({ touchpoint }) => touchpoint).map(([touchpoint, some]) => ({
    ...{ touchpoint, kind: mostOf(some), contacts: countOf(some) },
    ...{ csat: contentOf(some, 'csat'), ces: contentOf(some, 'ces') },
    effort: meanOf(closedIn(some), ({ effort }) => effort),
  }));
  const total = touchpoints.reduce((sum, one) => sum + one.contacts, 0);
  return {
    touchpoints: touchpoints.toSorted((a, b) => b.contacts - a.contacts || (a.touchpoint < b.touchpoint ? -1 : 1)),
    whole: { contacts: total, csat: contentOf(contacts, 'csat'), ces: contentOf(contacts, 'ces') },
    moves: movesOf(contacts),
    stages: grouped(closedIn(contacts), ({ stage }) => stage ?? 'none')
      .map(([stage, cases]) => ({
        ...{ stage, cases: cases.length, resolved: rateBy(cases, ({ resolved }) => resolved) },
        effort: meanOf(cases, ({ effort }) => effort),
      }))
      .toSorted((a, b) => b.cases - a.cases || (a.stage < b.stage ? -1 : 1)),
    consistency: consistencyOf(contacts, zone),
    promoters: promotersOf(contacts),
    back: backOf(contacts, asOf),
  };
}

function seen(facts: Facts): readonly Seen[] {
  const { engaged, state, joined } = kindOf(published, facts);
  const kind = isAnswersOnly(facts) ? 'answers' : engaged ? 'bot' : facts.customerTurns > 0 && joined ? 'people' : null;
  if (kind === null) return [];
  const { conversation, touchpoint, intent, stage, language, effort, survey } = facts;
  const closed = engaged && state !== 'open' && effort ? { effort: effort.value, resolved: isResolved(state) } : null;
  return [
    {
      ...{ id: facts.case, conversation, touchpoint, intent, stage, language, kind, at: facts.startedAt, closed },
      customer: facts.customer === '' ? `conversation ${conversation}` : facts.customer,
      known: facts.identified && facts.customer !== '',
      ...{ returned: facts.conversations.length > 1, items: survey.items },
    },
  ];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(all, keyOf)];
}

function closedIn(contacts: readonly Seen[]) {
  return contacts.flatMap(({ closed, ...one }) => (closed ? [{ ...one, ...closed }] : []));
}

function mostOf(contacts: readonly Seen[]): Contact {
  const count = (kind: Contact): number => contacts.filter((one) => one.kind === kind).length;
  return (['bot', 'people', 'answers'] as const).reduce((most, kind) => (count(kind) > count(most) ? kind : most));
}

function countOf(contacts: readonly Seen[]): number {
  const keys = contacts.map(({ kind, customer, at, id }) => (kind === 'answers' ? `${customer} ${at}` : `case ${id}`));
  return new Set(keys).size;
}

function contentOf(contacts: readonly Seen[], item: string) {
  const answers = contacts.flatMap(({ customer, items }) =>
    items.flatMap((one) => (one.item === item && isContent(one) !== null ? [{ customer, is: isContent(one) }] : [])),
  );
  return rateBy(answers, ({ is }) => is === true);
}

function movesOf(contacts: readonly Seen[]): Journey['moves'] {
  const known = contacts.filter((one) => one.known);
  const steps = grouped(known, ({ customer }) => customer).flatMap(([, own]) => {
    const apart = own.filter((one, index) => !own.slice(0, index).some((before) => isSame(before, one)));
    return apart.slice(1).flatMap((to, index) => {
      const from = apart[index];
      return from && to.at - from.at <= 7 * 86_400_000 ? [{ from, to, hours: (to.at - from.at) / 3_600_000 }] : [];
    });
  });
  return grouped(steps, ({ from, to }) => `${from.touchpoint} ${to.touchpoint}`)
    .map(([key, some]) => ({
      ...{ from: key.split(' ')[0] ?? '', to: key.split(' ')[1] ?? '', count: some.length },
      customers: new Set(some.map(({ to }) => to.customer)).size,
      hours: some.length < 10 ? null : rounded(medianOf(some.map(({ hours }) => hours))),
    }))
    .toSorted((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    .slice(0, 50);
}

function isSame(a: Seen, b: Seen): boolean {
  return a.conversation === b.conversation || (a.at === b.at && a.touchpoint === b.touchpoint);
}

function medianOf(values: readonly number[]): number {
  return (
    quantile(
      values.toSorted((a, b) => a - b),
      0.5,
    ) ?? Number.NaN
  );
}

function consistencyOf(contacts: readonly Seen[], timeZone: string): Journey['consistency'] {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  type Closed = ReturnType<typeof closedIn>[number];
  const spread = (cases: readonly Closed[], keyOf: (one: Closed) => string) => {
    const groups = grouped(cases, keyOf).filter(([, some]) => some.length >= 10);
    if (groups.length < 2) return null;
    return {
      groups: groups.length,
      effort: deviation(groups.map(([, some]) => meanIn(some.map(({ effort }) => effort)))),
      resolution: deviation(groups.map(([, some]) => meanIn(some.map(({ resolved }) => Number(resolved))))),
    };
  };
  const closed = closedIn(contacts).filter(({ intent }) => intent !== null);
  return grouped(closed, ({ intent }) => intent ?? '')
    .map(([intent, cases]) => ({
      ...{ intent, cases: cases.length, touchpoint: spread(cases, ({ touchpoint }) => touchpoint) },
      hour: spread(cases, ({ at }) => hour.format(at)),
      language: spread(cases, ({ language }) => language),
    }))
    .filter((one) => one.touchpoint !== null || one.hour !== null || one.language !== null)
    .toSorted((a, b) => b.cases - a.cases || (a.intent < b.intent ? -1 : 1))
    .slice(0, 50);
}

function meanIn(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const squares = values.reduce((sum, value) => sum + (value - meanIn(values)) ** 2, 0);
  return rounded(Math.sqrt(squares / (values.length - 1)));
}

/** Promoters, passives and detractors. */
function promotersOf(contacts: readonly Seen[]): readonly number[] {
  const latest = new Map<string, number>();
  for (const { customer, items } of contacts)
    for (const { item, place } of items) if (item === 'nps' && place !== null) latest.set(customer, place);
  const places = [...latest.values()];
  return [
    places.filter((place) => place >= 9).length,
    places.filter((place) => place > 6 && place < 9).length,
    places.filter((place) => place <= 6).length,
  ];
}

function backOf(contacts: readonly Seen[], asOf: number): Journey['relationship']['back'] {
  const window = 90 * 86_400_000;
  const known = contacts.filter((one) => one.known);
  const matured = grouped(known, ({ customer }) => customer).flatMap(([customer, all]) => {
    const [first] = all;
    if (!first || first.at > asOf - window) return [];
    const isBack = ({ at, conversation }: Seen): boolean =>
      conversation !== first.conversation && at > first.at && at <= first.at + window;
    return [{ customer, back: first.returned || all.some(isBack) }];
  });
  return rateBy(matured, ({ back }) => back);
}
