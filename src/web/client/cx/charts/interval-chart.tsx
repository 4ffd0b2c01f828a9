/** Groups side by side: each one's share with its interval, and where all cases stand. Their numbers stand in the table of the groups below. */
import { dot, ruleX, ruleY } from '@observablehq/plot';
import type { JSX } from 'preact';
import { percent } from '../view/figures/numbers.ts';
import { Chart } from './plot.tsx';

/** @property isBelieved it differs from the rest, and not by chance */
export type IntervalRow = {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isBelieved: boolean;
};

type Props = {
  readonly name: string;
  readonly rows: readonly IntervalRow[];
  /** of all cases */
  readonly all: number | undefined;
};

export function IntervalChart({ name, rows, all }: Props): JSX.Element {
  return (
    <Chart
      label={name}
      table={null}
      draw={(width) => ({
        height: 44 + 30 * rows.length,
        marginLeft: Math.min(190, width / 3),
        x: { domain: [0, 1], label: null, grid: true, ticks: 5, tickFormat: percent },
        y: { domain: rows.map(({ label }) => label), label: null },
        color: { type: 'identity' },
        symbol: { type: 'identity' },
        marks: [
          ...(all === undefined ? [] : [ruleX([all], { stroke: 'var(--dim)', strokeDasharray: '3 4' })]),
          ruleY(rows, {
            y: 'label',
            x1: 'low',
            x2: 'high',
            stroke: 'var(--assumed)',
            strokeWidth: 7,
            strokeLinecap: 'round',
          }),
          dot(rows, {
            y: 'label',
            x: 'value',
            r: 5.5,
            symbol: ({ isBelieved }: IntervalRow) => (isBelieved ? 'diamond' : 'circle'),
            fill: ({ isBelieved }: IntervalRow) => (isBelieved ? 'var(--bad)' : 'var(--good)'),
            title: ({ label, value, low, high }: IntervalRow) =>
              `${label}: ${percent(value)} (${percent(low)}–${percent(high)})`,
            tip: { fill: 'var(--card)', stroke: 'var(--rule)' },
          }),
        ],
      })}
    />
  );
}
