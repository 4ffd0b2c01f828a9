/** The figures that count most. */
import { wilson } from '../../../measurement/statistics/wilson.ts';
import type { EvalFigures } from '../eval-figures.ts';
import { between, percent } from '../words.ts';

/** Only what was measured. */
export function tiles({ result, train, model }: EvalFigures): string {
  const { accuracy, accuracyAtThreshold, oosRecall, ece, inScopeRows, oosRows, p50Micros, p99Micros } = result;
  const all = [
    tile('Understood', percent(accuracy), ofRows(accuracy, inScopeRows, 'the best intent is the true one')),
    tile('Understood and sure', percent(accuracyAtThreshold), ofRows(accuracyAtThreshold, inScopeRows, 'and accepted')),
    tile('Out of scope, left alone', percent(oosRecall), ofRows(oosRecall, oosRows, 'not taken for an intent')),
    tile('Scores off the truth', percent(ece), 'on average; 2 % is good'),
    tile(
      'A message takes',
      p50Micros === undefined ? '' : `${Math.round(p50Micros)} µs`,
      `half of them; 99 of 100 at most ${Math.round(p99Micros ?? 0)} µs`,
    ),
    tile('Learned in', `${train.seconds.toFixed(1)} s`, `${train.rows} phrases of ${model.intents} intents`),
  ];
  return `<div class="tiles">${all.join('')}</div>`;
}

function tile(name: string, figure: string, words: string): string {
  return figure === ''
    ? ''
    : `<section class="tile"><h2>${name}</h2><p class="figure">${figure}</p><p>${words}</p></section>`;
}

function ofRows(share: number | null, n: number, words: string): string {
  if (share === null) return '';
  const { low, high } = wilson(share, n);
  return `${between([low, high])} of ${n} texts: ${words}`;
}
