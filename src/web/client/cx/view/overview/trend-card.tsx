/** How a figure goes over time. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkHere, linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { fieldsAt, numberAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { oneDecimal } from '../figures/numbers.ts';

const names: Readonly<Record<string, string>> = {
  goodExperience: 'Good experience',
  resolved: 'Solved',
  durable: 'Solved for good',
  highEffort: 'High effort',
  medianEffort: 'Median effort',
};

const sets: Readonly<Record<string, string>> = {
  goodExperience: 'not_good',
  resolved: 'not_resolved',
  durable: 'not_durable',
  highEffort: 'high_effort',
};

export function TrendCard({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const asked = address.params.get('chart') ?? '';
  const chart = asked in names ? asked : 'goodExperience';
  const trend = fieldsAt(report, 'trend');
  const spread = numberAt(trend, `charts.${chart}.spread`);
  return (
    <Card title="Over time" about={definitions.trend}>
      <ul class="spans">
        {Object.entries(names).map(([name, words]) => (
          <li key={name}>
            <a href={linkHere(address, { chart: name })} {...(name === chart ? { 'aria-current': 'true' } : {})}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <TrendChart
        key={chart}
        name={names[chart] ?? chart}
        trend={trend}
        chart={chart}
        hrefOf={({ from }) =>
          linkTo(address, 'cases', {
            from,
            to: after(from, textAt(trend, 'bucket')),
            set: sets[chart],
            order: 'hardest',
          })
        }
      />
      <p class="about">
        Diamonds lie beyond what chance explains (3 of 1,000 do without a cause). Dotted lines: a version of the bot
        came in, or a dialog declares more turns than before, which hides effort.
        {spread !== undefined &&
          spread > 1.5 &&
          ` Days differ ${oneDecimal(spread)} times as much as chance makes them; the limits allow for it.`}
      </p>
    </Card>
  );
}

function after(from: string, bucket: string): string {
  const days = bucket === 'week' ? 7 : 1;
  return new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
