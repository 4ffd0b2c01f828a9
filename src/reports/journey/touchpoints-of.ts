/**
 * The bot as one touchpoint among the others: volume, satisfaction, ease, and what each adds to the whole. Measurement §4.
 */
import type { SurveyItem } from '../../events/speech/survey.ts';
import type { Rate } from '../../measurement/statistics/rate.ts';
import { rounded } from '../../measurement/statistics/rate.ts';
import { meanOf, rateBy } from '../report/satisfaction/by-customer.ts';
import { isContent } from '../report/satisfaction/is-content.ts';
import type { ContactSeen } from './contact.ts';
import type { Contact, Journey, TouchpointFigures } from './journey.ts';

/** Most contacts first. */
export function touchpointsOf(contacts: readonly ContactSeen[]): Pick<Journey, 'touchpoints' | 'whole'> {
  const groups = [...Map.groupBy(contacts, ({ touchpoint }) => touchpoint)].map(([touchpoint, some]) =>
    plain(touchpoint, some),
  );
  const total = groups.reduce((sum, one) => sum + one.contacts, 0);
  const means = { csat: meanOver(groups, 'csat'), ces: meanOver(groups, 'ces') };
  const touchpoints = groups
    .map((one): TouchpointFigures => {
      const share = total === 0 ? null : one.contacts / total;
      const contribution = { csat: added(share, one.csat, means.csat), ces: added(share, one.ces, means.ces) };
      return { ...one, share: share === null ? null : rounded(share), contribution };
    })
    .toSorted((a, b) => b.contacts - a.contacts || (a.touchpoint < b.touchpoint ? -1 : 1));
  return {
    touchpoints,
    whole: { contacts: total, csat: contentWith(contacts, 'csat'), ces: contentWith(contacts, 'ces') },
  };
}

type Plain = Omit<TouchpointFigures, 'share' | 'contribution'>;

function plain(touchpoint: string, contacts: readonly ContactSeen[]): Plain {
  const closed = contacts.flatMap(({ customer, closed: end }) => (end ? [{ customer, effort: end.effort }] : []));
  return {
    touchpoint,
    kind: kindOf(contacts),
    contacts: countOf(contacts),
    csat: contentWith(contacts, 'csat'),
    ces: contentWith(contacts, 'ces'),
    effort: meanOf(closed, ({ effort }) => effort),
  };
}

/** Whom most of its contacts were with. */
function kindOf(contacts: readonly ContactSeen[]): Contact {
  const count = (kind: Contact): number => contacts.filter((one) => one.kind === kind).length;
  return (['bot', 'people', 'answers'] as const).reduce((most, kind) => (count(kind) > count(most) ? kind : most));
}

/** Several answers to one contact are one contact. */
function countOf(contacts: readonly ContactSeen[]): number {
  const answered = contacts.filter(({ kind }) => kind === 'answers');
  const distinct = new Set(answered.map(({ customer, at }) => `${customer} ${at}`));
  return contacts.length - answered.length + distinct.size;
}

function contentWith(contacts: readonly ContactSeen[], item: SurveyItem): Rate {
  const answers = contacts.flatMap(({ customer, items }) =>
    items.flatMap((one) => {
      const content = one.item === item ? isContent(one) : null;
      return content === null ? [] : [{ customer, content }];
    }),
  );
  return rateBy(answers, ({ content }) => content);
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
