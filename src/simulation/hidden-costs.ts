/**
 * What contact costs a customer, as nobody can see it: what the report's effort is held against. The weights are drawn anew for every seed, and know
 * nothing of the weights of effort/v1.
 */
import type { Dice } from './create-dice.ts';

/** Cost of one: word read, word typed, minute waited, thing said again, refusal, coming back, being misunderstood. */
export type HiddenCosts = {
  readonly read: number;
  readonly typed: number;
  readonly waited: number;
  readonly repeated: number;
  readonly refused: number;
  readonly cameBack: number;
  readonly lost: number;
};

/** Each weight half to double of its middle, whatever the others are. */
export function drawHiddenCosts(dice: Dice): HiddenCosts {
  const about = (middle: number): number => middle * 2 ** dice.between(-1, 1);
  return {
    read: about(0.004),
    typed: about(0.02),
    waited: about(0.25),
    repeated: about(1),
    refused: about(2),
    cameBack: about(2.5),
    lost: about(1.2),
  };
}
