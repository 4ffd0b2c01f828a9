import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { State } from '../state.ts';
import type { SurveyState } from '../survey-state.ts';

/** More notices of one conversation are not kept in mind: a business that sends so many within its own limits sends too many. */
const mostNotices = 20;

/** Keeps what will be asked and what was, what the business has told, and whether it may. @returns `undefined` when the event is of another family */
export function evolveExperience(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  const { survey } = state;
  switch (event.type) {
    case 'survey.eligible': {
      const { case: id, items, reachable } = event.data;
      return {
        ...state,
        survey: { ...survey, due: items.length === 0 ? survey.due : { case: id, items, reachable, at: event.at } },
      };
    }
    case 'survey.asked': {
      const { item, at: ref, case: byLink } = event.data;
      const npsAt = item === 'nps' ? event.at : survey.npsAt;
      const last = byLink === undefined ? { item, ref, at: event.at } : survey.last;
      const linked = byLink === undefined ? survey.linked : linkedFor(survey.linked, byLink);
      return { ...state, survey: { due: null, last, linked, askedAt: event.at, npsAt } };
    }
    case 'survey.answered': {
      const { item, case: byLink } = event.data;
      if (byLink === undefined) return state;
      const { answered } = linkedFor(survey.linked, byLink);
      return {
        ...state,
        survey: { ...survey, linked: { case: byLink, answered: [...new Set([...answered, item])] } },
      };
    }
    case 'notice.held':
    case 'notice.received': {
      const { key } = event.data;
      if (key === undefined || state.notices.some((one) => one.key === key)) return state;
      return { ...state, notices: [...state.notices, { key, at: event.at }].slice(-mostNotices) };
    }
    case 'consent.stated':
      return { ...state, consent: { value: event.data.value, at: event.at } };
    default:
      return undefined;
  }
}

function linkedFor(linked: SurveyState['linked'], id: string): NonNullable<SurveyState['linked']> {
  return linked?.case === id ? linked : { case: id, answered: [] };
}
