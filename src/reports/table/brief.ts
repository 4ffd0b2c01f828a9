/**
 * What reports keep of a case, in one line of text: values separated by tabs, of which a reader may make numbers without looking into them.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import { contributions } from '../../measurement/effort/contribution.ts';
import type { Tally } from '../../measurement/effort/tally.ts';
import { isAnswersOnly } from '../../measurement/experience/is-answers-only.ts';
import type { Facts } from '../../measurement/facts.ts';
import { kindOf } from '../report/cases/kind.ts';
import type { Place, Route, Said } from './terms.ts';

/** Values of a line before its burdens. */
export const fixed = 17;

/** Bits of the value `flags`. */
export const flags = { answersOnly: 1, identified: 2, returned: 4, nobody: 8 } as const;

/**
 * One line a case, none for no cases.
 *
 * @param cases of one conversation
 */
export function briefOf(measures: Measures, cases: readonly Facts[]): string {
  return cases.map((facts) => lineOf(measures, facts)).join('\n');
}

function lineOf(measures: Measures, facts: Facts): string {
  const { effort, feeling, person, review } = facts;
  const values: readonly (string | number | null)[] = [
    ...[plain(facts.case), plain(facts.conversation), plain(customerOf(facts))],
    ...[facts.startedAt, facts.lastAt, facts.closedAt],
    JSON.stringify(placeOf(facts)),
    JSON.stringify(Object.values(kindOf(measures, facts))),
    JSON.stringify(saidOf(facts)),
    JSON.stringify(routeOf(facts)),
    effort && Math.round(10 * effort.value),
    ...[facts.customerTurns, facts.returns, person.secondsToPerson],
    feeling && [Math.round(1000 * feeling.mean), Number(feeling.negative > 0), Number(isWorse(feeling))].join(' '),
    review.draw,
    flagsOf(facts),
    ...contributions(measures, facts.burdens).flatMap(({ tally, effort: cost }) => [
      tallyText(tally),
      Math.round(1e6 * cost),
    ]),
  ];
  return values.join('\t');
}

/** Whose case it is; one nobody is known for stands alone. */
function customerOf({ customer, conversation }: Facts): string {
  return customer === '' ? `conversation ${conversation}` : customer;
}

/** No line is broken by what came from outside. */
function plain(name: string): string {
  return /[\t\n\\]|^"/.test(name) ? JSON.stringify(name) : name;
}

function placeOf({ arms, triggered, initiated, ...facts }: Facts): Place {
  const { touchpoint, channel, entry, language, version, intent, dialog, stage, owner, team } = facts;
  return {
    ...{ touchpoint, channel, entry, language, version, intent, dialog, stage, owner, team },
    ...{ arms, triggered, initiated },
  };
}

function saidOf({ survey, expectations, promises }: Facts): Said {
  return {
    survey,
    expectations: expectations.map(({ dialog, turns, seconds, tookTurns, tookSeconds }) => ({
      dialog,
      turns,
      turnsMet: turns === null ? null : tookTurns <= turns,
      timeMet: seconds === null ? null : tookSeconds <= seconds,
    })),
    promises: { made: promises.made, kept: promises.kept, broken: promises.broken },
  };
}

function routeOf({ path, outcome }: Facts): Route {
  return path.map(({ dialog, asked, how }) => ({
    dialog,
    asked,
    finished: how === 'finished',
    reached: outcome.goals.some((goal) => goal.dialog === dialog && goal.state === 'reached'),
  }));
}

/** Smaller differences than this are noise. */
const noise = 0.05;

function isWorse({ first, last }: NonNullable<Facts['feeling']>): boolean {
  return last < first - noise;
}

function flagsOf(facts: Facts): number {
  return (
    Number(isAnswersOnly(facts)) * flags.answersOnly +
    Number(facts.identified) * flags.identified +
    Number(facts.conversations.length > 1) * flags.returned +
    Number(facts.customer === '') * flags.nobody
  );
}

function tallyText({ signal, owner, step }: Tally): string {
  return JSON.stringify([signal, owner, step && [step.file, step.line, step.dialog, step.step, step.version]]);
}
