/**
 * Whether the same wish is served alike everywhere and always: spread of effort and resolution per intent. Measurement §3.
 */
import { fewest, rounded } from '../../measurement/statistics/rate.ts';
import type { ContactSeen } from './contact.ts';
import type { Consistency, Spread } from './journey.ts';

type Closed = ContactSeen & { readonly closed: NonNullable<ContactSeen['closed']>; readonly intent: string };

const mostShown = 50;

/** Most frequent first. */
export function consistencyOf(contacts: readonly ContactSeen[], zone: string): readonly Consistency[] {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  return [...Map.groupBy(contacts.filter(isClosed), ({ intent }) => intent)]
    .map(([intent, cases]) => ({
      intent,
      cases: cases.length,
      touchpoint: spreadOver(cases, ({ touchpoint }) => touchpoint),
      hour: spreadOver(cases, ({ at }) => hour.format(at)),
      language: spreadOver(cases, ({ language }) => language),
    }))
    .filter(({ touchpoint, hour: hours, language }) => touchpoint !== null || hours !== null || language !== null)
    .toSorted((a, b) => b.cases - a.cases || (a.intent < b.intent ? -1 : 1))
    .slice(0, mostShown);
}

function isClosed(contact: ContactSeen): contact is Closed {
  return contact.closed !== null && contact.intent !== null;
}

/** Of fewer than ten cases nothing can be said. */
function spreadOver(cases: readonly Closed[], keyOf: (one: Closed) => string): Spread | null {
  const groups = [...Map.groupBy(cases, keyOf).values()].filter((some) => some.length >= fewest);
  if (groups.length < 2) return null;
  return {
    groups: groups.length,
    effort: deviation(groups.map((some) => mean(some.map(({ closed }) => closed.effort)))),
    resolution: deviation(groups.map((some) => mean(some.map(({ closed }) => (closed.resolved ? 1 : 0))))),
  };
}

function mean(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of a sample: divided by one less than there are. */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return rounded(Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)));
}
