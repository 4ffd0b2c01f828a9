import type { EvalFigures } from '../eval-figures.ts';
import { between, percent } from '../words.ts';
import { dot, type Field, fieldFrom, gridOf, plot, svg } from './plot.ts';

type Curve = NonNullable<EvalFigures['learningCurve']>;

/** How well texts are understood, over the phrases learned of an intent. */
export function curveChart(curve: Curve): string {
  const lowest = Math.min(...curve.map(({ interval }) => interval[0]));
  const bottom = Math.max(0, Math.floor(10 * lowest - 0.2) / 10);
  const field = fieldFrom(bottom);
  const most = curve.at(-1)?.phrases ?? 1;
  const placed = curve.map((point) => ({ ...point, x: point.phrases / most }));
  const path = placed.map(({ x, right }, n) => `${n === 0 ? 'M' : 'L'} ${field.x(x)} ${field.y(right)}`).join(' ');
  const dots = placed.map(({ x, right, interval }) => dot(field, { x, y: right, interval })).join('');
  const steps = Array.from({ length: Math.round((1 - bottom) * 10) + 1 }, (_, n) => bottom + n / 10);
  return svg(
    wordsOf(curve),
    `${gridOf(field, steps)}<path class="way" d="${path}"/>${dots}${ticks(field, placed)}<text class="tick middle" x="${field.x(0.5)}" y="${plot.height - 4}">phrases learned of an intent</text>`,
  );
}

function ticks({ x }: Field, placed: readonly { readonly x: number; readonly phrases: number }[]): string {
  return placed
    .map((point) => `<text class="tick middle" x="${x(point.x)}" y="${plot.height - 22}">${said(point.phrases)}</text>`)
    .join('');
}

function said(phrases: number): string {
  return phrases < 10 ? phrases.toFixed(1) : String(Math.round(phrases));
}

function wordsOf(curve: Curve): string {
  const points = curve.map(
    ({ phrases, right, interval }) =>
      `after ${said(phrases)} phrases an intent ${percent(right)} (${between(interval)})`,
  );
  return `Understood: ${points.join(', ')}.`;
}
