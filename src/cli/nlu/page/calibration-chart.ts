import type { EvalFigures } from '../eval-figures.ts';
import { between, percent } from '../words.ts';
import { dot, fieldFrom, gridOf, plot, svg } from './plot.ts';

type Calibration = EvalFigures['calibration'];

/** Scores against the share of texts that were understood; where scores are true the dots lie on the line. */
export function calibrationChart(bins: Calibration): string {
  const field = fieldFrom(0);
  const { x, y } = field;
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const dots = bins.map(({ score, right, interval }) => dot(field, { x: score, y: right, interval })).join('');
  const ticks = shares
    .map(
      (share) =>
        `<text class="tick middle" x="${x(share)}" y="${plot.height - 22}">${Math.round(100 * share)} %</text>`,
    )
    .join('');
  return svg(
    wordsOf(bins),
    `${gridOf(field, shares)}<line class="truth" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>${dots}${ticks}<text class="tick middle" x="${x(0.5)}" y="${plot.height - 4}">score</text>`,
  );
}

function wordsOf(bins: Calibration): string {
  const said = bins.map(
    ({ n, score, right, interval }) =>
      `${n} texts with a score of ${percent(score)}, of which ${percent(right)} (${between(interval)}) were understood`,
  );
  return `${said.join('; ')}.`;
}
