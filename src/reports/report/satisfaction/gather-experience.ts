import type { Facts } from '../../../measurement/facts.ts';
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { clusterOf } from '../cases/sample.ts';
import type { ArmCase, ExpectedCase, ExperienceSample, FeltCase } from './experience-sample.ts';
import { type Opinion, opinionOf } from './opinion.ts';

/** @property arm takes every case, @property add those that are engaged too */
export type ExperienceGathering = { arm(facts: Facts): void; add(facts: Facts): void; read(): ExperienceSample };

/** Gathers what is said of engaged cases in figures of satisfaction and feeling. */
export function gatherExperience(): ExperienceGathering {
  const opinions: Opinion[] = [];
  const felt: FeltCase[] = [];
  const expected: (ExpectedCase & { readonly case: string })[] = [];
  const armed: ArmCase[] = [];
  const initiated = { reactive: 0, interactive: 0, proactive: 0 };
  const promises = { made: 0, kept: 0, broken: 0 };
  let notFelt = 0;
  return {
    arm(facts) {
      if (facts.arms.length > 0) armed.push(armCaseOf(facts, clusterOf(facts)));
      initiated[facts.initiated]++;
    },
    add(facts) {
      const customer = clusterOf(facts);
      const opinion = opinionOf(facts, customer);
      if (opinion) opinions.push(opinion);
      if (facts.feeling) felt.push(feltOf(facts.feeling, facts.case, customer));
      else notFelt++;
      for (const one of facts.expectations) expected.push({ case: facts.case, customer, ...metOf(one) });
      promises.made += facts.promises.made;
      promises.kept += facts.promises.kept;
      promises.broken += facts.promises.broken;
    },
    read: () => ({
      opinions: opinions.toSorted(byCase),
      felt: felt.toSorted(byCase),
      notFelt,
      expected: expected.toSorted(byCase),
      armed: armed.toSorted(byCase),
      initiated: { ...initiated },
      promises: { ...promises },
    }),
  };
}

function armCaseOf(facts: Facts, customer: string): ArmCase {
  const { case: id, arms, triggered, outcome, effort } = facts;
  const isSeen = outcome.state !== 'open' && outcome.final && outcome.reopened !== null;
  const durable = isSeen ? isResolved(outcome.state) && outcome.reopened === false : null;
  return {
    case: id,
    customer,
    arms,
    triggered,
    durable,
    effort: effort?.value ?? null,
    contacted: facts.customerTurns > 0,
  };
}

function byCase(a: { readonly case: string }, b: { readonly case: string }): number {
  return a.case < b.case ? -1 : a.case > b.case ? 1 : 0;
}

/** Smaller differences than this are noise. */
const worse = 0.05;

function feltOf(
  { mean, negative, first, last }: NonNullable<Facts['feeling']>,
  id: string,
  customer: string,
): FeltCase {
  return { case: id, customer, mean, negative: negative > 0, worsened: last < first - worse };
}

function metOf({
  turns,
  seconds,
  tookTurns,
  tookSeconds,
}: Facts['expectations'][number]): Omit<ExpectedCase, 'customer'> {
  return {
    turnsMet: turns === null ? null : tookTurns <= turns,
    timeMet: seconds === null ? null : tookSeconds <= seconds,
  };
}
