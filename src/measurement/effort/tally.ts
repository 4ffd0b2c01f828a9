/**
 * Tallies: the burdens of a case, counted by signal and by the step that caused them.
 */
import type { StepRef } from '../../events/step-ref.ts';
import type { Measures, Signal } from '../constants/measures.ts';

/** A dialog step with the hash of the program it stood in. */
export type Step = StepRef & { readonly version: string };

/**
 * @property count what counts: for probable burdens the sum of their probabilities
 * @property most the count if everything probable were certain
 * @property turns customer turns it happened in, each once, the first dozen
 * @property owner whoever can remove it: named by the dialog, else by the kind of burden
 */
export type Tally = {
  readonly signal: Signal;
  readonly owner: string;
  readonly step: Step | null;
  readonly probable: boolean;
  readonly count: number;
  readonly most: number;
  readonly turns: readonly number[];
};

/**
 * One burden.
 *
 * @property turn customer turn it happened in
 */
export type Burden = Omit<Tally, 'turns' | 'most'> & { readonly turn: number };

/** A receipt names so many turns of each row, and so many steps; what goes beyond is counted without its place, so that no receipt grows for ever. */
const mostTurns = 12;
const mostTallies = 60;

/** Adds one burden to those it shares signal, step and owner with. */
export function addBurden(tallies: readonly Tally[], burden: Burden): readonly Tally[] {
  const { turn, ...kind } = burden;
  const most = burden.probable && burden.count > 0 ? 1 : burden.count;
  const at = tallies.findIndex((one) => isSameKind(one, burden));
  const found = tallies[at];
  if (!found && tallies.length >= mostTallies && burden.step) return addBurden(tallies, { ...burden, step: null });
  if (!found) return [...tallies, { ...kind, most, turns: [turn] }];
  const isKnown = found.turns.at(-1) === turn || found.turns.length >= mostTurns;
  const turns = isKnown ? found.turns : [...found.turns, turn];
  return tallies.with(at, { ...found, count: found.count + burden.count, most: found.most + most, turns });
}

/** Owner of a burden that no dialog claims. */
export function ownerOf(measures: Measures, signal: Signal): string {
  return measures.effort.signals[signal].owner;
}

function isSameKind(a: Tally, b: Burden): boolean {
  return a.signal === b.signal && a.probable === b.probable && a.owner === b.owner && isSameStep(a.step, b.step);
}

function isSameStep(a: Step | null, b: Step | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.dialog === b.dialog && a.step === b.step && a.version === b.version && a.file === b.file && a.line === b.line
  );
}
