import type { TranscriptTurn } from '../transcript.ts';

/** Whether the turn at an index is what a rule looks for. */
export type TurnTest = (turns: readonly TranscriptTurn[], index: number) => boolean;

/** Whether a label or a text is one that is looked for. */
export type TextTest = (text: string) => boolean;

/**
 * @property after the latest earlier turn of whom it names; without `who` the turn before
 */
export type TurnWish = {
  readonly who?: readonly string[];
  readonly act?: TextTest;
  readonly text?: TextTest;
  readonly entities?: TextTest;
  readonly after?: TurnWish;
};

/** Everything wished for must hold. What a turn does not have fits no wish. */
export function turnTest(wish: TurnWish): TurnTest {
  return (turns, index) => fits(wish, turns, index);
}

function fits(wish: TurnWish, turns: readonly TranscriptTurn[], index: number): boolean {
  const turn = turns[index];
  if (!turn || (wish.who && !wish.who.includes(turn.who))) return false;
  if (wish.act && (turn.act === undefined || !wish.act(turn.act))) return false;
  if (wish.text && (turn.text === undefined || !wish.text(turn.text))) return false;
  if (wish.entities && !turn.entities.some(wish.entities)) return false;
  return !wish.after || fits(wish.after, turns, before(wish.after, turns, index));
}

function before({ who }: TurnWish, turns: readonly TranscriptTurn[], index: number): number {
  return turns.findLastIndex((turn, at) => at < index && (!who || who.includes(turn.who)));
}
