import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { State } from '../state.ts';

/** Keeps what will be asked, and what was. @returns `undefined` when the event is of another family */
export function evolveSurvey(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  const { survey } = state;
  switch (event.type) {
    case 'survey.eligible': {
      const { case: id, items, reachable } = event.data;
      return { ...state, survey: { ...survey, due: items.length === 0 ? null : { case: id, items, reachable } } };
    }
    case 'survey.asked': {
      const { item, at: ref } = event.data;
      const npsAt = item === 'nps' ? event.at : survey.npsAt;
      return { ...state, survey: { due: null, last: { item, ref, at: event.at }, askedAt: event.at, npsAt } };
    }
    default:
      return undefined;
  }
}
