/**
 * Every worked example of docs/measures is executed: the input block of a page gives its output block.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventBody } from '../../src/events/event.ts';
import { published, signals } from '../../src/measurement/constants/measures.ts';
import { cumulativeEffort } from '../../src/measurement/cumulative-effort.ts';
import { contributions } from '../../src/measurement/effort/contribution.ts';
import { effort } from '../../src/measurement/effort/effort.ts';
import type { Tally } from '../../src/measurement/effort/tally.ts';
import type { Facts } from '../../src/measurement/facts.ts';
import { hitsIn } from '../../src/measurement/markers/create-matcher.ts';
import { readMarkers } from '../../src/measurement/markers/read-markers.ts';
import { measure } from '../../src/measurement/metric.ts';
import { outcome } from '../../src/measurement/outcome/outcome.ts';
import { outcomeStates } from '../../src/measurement/outcome/outcome-states.ts';
import { momentsOf } from '../../src/measurement/statistics/clustered-mean.ts';
import { rateOf } from '../../src/measurement/statistics/rate.ts';
import { cellsOf } from '../../src/reports/hours/cells-of.ts';
import { effortOf } from '../../src/reports/hours/effort-of.ts';
import { journeyOf } from '../../src/reports/journey/journey-of.ts';
import { buildReport } from '../../src/reports/report/build-report.ts';
import { tableOf } from '../../src/reports/table/table-of.ts';
import type { Cells } from '../../src/runtime/ports/rollup.ts';
import { answer } from '../reports/journey/answer.ts';
import { conversation, factsFrom } from '../reports/many-cases.ts';
import { type Beat, start, tell } from './story.ts';

const folder = new URL('../../docs/measures/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const actor = z.object({ actor: z.enum(['customer', 'bot', 'agent', 'system']) });

function blocksOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(page, folder), 'utf8');
  return new Map(
    [...text.matchAll(/^```jsonl? (\w+)\n([\s\S]*?)^```/gm)].map(([, name = '', body = '']) => [name, body]),
  );
}

function beatsIn(lines: string): readonly Beat[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ ...eventBody.parse(JSON.parse(line)), ...actor.parse(JSON.parse(line)) }));
}

/** Cases of each outcome, effortless, each of its own customer. */
function casesIn(json: string): readonly Facts[] {
  const [easy] = factsFrom(conversation('easy', 0));
  if (!easy) throw new Error('no facts');
  const counts = z.partialRecord(z.enum(outcomeStates), z.number()).parse(JSON.parse(json));
  return outcomeStates.flatMap((state) =>
    Array.from({ length: counts[state] ?? 0 }, (_, index) => {
      const id = `${state}-${index}`;
      return { ...easy, case: id, customer: id, engaged: state !== 'unengaged', outcome: { ...easy.outcome, state } };
    }),
  );
}

const someCases = z.strictObject({
  count: z.number(),
  state: z.enum(outcomeStates),
  final: z.boolean().default(true),
  reopened: z.boolean().nullable().default(null),
  asked: z.boolean().default(false),
  joined: z.boolean().default(false),
  byBot: z.boolean().default(false),
  secondsToPerson: z.number().nullable().default(null),
  effort: z.number().default(0),
  censored: z.boolean().default(false),
  promises: z.number().default(0),
  secondsAgo: z.number().default(0),
  assumed: z.boolean().optional(),
  rejected: z.boolean().optional(),
});

/** Cases as the lines say, each of its own customer. */
function mixIn(lines: string): readonly Facts[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line, row) => {
      const given = someCases.parse(JSON.parse(line));
      const { count, state, final, reopened, effort: value, secondsAgo, ...rest } = given;
      const { assumed, rejected, censored, promises: made, ...person } = rest;
      const judged = (['assumed', 'rejected'] as const).flatMap((sample) => {
        const found = { assumed, rejected }[sample];
        return found === undefined ? [] : [{ sample, value: found, at: start }];
      });
      const cases = casesIn(JSON.stringify({ [state]: count }));
      return cases.map((one) => ({
        ...one,
        case: `${one.case}-${row}`,
        customer: `${one.customer}-${row}`,
        effort: { value, low: value, high: value, band: 'low' as const },
        outcome: { ...one.outcome, final: final && state !== 'open', reopened },
        lastAt: query.asOf - 1000 * secondsAgo,
        ...{ person, censored, promises: { ...one.promises, made }, review: { draw: 0, judged } },
      }));
    });
}

/** Ten cases of which so many went well. */
function tenCases(good: number, more: Partial<Facts>, name: string): readonly Facts[] {
  const cases = casesIn(JSON.stringify({ resolved_confirmed: good, unresolved: 10 - good }));
  return cases.map((one) => ({ ...one, ...more, case: `${one.case}-${name}`, customer: `${one.customer}-${name}` }));
}

/** What closed cases of these efforts add up to. */
function cellsIn(json: string): Cells {
  const [easy] = casesIn('{"resolved_verified":1}');
  const sums: Record<string, number> = {};
  for (const value of z.array(z.number()).parse(JSON.parse(json))) {
    const facts = easy && { ...easy, effort: { value, low: value, high: value, band: 'low' as const } };
    for (const [cell, n] of Object.entries(facts ? cellsOf(published, facts) : {})) sums[cell] = (sums[cell] ?? 0) + n;
  }
  return sums;
}

function talliesIn(json: string): readonly Tally[] {
  const counts = z.partialRecord(z.enum(signals), z.number()).parse(JSON.parse(json));
  return signals
    .filter((signal) => counts[signal] !== undefined)
    .map((signal) => {
      const count = counts[signal] ?? 0;
      return { signal, owner: 'bot', step: null, probable: false, count, most: count, turns: [] };
    });
}

const query = { from: null, to: null, zone: 'UTC', asOf: start, filters: {}, by: null, seed: 1 };

/** What each kind of input block gives, by the name of the output block. */
const run: Readonly<Record<string, (input: string) => Readonly<Record<string, unknown>>>> = {
  events: (input) => {
    const events = tell(beatsIn(input));
    return { effort: measure(effort(published), events), outcome: measure(outcome(published), events) };
  },
  watched: (input) => {
    const { find, events } = z.object({ find: z.json(), events: z.array(z.json()) }).parse(JSON.parse(input));
    const { markers } = readMarkers({ path: 'markers.yaml', text: JSON.stringify({ markers: { it: { find } } }) });
    const told = tell(beatsIn(events.map((event) => JSON.stringify(event)).join('\n')));
    return { hits: hitsIn(markers, told).map(({ event }) => event.type) };
  },
  closed: (input) => {
    const closed = z.array(z.object({ closedAt: z.number(), effort: z.number() })).parse(JSON.parse(input));
    return { cumulative: cumulativeEffort(published, closed, 4) };
  },
  efforts: (input) => ({ hour: effortOf(cellsIn(input)) }),
  cases: (input) => ({ report: buildReport(casesIn(input), query, published) }),
  answers: (input) => {
    const given = Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(input)));
    const facts = given.flatMap(([touchpoint, values]) =>
      [...values].flatMap((value, index) =>
        answer({ id: `${touchpoint}${index}`, at: start - 1, touchpoint }, 'csat', value),
      ),
    );
    return { journey: journeyOf(tableOf(published, facts), query) };
  },
  mix: (input) => ({ report: buildReport(mixIn(input), query, published) }),
  days: (input) => {
    const goodOfTen = z.array(z.number()).parse(JSON.parse(input));
    const facts = goodOfTen.flatMap((good, day) => tenCases(good, { startedAt: start + day * 86_400_000 }, `${day}`));
    const { centre, points } = buildReport(facts, query, published).trend.charts.goodExperience;
    return { trend: { centre, outside: points.filter(({ isOutside }) => isOutside).map(({ from }) => from) } };
  },
  channels: (input) => {
    const channels = z.record(z.string(), z.tuple([z.number(), z.number()])).parse(JSON.parse(input));
    const facts = Object.entries(channels).flatMap(([channel, [n, good]]) =>
      casesIn(JSON.stringify({ resolved_confirmed: good, unresolved: n - good })).map((one) => ({
        ...one,
        case: `${one.case}-${channel}`,
        channel,
        customer: `${one.customer}-${channel}`,
      })),
    );
    const { groups } = buildReport(facts, { ...query, by: 'channel' }, published);
    return { difference: groups.find(({ key }) => key === 'web')?.against.goodExperience.difference };
  },
  burdens: (input) => {
    const saved = contributions(published, talliesIn(input)).map(({ tally, effort: points }) => [
      tally.signal,
      Math.round(points * 10) / 10,
    ]);
    return { contributions: Object.fromEntries(saved) };
  },
  clusters: (input) => {
    const { customers, casesEach, successes } = z.record(z.string(), z.number()).parse(JSON.parse(input));
    const clusters = Array.from({ length: customers ?? 0 }, (_, index) => ({
      total: index < (successes ?? 0) ? 1 : 0,
      size: casesEach ?? 1,
    }));
    return { rate: rateOf(momentsOf(clusters)) };
  },
};

describe.each(pages)('docs/measures/%s', (page) => {
  const blocks = blocksOf(page);
  const [input] = [...blocks.keys()].filter((name) => name in run);

  it('has the sections a reader relies on', () => {
    const text = readFileSync(new URL(page, folder), 'utf8');
    for (const needed of ['**Unit**', '**Source**', '## Definition', '## Worked example', '## When it misleads'])
      expect(text).toContain(needed);
  });

  it('has a worked example that comes out as it says', () => {
    const outputs = run[input ?? '']?.(blocks.get(input ?? '') ?? '') ?? {};
    const shown = [...blocks].filter(([name]) => name in outputs);
    expect(shown).toHaveLength(1);
    for (const [name, body] of shown) expect(outputs[name]).toMatchObject(JSON.parse(body));
  });
});
