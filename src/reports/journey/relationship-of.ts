/**
 * What lasts longer than a contact: whether customers would recommend the business, and whether they come back to it.
 */
import type { Instant } from '../../events/instant.ts';
import { clusteredMean } from '../../measurement/statistics/clustered-mean.ts';
import { rateOf, suppressed } from '../../measurement/statistics/rate.ts';
import { z95 } from '../../measurement/statistics/wilson.ts';
import { flags } from '../table/brief.ts';
import { type Contacts, knownContacts, walk } from './contacts-of.ts';
import { createSums } from './create-sums.ts';
import type { NetPromoters, Relationship } from './journey.ts';

const windowMs = 90 * 86_400_000;

export function relationshipOf(contacts: Contacts, asOf: Instant): Relationship {
  return { nps: netPromoters(contacts), back: backOf(knownContacts(contacts), asOf) };
}

/** The latest answer of each customer: who is asked often is one customer all the same. */
function netPromoters(contacts: Contacts): NetPromoters {
  const { said } = contacts.table.columns();
  const placeIn = Float64Array.from(
    contacts.table.saids(),
    ({ survey }) => survey.items.findLast(({ item, place }) => item === 'nps' && place !== null)?.place ?? -1,
  );
  const votes = createSums(1);
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  let latest = -1;
  walk(
    contacts,
    (row) => {
      const place = placeIn[said[row] ?? 0] ?? -1;
      if (place >= 0) latest = place;
    },
    () => {
      if (latest < 0) return;
      counts[latest >= 9 ? 'promoters' : latest <= 6 ? 'detractors' : 'passives']++;
      votes.add(0, latest >= 9 ? 1 : latest <= 6 ? -1 : 0, 1);
      votes.next();
      latest = -1;
    },
  );
  const moments = votes.moments(0);
  if (suppressed(moments.n)) return { ...counts, score: null, low: null, high: null };
  const { mean, variance } = clusteredMean(moments);
  const half = z95 * Math.sqrt(variance);
  const points = (share: number): number => Math.round(100 * Math.min(1, Math.max(-1, share)));
  return { ...counts, score: points(mean), low: points(mean - half), high: points(mean + half) };
}

function backOf(known: Contacts, asOf: Instant): Relationship['back'] {
  const { startedAt, conversation, flags: bits } = known.table.columns();
  const back = createSums(1);
  let [firstAt, talk, whose, isBack] = [0, 0, 0, false];
  walk(
    known,
    (row, customer) => {
      const at = startedAt[row] ?? 0;
      if (whose !== customer) {
        isBack = ((bits[row] ?? 0) & flags.returned) !== 0;
        [firstAt, talk, whose] = [at, conversation[row] ?? 0, customer];
      } else isBack ||= conversation[row] !== talk && at > firstAt && at <= firstAt + windowMs;
    },
    () => {
      if (firstAt > asOf - windowMs) return;
      back.add(0, isBack ? 1 : 0, 1);
      back.next();
    },
  );
  return rateOf(back.moments(0));
}
