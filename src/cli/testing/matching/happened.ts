import type { Event } from '../../../events/event.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import type { Facts } from '../../../measurement/facts.ts';

type Happening = { readonly events: readonly Event[]; readonly facts: readonly Facts[] };

/** What stands behind a name of `happens` and `never`: a burden, a dialog, an action, a handoff, a promise, a goal. `null`: it did not happen. */
export function happened(name: string, { events, facts }: Happening): string | null {
  const event = events.find((one) => isNamed(one, name));
  if (event) return `${name}${placeOf(event)}, in customer turn ${event.turn}`;
  const burden = facts.flatMap(({ burdens }) => burdens).find(({ signal, count }) => signal === name && count > 0);
  if (!burden) return null;
  return `${name}${at(burden.step)}, in customer turn ${burden.turns.join(', ')}`;
}

function isNamed(event: Event, name: string): boolean {
  switch (event.type) {
    case 'handoff.requested':
      return name === 'handoff';
    case 'promise.made':
      return name === 'promise';
    case 'goal.reached':
      return name === 'goal';
    case 'dialog.entered':
      return event.data.dialog === name;
    case 'action.requested':
      return event.data.action === name;
    default:
      return false;
  }
}

function placeOf(event: Event): string {
  if (event.type === 'dialog.entered') return ` (${event.data.file}:${event.data.line})`;
  return 'at' in event.data ? at(event.data.at) : '';
}

function at(step: StepRef | null | undefined): string {
  return !step ? '' : ` (${step.file}:${step.line})`;
}
