import { observeTurn } from '../../measurement/observers/observe-turn.ts';
import type { Observe } from '../../runtime/ports.ts';

/** What the measurement notes of each turn, inside the turn. */
export const observe: Observe = ({ state, drafts }) =>
  observeTurn({ recent: state.recent, locale: state.locale, drafts });
