/**
 * Where customers go next: from one contact to another within the window in which they may well be about the same.
 */

import { quantile } from '../../measurement/statistics/quantile.ts';
import { fewest, rounded } from '../../measurement/statistics/rate.ts';
import type { ContactSeen } from './contact.ts';
import type { Move } from './journey.ts';

const windowMs = 7 * 86_400_000;
const hourMs = 3_600_000;
const mostShown = 50;

type Step = { readonly from: string; readonly to: string; readonly customer: string; readonly hours: number };

/** Only of customers who can be known again. Most frequent first. @param contacts in order of time */
export function movesOf(contacts: readonly ContactSeen[]): readonly Move[] {
  const steps = [
    ...Map.groupBy(
      contacts.filter(({ known }) => known),
      ({ customer }) => customer,
    ).values(),
  ].flatMap(stepsOf);
  return [...Map.groupBy(steps, ({ from, to }) => JSON.stringify([from, to])).values()]
    .flatMap((some) => moveOf(some))
    .toSorted((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    .slice(0, mostShown);
}

/** Issues of one conversation, and answers given at one moment, are one time in touch. */
function stepsOf(contacts: readonly ContactSeen[]): readonly Step[] {
  const distinct = contacts.filter(
    (one, index) =>
      contacts.findIndex((known) => known.conversation === one.conversation || isSameMoment(known, one)) === index,
  );
  return distinct.flatMap((one, index) => {
    const next = distinct[index + 1];
    if (!next || next.at - one.at > windowMs) return [];
    return [{ from: one.touchpoint, to: next.touchpoint, customer: one.customer, hours: (next.at - one.at) / hourMs }];
  });
}

function isSameMoment(a: ContactSeen, b: ContactSeen): boolean {
  return a.at === b.at && a.touchpoint === b.touchpoint;
}

function moveOf(steps: readonly Step[]): readonly Move[] {
  const [first] = steps;
  if (!first) return [];
  const hours =
    steps.length < fewest
      ? undefined
      : quantile(
          steps.map((one) => one.hours).toSorted((a, b) => a - b),
          0.5,
        );
  return [
    {
      ...{ from: first.from, to: first.to, count: steps.length },
      customers: new Set(steps.map(({ customer }) => customer)).size,
      hours: hours === undefined ? null : rounded(hours),
    },
  ];
}
