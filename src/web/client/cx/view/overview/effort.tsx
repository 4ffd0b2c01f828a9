/** How hard it was: cases by effort, in the bands of effort/v1. */
import { barY, ruleY, text } from '@observablehq/plot';
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { listOf, numberOf } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { Chart } from '../../charts/plot.tsx';
import { at, countAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Amount, Count } from '../figures/figure.tsx';

const bands = {
  low: { name: 'Low, below 20', set: 'low_effort' },
  moderate: { name: 'Moderate, 20 to 60', set: 'moderate_effort' },
  high: { name: 'High, from 60', set: 'high_effort' },
} as const;

export function Effort({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const bins = listOf(at(report, 'effort.histogram')).map((n, bin) => ({ bin, n: numberOf(n) ?? 0 }));
  const isEmpty = bins.every(({ n }) => n === 0);
  return (
    <Card title="How hard it was" about={definitions.effort}>
      {isEmpty ? (
        <p class="none">No effort measured yet.</p>
      ) : (
        <>
          <Chart
            label="Cases by effort"
            table={
              <Bins
                report={report}
                bins={bins}
                hrefOf={(bin) => linkTo(address, 'cases', { bin: String(bin), order: 'hardest' })}
              />
            }
            draw={() => ({
              height: 170,
              marginLeft: 8,
              marginRight: 8,
              x: { label: null, type: 'band', tickFormat: (bin: number) => String(bin * 10), padding: 0.12 },
              y: { axis: null },
              color: { type: 'identity' },
              marks: [
                barY(bins, {
                  x: 'bin',
                  y: 'n',
                  fill: ({ bin }: { readonly bin: number }) => `var(--${bandOf(bin)})`,
                  rx: 3,
                }),
                text(bins, {
                  x: 'bin',
                  y: 'n',
                  text: ({ n }: { readonly n: number }) => (n > 0 ? n.toLocaleString() : ''),
                  dy: -8,
                  fill: 'var(--dim)',
                }),
                ruleY([0], { stroke: 'var(--rule)' }),
              ],
            })}
          />
          <ul class="legend">
            {(['low', 'moderate', 'high'] as const).map((band) => (
              <li key={band}>
                <i class={band} />
                <a href={linkTo(address, 'cases', { set: bands[band].set })}>
                  {bands[band].name}: <Count of={report} name={`effort.bands.${band}`} />
                </a>
              </li>
            ))}
            {countAt(report, 'effort.censored') > 0 && (
              <li>
                <i class="censored" />
                <a href={linkTo(address, 'cases', { set: 'censored' })}>
                  Broken off, at least as hard: <Count of={report} name="effort.censored" />
                </a>
              </li>
            )}
          </ul>
        </>
      )}
      <p class="detail">
        Median <Amount of={report} name="effort.median" />; one in ten above <Amount of={report} name="effort.p90" />.
      </p>
    </Card>
  );
}

function bandOf(bin: number): string {
  return bin < 2 ? 'low' : bin < 6 ? 'moderate' : 'high';
}

type BinsProps = {
  readonly report: Fields;
  readonly bins: readonly { readonly bin: number }[];
  hrefOf(bin: number): string;
};

function Bins({ report, bins, hrefOf }: BinsProps): JSX.Element {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Effort</th>
          <th class="number">Cases</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ bin }) => (
          <tr key={bin}>
            <th scope="row">
              <a href={hrefOf(bin)}>
                {bin * 10} to {bin * 10 + 10}
              </a>
            </th>
            <td class="number">
              <Count of={report} name={`effort.histogram.${bin}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
