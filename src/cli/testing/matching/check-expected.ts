/** Holds a whole conversation against what a test expects of it. */
import type { Event, EventOf } from '../../../events/event.ts';
import type { Value } from '../../../events/understood.ts';
import type { Facts } from '../../../measurement/facts.ts';
import type { Expect, Limits } from '../format/expect-schema.ts';
import { textWish } from '../format/text-wish.ts';
import { includes } from '../running/stub-actions.ts';
import type { Expected } from '../test.ts';
import { happened } from './happened.ts';

/** @property facts one row for each issue the customer came with; @property effort the highest of them, `null` when the customer said nothing */
export type Whole = {
  readonly events: readonly Event[];
  readonly facts: readonly Facts[];
  readonly effort: number | null;
  readonly customerTurns: number;
  readonly locale: string;
};

export type Unmet = { readonly line: number; readonly expected: string; readonly got: string };

type Found = { readonly path: readonly (string | number)[]; readonly expected: string; readonly got: string };
type Check = (wishes: Expect, whole: Whole) => readonly Found[];

/** Everything that is not as expected, in the order of the checks. */
export function checkExpected({ wishes, lineOf }: Expected, whole: Whole): readonly Unmet[] {
  return checks
    .flatMap((check) => check(wishes, whole))
    .map(({ path, expected, got }) => ({ line: lineOf(path), expected, got }));
}

const goals: Check = ({ goal }, { events }) => missingFrom('goal', goal, of(events, 'goal.reached'));
const failedGoals: Check = ({ goal_failed: goal }, { events }) =>
  missingFrom('goal_failed', goal, of(events, 'goal.failed'));

function missingFrom(
  key: string,
  wanted: string | readonly string[] | undefined,
  found: readonly { readonly data: { readonly goal: string } }[],
): readonly Found[] {
  const names = found.map(({ data }) => data.goal);
  return listOf(wanted)
    .filter((name) => !names.includes(name))
    .map((name) => ({ path: [key], expected: `${key.replace('_', ' ')}: ${name}`, got: names.join(', ') || 'none' }));
}

const outcome: Check = ({ outcome: wanted }, { facts }) => {
  const last = facts.at(-1)?.outcome;
  if (wanted === undefined || last?.state === wanted) return [];
  return [
    { path: ['outcome'], expected: wanted, got: last ? `${last.state} (${last.by.replaceAll('_', ' ')})` : 'none' },
  ];
};

const effort: Check = ({ effort: wanted }, whole) => {
  const found = within('effort', wanted, whole.effort);
  return found.map((one) => ({ ...one, got: `${one.got}${receipt(whole.facts)}` }));
};

const turns: Check = ({ turns: wanted }, { customerTurns }) => within('turns', wanted, customerTurns);

function within(key: string, wanted: Limits | undefined, got: number | null): readonly Found[] {
  if (wanted === undefined) return [];
  const { at_least: low, at_most: high } = typeof wanted === 'number' ? { at_least: wanted, at_most: wanted } : wanted;
  if (got !== null && got >= (low ?? 0) && got <= (high ?? Number.POSITIVE_INFINITY)) return [];
  const expected = [low === undefined ? '' : `at least ${low}`, high === undefined ? '' : `at most ${high}`];
  const shown = typeof wanted === 'number' ? String(wanted) : expected.filter(Boolean).join(' and ');
  return [{ path: [key], expected: `${key}: ${shown}`, got: got === null ? 'none' : String(got) }];
}

/** What the effort is made of, so that nobody has to guess. */
function receipt(facts: readonly Facts[]): string {
  const parts = facts.flatMap(({ burdens }) => burdens).filter(({ count }) => count > 0);
  const shown = parts.map(({ signal, count, step }) => {
    return `${signal} ${Math.round(count * 10) / 10}${step ? ` at ${step.file}:${step.line}` : ''}`;
  });
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`;
}

const handoff: Check = ({ handoff: wanted }, { events }) => {
  const all = of(events, 'handoff.requested').map(({ data }) => data);
  if (wanted === undefined || (wanted === false ? all.length === 0 : all.some((one) => isHandoff(one, wanted))))
    return [];
  const got = all.map(({ team, reason }) => `${team ?? 'no team'}, ${reason}`).join('; ') || 'none';
  return [{ path: ['handoff'], expected: `handoff: ${shown(wanted)}`, got }];
};

function isHandoff(data: EventOf<'handoff.requested'>['data'], wanted: NonNullable<Expect['handoff']>): boolean {
  if (typeof wanted === 'boolean') return wanted;
  const { team, reason, by } = typeof wanted === 'string' ? { team: wanted, reason: undefined, by: undefined } : wanted;
  return (
    (team === undefined || team === data.team) &&
    (reason === undefined || reason === data.reason) &&
    (by === undefined || by === data.by)
  );
}

const promise: Check = ({ promise: wanted }, { events }) => {
  const all = of(events, 'promise.made').map(({ data }) => data.what);
  const fits = typeof wanted === 'string' ? all.includes(wanted) : wanted === all.length > 0;
  return wanted === undefined || fits
    ? []
    : [{ path: ['promise'], expected: `promise: ${shown(wanted)}`, got: all.join(', ') || 'none' }];
};

const slots: Check = ({ slots: wanted }, { events }) =>
  Object.entries(wanted ?? {}).flatMap(([name, value]) => {
    const got = lastValue(events, name);
    return got !== undefined && includes(got, value)
      ? []
      : [
          {
            path: ['slots', name],
            expected: `${name}: ${shown(value)}`,
            got: got === undefined ? 'never filled' : shown(got),
          },
        ];
  });

function lastValue(events: readonly Event[], name: string): Value | undefined {
  const last = events.findLast(
    (event) =>
      (event.type === 'slot.filled' && event.data.slot === name) ||
      (event.type === 'value.set' && event.data.name === name),
  );
  return last?.type === 'slot.filled' || last?.type === 'value.set' ? last.words?.value : undefined;
}

const calls: Check = ({ calls: wanted }, { events }) =>
  Object.entries(wanted ?? {}).flatMap(([name, value]) => {
    const inputs = of(events, 'action.requested')
      .filter(({ data }) => data.action === name)
      .map(({ words }) => words?.input ?? null);
    return isCalled(inputs, value)
      ? []
      : [{ path: ['calls', name], expected: `${name}: ${shown(value)}`, got: calledAs(inputs) }];
  });

function isCalled(inputs: readonly Value[], wanted: NonNullable<Expect['calls']>[string]): boolean {
  if (typeof wanted === 'boolean') return wanted === inputs.length > 0;
  if (typeof wanted === 'number') return wanted === inputs.length;
  if (Array.isArray(wanted)) return includes(inputs, wanted);
  return inputs.some((input) => includes(input, wanted));
}

function calledAs(inputs: readonly Value[]): string {
  return inputs.length === 0 ? 'never called' : `called with ${inputs.map(shown).join(', then ')}`;
}

const says: Check = ({ says: wanted, never_says: unwanted }, { events }) => {
  const texts = of(events, 'bot.said').map(({ words }) => words?.text ?? '');
  const unsaid = listOf(wanted).filter((text) => !texts.some(matcherOf(text)));
  const said = listOf(unwanted).flatMap((text) => {
    const found = texts.find(matcherOf(text));
    return found === undefined ? [] : [{ path: ['never_says'], expected: `never says ${text}`, got: found }];
  });
  return [...unsaid.map((text) => ({ path: ['says'], expected: `says ${text}`, got: texts.join('\n') })), ...said];
};

function matcherOf(source: string | number | boolean): (text: string) => boolean {
  const wish = textWish(String(source));
  return (text) => 'matches' in wish && wish.matches(text);
}

const happens: Check = ({ happens: wanted, never: unwanted }, whole) => {
  const missing = listOf(wanted).filter((name) => happened(name, whole) === null);
  const surplus = listOf(unwanted).flatMap((name, n) => {
    const got = happened(name, whole);
    const path = Array.isArray(unwanted) ? ['never', n] : ['never'];
    return got === null ? [] : [{ path, expected: `never ${name}`, got }];
  });
  return [
    ...missing.map((name) => ({ path: ['happens'], expected: `happens: ${name}`, got: 'it did not happen' })),
    ...surplus,
  ];
};

const language: Check = ({ language: wanted }, { locale }) =>
  wanted === undefined || wanted === locale
    ? []
    : [{ path: ['language'], expected: `language: ${wanted}`, got: locale }];

const checks: readonly Check[] = [
  goals,
  failedGoals,
  outcome,
  effort,
  turns,
  handoff,
  promise,
  slots,
  calls,
  says,
  happens,
  language,
];

function of<T extends Event['type']>(events: readonly Event[], type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function listOf<T extends string | number | boolean>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
