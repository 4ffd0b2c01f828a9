import type { TranscriptTurn } from '../transcript.ts';

/** Turns stay in the order they are written in: a time before that of an earlier turn is a clock that went wrong, and time stands still. */
export function inOrder(turns: readonly TranscriptTurn[]): readonly TranscriptTurn[] {
  let last = Number.NEGATIVE_INFINITY;
  return turns.map((turn) => {
    if (turn.at === undefined || turn.at >= last) {
      last = turn.at ?? last;
      return turn;
    }
    return { ...turn, at: last };
  });
}
