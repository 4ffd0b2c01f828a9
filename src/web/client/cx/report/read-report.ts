/** Reads `report/1` from JSON. What is missing is shown as not measured, so that a page older or newer than its server still tells the truth. */
import { type Fields, fieldsIn, fieldsOf, listOf, numberOf, textOf } from '../../json/fields.ts';
import type { Burden, Figure, LatestCase, Outcome, Report } from './report.ts';

export function readReport(json: string): Report {
  const report = fieldsIn(json);
  const at = (name: string) => fieldsOf(report[name]);
  const effort = at('effort');
  return {
    from: textOf(report['from']),
    to: textOf(report['to']),
    zone: textOf(report['zone']),
    asOf: textOf(report['asOf']),
    versions: [at('versions')['effort'], at('versions')['outcome']].map(textOf).filter(Boolean).join(' · '),
    cases: readCases(at('cases')),
    goodExperience: figure(report['goodExperience']),
    confirmed: figure(at('resolution')['confirmed']),
    resolution: readResolution(at('resolution')),
    highShare: figure(effort['highShare']),
    median: figure(effort['median']),
    asked: count(at('escalation')['asked']),
    askedAndGot: count(at('escalation')['askedAndGot']),
    outcomes: readOutcomes(at('outcomes'), at('outcomeShares')),
    histogram: listOf(effort['histogram']).map(count),
    bands: readBands(fieldsOf(effort['bands'])),
    censored: count(effort['censored']),
    burdens: listOf(report['burdens']).map(readBurden),
    latest: listOf(report['latest']).map(readLatest),
  };
}

function figure(value: unknown): Figure {
  const fields = fieldsOf(value);
  const n = count(fields['n']);
  if (fields['kind'] === 'too_few') return { kind: 'too_few', n };
  const [middle, low, high] = [fields['value'], fields['low'], fields['high']].map(numberOf);
  return middle === undefined || low === undefined || high === undefined
    ? { kind: 'no_data' }
    : { kind: 'known', value: middle, low, high, n };
}

function count(value: unknown): number {
  return numberOf(value) ?? 0;
}

function readCases(cases: Fields): Report['cases'] {
  const of = (name: string) => count(cases[name]);
  return {
    all: of('all'),
    engaged: of('engaged'),
    outOfScope: of('outOfScope'),
    unengaged: of('unengaged'),
    open: of('open'),
    provisional: of('provisional'),
    final: of('final'),
  };
}

function readResolution(resolution: Fields): Report['resolution'] {
  const [low, high] = [numberOf(resolution['low']), numberOf(resolution['high'])];
  return low === undefined || high === undefined ? undefined : { low, high };
}

function readOutcomes(outcomes: Fields, shares: Fields): readonly Outcome[] {
  return Object.entries(outcomes).map(([state, cases]) => ({
    state,
    cases: count(cases),
    share: figure(shares[state]),
  }));
}

function readBands(bands: Fields): Report['bands'] {
  return { low: count(bands['low']), moderate: count(bands['moderate']), high: count(bands['high']) };
}

function readBurden(value: unknown): Burden {
  const burden = fieldsOf(value);
  const step = fieldsOf(burden['step']);
  const [file, line] = [textOf(step['file']), numberOf(step['line'])];
  return {
    signal: textOf(burden['signal']),
    owner: textOf(burden['owner']),
    dialog: [textOf(step['dialog']), textOf(step['step'])].filter(Boolean).join(' › '),
    place: line === undefined ? file : `${file}:${line}`,
    cases: count(burden['cases']),
    pointsPer100Cases: figure(burden['pointsPer100Cases']),
  };
}

function readLatest(value: unknown): LatestCase {
  const one = fieldsOf(value);
  return {
    case: textOf(one['case']),
    startedAt: textOf(one['startedAt']),
    intent: textOf(one['intent']),
    outcome: textOf(one['outcome']),
    isFinal: one['final'] === true,
    effort: numberOf(one['effort']),
    customerTurns: count(one['customerTurns']),
  };
}
