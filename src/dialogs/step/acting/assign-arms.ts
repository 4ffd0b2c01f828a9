import { emit, type Run } from '../run.ts';
import { armOf, experimentOf } from './arm-of.ts';

/** States the customer's arm in each experiment when an issue begins: before anything can lead to an offer, so that all who are drawn can be compared. */
export function assignArms(run: Run): void {
  const { customer } = run.state;
  for (const rule of run.program.rules) {
    if (rule.holdOut === 0) continue;
    const experiment = experimentOf(rule);
    const arm = armOf(experiment, customer, rule.holdOut);
    const probability = arm === 'held_out' ? rule.holdOut : 1 - rule.holdOut;
    emit(run, { type: 'arm.assigned', actor: 'system', data: { experiment, arm, probability } });
  }
}
