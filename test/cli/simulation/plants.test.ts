import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SeedRun } from '../../../src/cli/simulation/run-seed.ts';
import { runPlanted } from '../../../src/cli/simulation/simulate-bot.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import type { Query } from '../../../src/reports/report/query.ts';
import type { Plants } from '../../../src/simulation/draw-plants.ts';

const folder = fileURLToPath(new URL('../../..', import.meta.url));
const output = { out() {}, err() {} };
const query: Query = {
  ...{ from: null, to: null, zone: 'Europe/Berlin', asOf: Date.parse('2026-04-24'), filters: {}, by: null, seed: 1 },
};
let ran: { readonly run: SeedRun; readonly plants: Plants };

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function shareWith(facts: readonly Facts[], isMeant: (burden: Facts['burdens'][number]) => boolean): number {
  const of = facts.filter(({ burdens }) => burdens.some(isMeant));
  return of.length / facts.length;
}

describe('problems planted in a bot', () => {
  beforeAll(async () => {
    const { runs, plants } = await runPlanted({
      ...{ folder, environment: process.env, output, data: 'memory:', count: 500, seeds: [5], plant: 2 },
    });
    const [run] = runs;
    if (!run || !plants) throw new Error('nothing was planted');
    ran = { run, plants };
  }, 180_000);

  it('show first what is broken, by its dialog and step; and its cases, on which channel', () => {
    const { run, plants } = ran;
    const first = run.report.burdens.slice(0, 6);
    expect(first).toContainEqual(
      expect.objectContaining({
        signal: 'bot_failure',
        step: expect.objectContaining({ dialog: plants.broken.dialog }),
      }),
    );
    const isIt = ({ signal, step }: Facts['burdens'][number]): boolean =>
      signal === 'bot_failure' && step?.dialog === plants.broken.dialog;
    const channels = run.facts.filter(({ burdens }) => burdens.some(isIt)).map(({ channel }) => channel);
    const there = channels.filter((channel) => channel === plants.broken.channel);
    expect(there.length / channels.length).toBeGreaterThan(0.8);
  });

  it('show the sentence that customers say again and again, in the one language', () => {
    const { run, plants } = ran;
    const { language } = plants.misheard;
    const isIt = ({ signal, step }: Facts['burdens'][number]): boolean =>
      signal === 'rephrase' && step?.dialog === 'answers' && step.step === plants.misheard.as;
    const [found] = run.facts.flatMap(({ burdens }) => burdens.filter(isIt));
    const inIt = buildReport(run.facts, { ...query, filters: { language } }, published);
    expect(inIt.burdens.slice(0, 8)).toContainEqual(
      expect.objectContaining({
        signal: 'rephrase',
        step: expect.objectContaining({ file: found?.step?.file, line: found?.step?.line }),
      }),
    );
    const others = run.facts.filter((facts) => facts.language !== language);
    const own = run.facts.filter((facts) => facts.language === language);
    expect(shareWith(own, isIt)).toBeGreaterThan(3 * shareWith(others, isIt));
  });

  it('show the team that people wait for, on the one day', () => {
    const { run, plants } = ran;
    const weekdayOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short' });
    const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'][plants.slow.weekday];
    const waits = (isDay: boolean): readonly number[] =>
      run.facts
        .filter(({ team, startedAt }) => team === plants.slow.team && (weekdayOf.format(startedAt) === day) === isDay)
        .flatMap(({ person: { secondsToPerson } }) => (secondsToPerson === null ? [] : [secondsToPerson]));
    expect(median(waits(true))).toBeGreaterThan(3 * median(waits(false)));
  });

  it('are named by nothing that is stored', () => {
    expect(JSON.stringify(ran.run.facts)).not.toMatch(/plant|out of order/);
  });
});
