import type { EventOf } from '../../events/event.ts';
import type { Experience, ItemSeen, SurveySeen } from './experience.ts';

type Seen =
  | EventOf<'survey.eligible'>
  | EventOf<'survey.asked'>
  | EventOf<'survey.answered'>
  | EventOf<'survey.commented'>
  | EventOf<'delivery.stated'>
  | EventOf<'customer.said'>;

/** What was asked, whether it was seen, and what was answered. An item asked several times in a case stands once, as it was asked last. */
export function foldSurvey(experience: Experience, event: Seen): Experience {
  const survey = change(experience.survey, event);
  return survey === experience.survey ? experience : { ...experience, survey };
}

function change(survey: SurveySeen, event: Seen): SurveySeen {
  switch (event.type) {
    case 'survey.eligible': {
      const { why, items, reachable } = event.data;
      return survey.eligibility ? survey : { ...survey, eligibility: { why, items, reachable } };
    }
    case 'survey.asked':
      return asked(survey, event);
    case 'survey.answered':
      return update(survey, event.data.item, { value: event.data.value, shown: true });
    case 'survey.commented':
      return update(survey, event.data.item, { commented: true, shown: true });
    case 'delivery.stated':
      return isSeen(event) ? shown(survey, ({ said }) => said <= event.data.said) : survey;
    case 'customer.said':
      return shown(survey, () => true);
  }
}

function asked(survey: SurveySeen, { seq, data: { item, scale, late = false } }: EventOf<'survey.asked'>): SurveySeen {
  const one: ItemSeen = { item, late, said: seq, shown: false, scale, value: null, commented: false };
  const others = survey.items.filter((known) => known.item !== item);
  return { ...survey, items: [...others, one] };
}

function isSeen({ data: { state } }: EventOf<'delivery.stated'>): boolean {
  return state === 'delivered' || state === 'read';
}

/** Whoever writes again, or whose channel says so, has had it before their eyes. */
function shown(survey: SurveySeen, isMeant: (one: ItemSeen) => boolean): SurveySeen {
  if (survey.items.every((one) => one.shown || !isMeant(one))) return survey;
  return { ...survey, items: survey.items.map((one) => (isMeant(one) ? { ...one, shown: true } : one)) };
}

function update(survey: SurveySeen, item: ItemSeen['item'], more: Partial<ItemSeen>): SurveySeen {
  return { ...survey, items: survey.items.map((one) => (one.item === item ? { ...one, ...more } : one)) };
}
