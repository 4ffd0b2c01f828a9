/** The figures of `nlu eval` for people who design bots: what is understood, what is confused with what, and what to mend first. */
import { type Confusion, confusionsOf } from '../../intents/evaluation/confusions-of.ts';
import { fewPhrases } from '../../intents/evaluation/findings/few-phrases.ts';
import { type Overlap, overlapsOf } from '../../intents/evaluation/findings/overlaps-of.ts';
import { worstOf } from '../../intents/evaluation/findings/worst-of.ts';
import { type IntentScores, intentScores } from '../../intents/evaluation/intent-scores.ts';
import type { Prediction } from '../../intents/evaluation/prediction.ts';
import type { Scores } from '../../intents/evaluation/scores-of.ts';
import { outOfScope } from '../../intents/example.ts';
import { wilson } from '../../measurement/statistics/wilson.ts';
import type { Judged } from './judge.ts';

const mostConfusions = 12;
const mostOverlaps = 12;

export function renderEval(judged: Judged): string {
  const { predictions, scores } = judged.evaluation;
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  return [
    headline(judged),
    ...figures(scores),
    '',
    'Intents, the worst first (share found with its 95 % interval; share of what was taken for it that was right)',
    ...intentScores(inScope).toSorted(worstFirst).map(intentLine),
    '',
    'Confused most often',
    ...confusionsOf(predictions).slice(0, mostConfusions).flatMap(confusionLines),
    ...section('Taken for something else, and surely', worstOf(predictions).map(worstLine)),
    ...section(
      'Said in several intents with the same words',
      overlapsOf(judged.train, judged.locale).slice(0, mostOverlaps).map(overlapLine),
    ),
    ...section(
      'Intents with too few phrases',
      fewPhrases(judged.train).map(({ intent, phrases }) => `  ${intent}: ${phrases}`),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function worstLine({ text, gold, intent, score }: Prediction): string {
  return `  ${percent(score)}  ${shortened(text)}  (${gold}, taken for ${intent ?? outOfScope})`;
}

function overlapLine({ phrases }: Overlap): string {
  return `  ${phrases.map(({ intent, text }) => `${shortened(text)} (${intent})`).join(' = ')}`;
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function headline({ locale, train, test, model, evaluation, seconds }: Judged): string {
  const how = test ? 'judged on a test set' : 'judged by cross-validation, each phrase by a model that never saw it';
  return `${model.classes.filter((name) => name !== outOfScope).length} intents in '${locale}', ${train.length} phrases learned in ${seconds.toFixed(1)} s; ${evaluation.scores.rows} ${how}.`;
}

function figures(scores: Scores): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['understood, nothing rejected', ofRows(scores.accuracy, scores.inScopeRows)],
    ['understood and sure enough', ofRows(scores.accuracyAtThreshold, scores.inScopeRows)],
    ['mean F1 of the intents', percent(scores.macroF1)],
    ['out of scope and left alone', ofRows(scores.oosRecall, scores.oosRows)],
    ['rejected and out of scope indeed', percent(scores.oosPrecision)],
    ['scores off the truth by', percent(scores.ece)],
  ];
  return rows.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(34)}${value}`);
}

function ofRows(share: number | null, n: number): string {
  return share === null ? '' : `${percent(share)}  (${between(share, n)})`;
}

function between(share: number, n: number): string {
  const { low, high } = wilson(share, n);
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

function percent(share: number | null): string {
  return share === null ? '' : `${(100 * share).toFixed(1)} %`;
}

function worstFirst(a: IntentScores, b: IntentScores): number {
  return a.f1 - b.f1 || b.n - a.n;
}

function intentLine({ intent, n, recall, precision }: IntentScores): string {
  const found = recall === null ? '–' : `${percent(recall)} (${between(recall, n)})`;
  return `  ${intent.padEnd(28)} ${String(n).padStart(5)} phrases   found ${found.padEnd(20)} right ${percent(precision) || '–'}`;
}

function confusionLines({ gold, predicted, count, examples }: Confusion): readonly string[] {
  return [`  ${count} × ${gold} taken for ${predicted}`, ...examples.map((text) => `      ${shortened(text)}`)];
}
