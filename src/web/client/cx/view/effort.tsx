/** How hard it was: cases by effort, in the bands of effort/v1. */
import type { JSX } from 'preact';
import { type Band, bandOf, type Report } from '../report/report.ts';
import { absence, cases, oneDecimal } from './numbers.ts';

const bandNames: Readonly<Record<Band, string>> = {
  low: 'Low, below 20',
  moderate: 'Moderate, 20 to 60',
  high: 'High, from 60',
};

export function Effort({ report }: { readonly report: Report }): JSX.Element {
  const { histogram, bands, censored, median } = report;
  const total = histogram.reduce((sum, n) => sum + n, 0);
  return (
    <section class="card">
      <h2>How hard it was</h2>
      {total === 0 ? (
        <p class="none">No effort measured yet.</p>
      ) : (
        <>
          <Histogram bins={histogram} />
          <ul class="legend">
            {(['low', 'moderate', 'high'] as const).map((band) => (
              <li key={band}>
                <i class={band} />
                {bandNames[band]}: <b>{cases(bands[band])}</b>
              </li>
            ))}
            {censored > 0 && (
              <li>
                <i class="censored" />
                Ended early, at least this much: <b>{cases(censored)}</b>
              </li>
            )}
          </ul>
          <p class="detail">
            {median.kind === 'known'
              ? `The median case took ${oneDecimal(median.value)} of 100 (${oneDecimal(median.low)}–${oneDecimal(median.high)}).`
              : `Median effort: ${absence(median)}.`}
          </p>
        </>
      )}
      <p class="about">
        0 is effortless. Burdens count: not being understood, repeating, waiting. Length alone does not.
      </p>
    </section>
  );
}

/** In CSS pixels. */
const tallest = 132;

function Histogram({ bins }: { readonly bins: readonly number[] }): JSX.Element {
  const most = Math.max(1, ...bins);
  return (
    <table class="histogram">
      <caption class="hidden">Cases by effort</caption>
      <tbody>
        <tr>
          {bins.map((n, index) => (
            <td key={index * 10}>
              <span class="hidden">
                Effort {index * 10} to {index * 10 + 10}:{' '}
              </span>
              <span class="n">{n > 0 ? n : <span class="hidden">0</span>}</span>
              <i class={`column ${bandOf(index * 10)}`} style={{ height: `${(n / most) * tallest}px` }} />
              <span class="tick" aria-hidden="true">
                {index * 10}
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
