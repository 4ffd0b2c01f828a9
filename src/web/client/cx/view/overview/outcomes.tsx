/** How cases ended: a bar for each outcome that occurred, with the interval of its share. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, fieldsAt, figureAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { outcomeName, outcomeOrder } from '../../words/words.ts';
import { Card } from '../figures/card.tsx';
import { Count, Share } from '../figures/figure.tsx';

export function Outcomes({ report }: { readonly report: Fields }): JSX.Element {
  const present = Object.keys(fieldsAt(report, 'outcomes'))
    .filter((state) => countAt(report, `outcomes.${state}`) > 0)
    .toSorted((a, b) => outcomeOrder(a) - outcomeOrder(b));
  const most = Math.max(1, ...present.map((state) => countAt(report, `outcomes.${state}`)));
  return (
    <Card title="How cases ended" about={definitions.outcomes}>
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
            {present.map((state) => (
              <Bar report={report} state={state} most={most} key={state} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

type BarProps = { readonly report: Fields; readonly state: string; readonly most: number };

/** Where the share is known the bar is the share; until then it only compares counts, and says so by being pale. */
function Bar({ report, state, most }: BarProps): JSX.Element {
  const { address } = useWay();
  const share = figureAt(report, `outcomeShares.${state}`);
  const isKnown = share.kind === 'known';
  const width = isKnown ? share.value : (countAt(report, `outcomes.${state}`) / most) * 0.6;
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(address, 'cases', { outcome: state, order: 'hardest' })}>{outcomeName(state)}</a>
      </th>
      <td>
        <svg
          class={isKnown ? `bar ${kindOf(state)}` : 'bar pale'}
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect width={Math.max(0.8, width * 100)} height="10" rx="1" />
          {isKnown && <path class="whisker" d={`M${share.low * 100} 5H${share.high * 100}`} />}
        </svg>
        <span class="figure">{share.kind !== 'no_data' && <Share of={report} name={`outcomeShares.${state}`} />}</span>
      </td>
      <td class="count">
        <Count of={report} name={`outcomes.${state}`} />
      </td>
    </tr>
  );
}

function kindOf(state: string): string {
  if (state === 'resolved_assumed') return 'assumed';
  if (state.startsWith('resolved') || state === 'escalated_resolved') return 'good';
  return ['unresolved', 'escalated_unresolved', 'abandoned'].includes(state) ? 'bad' : 'neutral';
}
