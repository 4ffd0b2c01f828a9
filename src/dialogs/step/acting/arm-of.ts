import type { Rule } from '../../program.ts';
import { drawLot } from '../issues/draw-lot.ts';

export type Arm = 'treated' | 'held_out';

/** The arm of a customer in an experiment: drawn by lot once, the same in every conversation. */
export function armOf(experiment: string, customer: string, holdOut: number): Arm {
  return drawLot(customer, `arm ${experiment}`) < holdOut ? 'held_out' : 'treated';
}

/** The name of a rule's experiment. */
export function experimentOf({ name }: Pick<Rule, 'name'>): string {
  return `rule:${name}`;
}
