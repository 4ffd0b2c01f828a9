/** What need not be asked: said along with something else, or known of the customer. */
import type { Entity, Value } from '../../../events/understood.ts';
import type { Dialog, Slot } from '../../program.ts';
import type { Mention } from '../../state.ts';
import { type Run, scopeOf } from '../run.ts';
import { fill, isFilled } from './fill.ts';

/** Customer turns for which a value that was said stays in mind. */
const rememberedTurns = 3;

/** The message that begins a dialog fills its slots: each value one slot, in the order in which they were said. */
export function takeMentioned(run: Run, dialog: Dialog): void {
  const used: Entity[] = [];
  for (const slot of dialog.slots.values()) {
    if (isFilled(run, slot.name)) continue;
    const entity = mostSpecific(run, slot).find((one) => !used.some((other) => overlap(one, other)));
    if (!entity) continue;
    used.push(entity);
    fill(run, { slot, value: entity.value, from: 'message' });
  }
}

function mostSpecific(run: Run, { type }: Slot): readonly Entity[] {
  return (run.understood?.entities ?? []).filter((one) => one.type === type);
}

function overlap(one: Entity, other: Entity): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * A value for a slot that is about to be asked for: from the customer's last words, or from what is known of the customer.
 *
 * @returns whether there was one; the slot is then filled
 */
export function fillKnown(run: Run, slot: Slot): boolean {
  const mentioned = mentionOf(run, slot);
  const value = mentioned?.value ?? recordOf(run, slot);
  if (value === null || value === undefined) return false;
  fill(run, { slot, value, from: mentioned ? 'message' : 'record' });
  return true;
}

function mentionOf({ state }: Run, { type }: Slot): Mention | undefined {
  const recent = state.mentions.filter(({ turn }) => state.turn - turn <= rememberedTurns);
  return recent.find((one) => one.type === type && !isVague(one, recent));
}

/** A bare number that is also something better known (an order's number, a postcode) is meant as that. */
function isVague(one: Mention, all: readonly Mention[]): boolean {
  const isSameWords = (other: Mention) => other.turn === one.turn && other.start < one.end && one.start < other.end;
  return one.type === 'number' && all.some((other) => other.type !== 'number' && isSameWords(other));
}

function recordOf(run: Run, slot: Slot): Value {
  return slot.known?.evaluate(scopeOf(run)) ?? null;
}
