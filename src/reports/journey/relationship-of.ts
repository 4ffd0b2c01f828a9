/**
 * What lasts longer than a contact: whether customers would recommend the business, and whether they come back to it.
 */
import type { Instant } from '../../events/instant.ts';
import { clusteredMean, momentsOf } from '../../measurement/statistics/clustered-mean.ts';
import { suppressed } from '../../measurement/statistics/rate.ts';
import { z95 } from '../../measurement/statistics/wilson.ts';
import { rateBy } from '../report/satisfaction/by-customer.ts';
import type { ContactSeen } from './contact.ts';
import type { NetPromoters, Relationship } from './journey.ts';

const windowMs = 90 * 86_400_000;

/** @param contacts in order of time */
export function relationshipOf(contacts: readonly ContactSeen[], asOf: Instant): Relationship {
  return { nps: netPromoters(contacts), back: backOf(contacts, asOf) };
}

/** The latest answer of each customer: who is asked often is one customer all the same. */
function netPromoters(contacts: readonly ContactSeen[]): NetPromoters {
  const latest = new Map<string, number>();
  for (const { customer, items } of contacts)
    for (const { item, place } of items) if (item === 'nps' && place !== null) latest.set(customer, place);
  const votes = [...latest.values()].map((place) => (place >= 9 ? 1 : place <= 6 ? -1 : 0));
  const promoters = votes.filter((vote) => vote > 0).length;
  const detractors = votes.filter((vote) => vote < 0).length;
  const counts = { promoters, passives: votes.length - promoters - detractors, detractors };
  if (suppressed(votes.length)) return { ...counts, score: null, low: null, high: null };
  const { mean, variance } = clusteredMean(momentsOf(votes.map((vote) => ({ total: vote, size: 1 }))));
  const half = z95 * Math.sqrt(variance);
  const points = (share: number): number => Math.round(100 * Math.min(1, Math.max(-1, share)));
  return { ...counts, score: points(mean), low: points(mean - half), high: points(mean + half) };
}

function backOf(contacts: readonly ContactSeen[], asOf: Instant): Relationship['back'] {
  const customers = [
    ...Map.groupBy(
      contacts.filter(({ known }) => known),
      ({ customer }) => customer,
    ),
  ];
  const matured = customers.flatMap(([customer, all]) => {
    const first = all[0];
    if (!first || first.at > asOf - windowMs) return [];
    const isBack = ({ at, conversation }: ContactSeen): boolean =>
      conversation !== first.conversation && at > first.at && at <= first.at + windowMs;
    return [{ customer, back: first.returned || all.some(isBack) }];
  });
  return rateBy(matured, ({ back }) => back);
}
