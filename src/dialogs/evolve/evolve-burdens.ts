import type { Draft } from '../../events/event.ts';
import type { BurdenName } from '../burdens.ts';
import type { State } from '../state.ts';

/** Counts what the customer has to bear in the issue of the moment, for rules that act on it at once. Effort itself is measured elsewhere, from the events. */
export function countBurden(state: State, event: Draft): State {
  if (event.type === 'case.opened') return { ...state, burdens: {}, ruled: [] };
  if (event.type === 'rule.triggered') return { ...state, ruled: [...state.ruled, event.data.rule] };
  const name = burdenOf(event);
  return name === undefined
    ? state
    : { ...state, burdens: { ...state.burdens, [name]: (state.burdens[name] ?? 0) + 1 } };
}

function burdenOf(event: Draft): BurdenName | undefined {
  switch (event.type) {
    case 'message.unmatched':
      return 'no_match';
    case 'message.unclear':
      return 'unclear';
    case 'message.rephrased':
      return 'rephrase';
    case 'question.asked':
      return event.data.reason === 'again' || event.data.reason === 'invalid' ? 'reprompt' : undefined;
    case 'slot.corrected':
    case 'confirmation.refused':
      return 'correction';
    case 'dialog.backtracked':
      return 'backtrack';
    case 'step.revisited':
      return 'loop';
    case 'action.failed':
    case 'turn.stranded':
    case 'turn.halted':
    case 'scope.refused':
      return 'bot_failure';
    case 'case.linked':
      return 'came_back';
    default:
      return undefined;
  }
}
