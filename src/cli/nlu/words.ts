/** How figures of `nlu eval` are said, in the terminal and on the page. */
import type { EvalFigures } from './eval-figures.ts';

/** `94.0 %`; empty where there is no share. */
export function percent(share: number | null): string {
  return share === null ? '' : `${(100 * share).toFixed(1)} %`;
}

/** `93–95 %`; empty without an interval. */
export function between(interval: readonly [number, number] | null): string {
  return interval === null ? '' : `${Math.round(100 * interval[0])}–${Math.round(100 * interval[1])} %`;
}

export function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

export function headline({ model, locale, train, result }: EvalFigures): string {
  const how =
    result.kind === 'test'
      ? 'judged on a test set'
      : 'judged by cross-validation, each phrase by a model that never saw it';
  return `${model.intents} intents in '${locale}', ${train.rows} phrases learned in ${train.seconds.toFixed(1)} s; ${result.rows} ${how}.`;
}

/** A gain that is worth the writing. */
const worthwhile = 0.01;

/** What the last quarter of the phrases brought; empty where no curve was drawn. */
export function verdict({ learningCurve }: EvalFigures): string {
  const [before, last] = learningCurve?.slice(-2) ?? [];
  if (!before || !last) return '';
  const gain = last.right - before.right;
  const points = (100 * Math.abs(gain)).toFixed(1);
  const brought = gain < 0 ? `cost ${points} points` : `brought ${points} points`;
  return gain >= worthwhile
    ? `More phrases still help: the last quarter of them ${brought}.`
    : `More of the same phrases help little: the last quarter of them ${brought}. Mend what is confused instead.`;
}
