/** What a message holds beside the answer to the open question: values for other slots, and other values for slots that have one. */
import type { Entity, Value } from '../../../events/understood.ts';
import { callChain } from '../../evolve/evolve-slots.ts';
import type { Slot } from '../../program.ts';
import type { Frame } from '../../state.ts';
import { fill } from '../flow/fill.ts';
import { type Run, topDialog, topFrame } from '../run.ts';
import type { Reading } from './answer.ts';

export type Fresh = { readonly slot: Slot; readonly value: Value };

/** @property depth of the frame whose slot it is */
export type Correction = Fresh & { readonly depth: number; readonly old: Value };

export type Said = { readonly fresh: readonly Fresh[]; readonly corrections: readonly Correction[] };

type Found = { readonly text: string; readonly reading: Reading | undefined };

/** Each value counts once; words that answer the open question, or mean something better known, mean nothing else. */
export function findSaid(run: Run, found: Found): Said {
  const used: Span[] = [...(found.reading?.spans ?? [])];
  const fresh: Fresh[] = [];
  const corrections: Correction[] = [];
  for (const entity of specificFirst(run.understood?.entities ?? [])) {
    if (used.some((span) => overlaps(entity, span))) continue;
    if (place(run, entity, { ...found, fresh, corrections })) used.push(entity);
  }
  return { fresh, corrections };
}

type Placing = Found & { readonly fresh: Fresh[]; readonly corrections: Correction[] };

/** Whether a slot takes the value: an empty one, or one that is corrected by it. */
function place(run: Run, entity: Entity, { text, reading, fresh, corrections }: Placing): boolean {
  const empty = emptySlot(run, entity, { fresh, reading });
  if (empty) return fresh.push({ slot: empty, value: entity.value }) > 0;
  const correction = correctionBy(run, entity, corrections);
  return correction !== undefined && isMeant(entity, { text, reading }) && corrections.push(correction) > 0;
}

type Span = Pick<Entity, 'start' | 'end'>;

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Fills the slots of the innermost dialog that were answered along with the question. */
export function takeFresh(run: Run, { fresh }: Said): void {
  for (const { slot, value } of fresh) fill(run, { slot, value, from: 'message' });
}

/** A bare number means itself only where nothing else is meant by it. */
function specificFirst(entities: readonly Entity[]): readonly Entity[] {
  return [...entities.filter(({ type }) => type !== 'number'), ...entities.filter(({ type }) => type === 'number')];
}

type Taken = { readonly fresh: readonly Fresh[]; readonly reading: Reading | undefined };

function emptySlot(run: Run, { type }: Entity, { fresh, reading }: Taken): Slot | undefined {
  const frame = topFrame(run);
  const slots = [...(topDialog(run)?.slots.values() ?? [])];
  return slots.find(
    (slot) =>
      slot.type === type &&
      slot.name !== reading?.slot &&
      !isHeld(frame, slot) &&
      !fresh.some((one) => one.slot.name === slot.name),
  );
}

/** The slot of this type filled last, from the dialog that began the calls on inwards; a value that is known already corrects nothing. */
function correctionBy(run: Run, entity: Entity, corrections: readonly Correction[]): Correction | undefined {
  const own = callChain(run.state.stack);
  const chain = run.state.stack.slice(own);
  const isKnown = chain.some(({ slots }) => Object.values(slots).some((value) => isSame(value, entity.value)));
  if (isKnown) return undefined;
  for (const [n, frame] of chain.entries()) {
    const slot = lastFilled(run, frame, entity.type);
    const isTaken = corrections.some((one) => one.slot.name === slot?.name);
    if (slot && !isTaken) return { slot, value: entity.value, depth: own + n, old: frame.slots[slot.name] ?? null };
  }
  return undefined;
}

function lastFilled(run: Run, frame: Frame, type: string): Slot | undefined {
  const slots = run.program.dialogs.get(frame.dialog)?.slots;
  const name = Object.keys(frame.slots).findLast((key) => slots?.get(key)?.type === type && frame.slots[key] !== null);
  return slots?.get(name ?? '');
}

/** In an answer in free words a value may stand for anything; alone, or nearly, it corrects. */
function isMeant({ text: said }: Entity, { text, reading }: Found): boolean {
  return reading?.certainty !== 'free' || said.length * 2 >= text.trim().length;
}

function isHeld(frame: Frame | undefined, { name }: Slot): boolean {
  return frame?.slots[name] !== undefined && frame.slots[name] !== null;
}

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
