/** The figures of `nlu eval` for people who design bots: what is understood, what is confused with what, and what to mend first. */
import { wilson } from '../../measurement/statistics/wilson.ts';
import type { EvalFigures, IntentFigures } from './eval-figures.ts';
import { between, headline, percent, shortened, verdict } from './words.ts';

const mostConfusions = 12;
const mostOverlaps = 12;

export function renderEval(figures: EvalFigures): string {
  const { intents, confusions, worst, overlaps, fewPhrases, calibration, learningCurve } = figures;
  return [
    headline(figures),
    ...scores(figures),
    '',
    'Intents, the worst first (share found, and share of what was taken for it that was right; with 95 % intervals)',
    ...intents.toSorted(worstFirst).map(intentLine),
    '',
    'Confused most often',
    ...confusions.slice(0, mostConfusions).flatMap(confusionLines),
    ...section('Taken for something else, and surely', worst.map(worstLine)),
    ...section('Said in several intents with the same words', overlaps.slice(0, mostOverlaps).map(overlapLine)),
    ...section(
      'Intents with too few phrases',
      fewPhrases.map(({ intent, phrases }) => `  ${intent}: ${phrases}`),
    ),
    ...section('Scores, and how many of the texts with such a score were understood', calibration.map(binLine)),
    ...section('Understood after learning a part of the phrases', [
      ...(learningCurve ?? []).map(pointLine),
      ...[verdict(figures)].filter(Boolean).map((line) => `  ${line}`),
    ]),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function scores({ result }: EvalFigures): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['understood, nothing rejected', ofRows(result.accuracy, result.inScopeRows)],
    ['understood and sure enough', ofRows(result.accuracyAtThreshold, result.inScopeRows)],
    ['mean F1 of the intents', percent(result.macroF1)],
    ['out of scope and left alone', ofRows(result.oosRecall, result.oosRows)],
    ['rejected and out of scope indeed', percent(result.oosPrecision)],
    ['scores off the truth by', percent(result.ece)],
  ];
  return rows.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(34)}${value}`);
}

function ofRows(share: number | null, n: number): string {
  if (share === null) return '';
  const { low, high } = wilson(share, n);
  return `${percent(share)}  (${between([low, high])})`;
}

function worstFirst(a: IntentFigures, b: IntentFigures): number {
  return a.f1 - b.f1 || b.n - a.n;
}

function intentLine({ intent, n, recall, precision, intervals }: IntentFigures): string {
  const shown = (share: number | null, interval: readonly [number, number] | null) =>
    share === null ? '–' : `${percent(share)} (${between(interval)})`;
  const found = shown(recall, intervals.recall).padEnd(20);
  return `  ${intent.padEnd(28)} ${String(n).padStart(5)} phrases   found ${found} right ${shown(precision, intervals.precision)}`;
}

function confusionLines({ gold, predicted, count, examples }: EvalFigures['confusions'][number]): readonly string[] {
  return [`  ${count} × ${gold} taken for ${predicted}`, ...examples.map((text) => `      ${shortened(text)}`)];
}

function worstLine({ text, gold, intent, score }: EvalFigures['worst'][number]): string {
  return `  ${percent(score)}  ${shortened(text)}  (${gold}, taken for ${intent})`;
}

function overlapLine({ phrases }: EvalFigures['overlaps'][number]): string {
  return `  ${phrases.map(({ intent, text }) => `${shortened(text)} (${intent})`).join(' = ')}`;
}

function binLine({ from, to, n, right, interval }: EvalFigures['calibration'][number]): string {
  const range = `${Math.round(100 * from)}–${Math.round(100 * to)} %`;
  return `  ${range.padEnd(10)} ${String(n).padStart(6)} texts   understood ${percent(right)} (${between(interval)})`;
}

function pointLine({ phrases, right, interval }: NonNullable<EvalFigures['learningCurve']>[number]): string {
  return `  ${phrases.toFixed(1).padStart(7)} phrases an intent   ${percent(right)} (${between(interval)})`;
}
