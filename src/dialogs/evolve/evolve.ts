/**
 * The fold: one event more makes the next state. Total over every kind of event; without words (erased) it gives the same positions, with empty texts.
 */
import type { Draft } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { State } from '../state.ts';
import { evolveAction } from './evolve-action.ts';
import { countBurden } from './evolve-burdens.ts';
import { evolveCase } from './evolve-case.ts';
import { evolveConversation } from './evolve-conversation.ts';
import { evolveDialog } from './evolve-dialog.ts';
import { evolveExperience } from './evolve-experience.ts';
import { evolveHandoff } from './evolve-handoff.ts';

/** What a fold needs of an event: what happened, and when. */
export type Moment = Draft & { readonly at: Instant };

export function evolve(state: State, moment: Moment): State {
  return countBurden(evolved(state, moment), moment);
}

function evolved(state: State, moment: Moment): State {
  return (
    evolveConversation(state, moment) ??
    evolveDialog(state, moment) ??
    evolveAction(state, moment) ??
    evolveCase(state, moment) ??
    evolveHandoff(state, moment) ??
    evolveExperience(state, moment) ??
    state
  );
}
