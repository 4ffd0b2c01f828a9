/** How cases ended: a bar for each outcome that occurred, with the interval of its share. */
import type { JSX } from 'preact';
import type { Outcome } from '../report/report.ts';
import { outcomeName, outcomeOrder } from '../words.ts';
import { absence, cases, percent, percentRange } from './numbers.ts';

export function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }): JSX.Element {
  const present = outcomes
    .filter((outcome) => outcome.cases > 0)
    .toSorted((a, b) => outcomeOrder(a.state) - outcomeOrder(b.state));
  const most = Math.max(1, ...present.map((outcome) => outcome.cases));
  return (
    <section class="card">
      <h2>How cases ended</h2>
      {present.length === 0 ? (
        <p class="none">No case yet.</p>
      ) : (
        <table class="bars">
          <thead class="hidden">
            <tr>
              <th>Outcome</th>
              <th>Share of closed cases</th>
              <th>Cases</th>
            </tr>
          </thead>
          <tbody>
            {present.map((outcome) => (
              <Bar outcome={outcome} most={most} key={outcome.state} />
            ))}
          </tbody>
        </table>
      )}
      <p class="about">Shares are of closed cases, with 95 % intervals. Below ten cases only counts are shown.</p>
    </section>
  );
}

/** Where the share is known the bar is the share; until then it only compares counts, and says so by being pale. */
function Bar({ outcome, most }: { readonly outcome: Outcome; readonly most: number }): JSX.Element {
  const { share } = outcome;
  const isKnown = share.kind === 'known';
  const width = isKnown ? share.value : (outcome.cases / most) * 0.6;
  return (
    <tr>
      <th scope="row">{outcomeName(outcome.state)}</th>
      <td>
        <svg
          class={isKnown ? `bar ${kindOf(outcome.state)}` : 'bar pale'}
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect width={Math.max(0.8, width * 100)} height="10" rx="1" />
          {isKnown && <path class="whisker" d={`M${share.low * 100} 5H${share.high * 100}`} />}
        </svg>
        <span class={isKnown ? 'figure' : 'figure dim'}>
          {isKnown
            ? `${percent(share.value)} (${percentRange(share.low, share.high)})`
            : share.kind === 'no_data'
              ? ''
              : absence(share)}
        </span>
      </td>
      <td class="count">{cases(outcome.cases)}</td>
    </tr>
  );
}

function kindOf(state: string): string {
  if (state === 'resolved_assumed') return 'assumed';
  if (state.startsWith('resolved') || state === 'escalated_resolved') return 'good';
  return ['unresolved', 'escalated_unresolved', 'abandoned'].includes(state) ? 'bad' : 'neutral';
}
