/**
 * What acting unasked brings: customers who got what was offered against those who were held out, as they were assigned, whatever came of it (intention to
 * treat). Measurement §5 and §6.
 */
import { newcombe } from '../../../measurement/statistics/comparisons/newcombe.ts';
import { type Rate, rounded } from '../../../measurement/statistics/rate.ts';
import type { Difference, ExperimentFigures } from '../report.ts';
import { meanDifference, meanOf, rateBy } from './by-customer.ts';
import type { ArmCase, ExperienceSample } from './experience-sample.ts';

/** In order of names; only experiments in which somebody was assigned. */
export function experimentsOf({ armed }: Pick<ExperienceSample, 'armed'>): readonly ExperimentFigures[] {
  const names = new Set(armed.flatMap(({ arms }) => arms.map((arm) => arm.slice(0, arm.lastIndexOf('=')))));
  return [...names].toSorted().map((name) => experimentOf(armed, name));
}

function experimentOf(armed: readonly ArmCase[], experiment: string): ExperimentFigures {
  const inArm = (arm: string): readonly ArmCase[] => armed.filter(({ arms }) => arms.includes(`${experiment}=${arm}`));
  const [treated, heldOut] = [inArm('treated'), inArm('held_out')];
  const hasTriggered = ({ triggered }: ArmCase): boolean => triggered.includes(experiment);
  const durable = (cases: readonly ArmCase[]): Rate =>
    rateBy(
      cases.filter((one) => one.durable !== null),
      (one) => one.durable === true,
    );
  // whoever did not have to write had no effort
  const efforts = (cases: readonly ArmCase[]) => cases.filter(({ effort, contacted }) => effort !== null || !contacted);
  const contact = (cases: readonly ArmCase[]): Rate => rateBy(cases, ({ contacted }) => contacted);
  const effortOf = ({ effort }: ArmCase): number => effort ?? 0;
  const contacts = { treated: contact(treated), heldOut: contact(heldOut) };
  const rates = { treated: durable(treated), heldOut: durable(heldOut) };
  return {
    experiment,
    assigned: { treated: treated.length, heldOut: heldOut.length },
    triggered: { treated: treated.filter(hasTriggered).length, heldOut: heldOut.filter(hasTriggered).length },
    durable: { ...rates, difference: rateDifference(rates.treated, rates.heldOut) },
    effort: {
      treated: meanOf(efforts(treated), effortOf),
      heldOut: meanOf(efforts(heldOut), effortOf),
      difference: meanDifference(efforts(treated), efforts(heldOut), effortOf),
    },
    contact: { ...contacts, difference: rateDifference(contacts.treated, contacts.heldOut) },
  };
}

function rateDifference(a: Rate, b: Rate): Difference | null {
  if (a.kind !== 'rate' || b.kind !== 'rate') return null;
  const { value, low, high } = newcombe({ share: a.value, n: a.n }, { share: b.value, n: b.n });
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}
