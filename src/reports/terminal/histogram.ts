import type { EffortFigures } from '../report/report.ts';
import { columns } from './blocks.ts';
import type { Paint } from './paint.ts';

const binWidth = 6;
const height = 4;

/** The distribution of effort in ten standing columns, coloured by band. Nothing for no cases. */
export function histogram(
  { histogram: bins, bands, censored }: EffortFigures,
  cases: number,
  paint: Paint,
): readonly string[] {
  if (cases === 0) return [];
  const rows = columns(bins, height).map(
    (cells) => `  ${cells.map((cell, bin) => drawn(cell, toneOf(bin, paint))).join('')}`,
  );
  const counts = bins
    .map((count) => (count === 0 ? '' : String(count)).padStart(binWidth - 2).padEnd(binWidth))
    .join('');
  const axis = bins.map((_, bin) => String(bin * 10).padEnd(binWidth)).join('');
  return [
    paint.strong('How hard it was') + paint.dim('  effort 0–100, all cases, open ones as they stand'),
    ...rows.map((row) => row.trimEnd()),
    `  ${paint.dim(`${axis}100`)}`,
    `  ${counts}`.trimEnd(),
    `  ${paint.good(`low ${bands.low}`)}  ${paint.fair(`moderate ${bands.moderate}`)}  ${paint.bad(`high ${bands.high}`)}` +
      `  ${paint.dim(`broken off ${censored}, at least as hard as shown`)}`,
  ];
}

function drawn(cell: string, tone: (text: string) => string): string {
  return cell === ' ' ? ' '.repeat(binWidth) : `${tone(cell.repeat(binWidth - 1))} `;
}

function toneOf(bin: number, paint: Paint): (text: string) => string {
  return bin < 2 ? paint.good : bin < 6 ? paint.fair : paint.bad;
}
