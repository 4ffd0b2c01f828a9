import { isDeepStrictEqual } from 'node:util';
import { evolve } from '../../../src/dialogs/evolve/evolve.ts';
import { initialState, type State } from '../../../src/dialogs/state.ts';
import type { Property } from './evidence.ts';

/** The state a process goes on with is the fold of all events. */
export const stateIsFold: Property = ({ told }) =>
  told.flatMap(({ conversation, state, events }) => {
    const folded = JSON.parse(JSON.stringify(events.reduce(evolve, initialState(conversation))));
    const kept = JSON.parse(JSON.stringify(state));
    if (isDeepStrictEqual(kept, folded)) return [];
    return [
      `${conversation}: its state differs from the fold of its ${events.length} events in ${differing(kept, folded)}`,
    ];
  });

function differing(kept: State, folded: State): string {
  const parts = Object.entries(kept).filter(
    ([key, value]) => !isDeepStrictEqual(value, Object.entries(folded).find(([name]) => name === key)?.[1]),
  );
  return parts.map(([key]) => key).join(', ');
}
