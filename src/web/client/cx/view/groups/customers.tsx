/** Customers over time: what they bear over several cases, and who comes back. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Score } from '../cases/case-table.tsx';
import { Card } from '../figures/card.tsx';
import { Count } from '../figures/figure.tsx';

export function Customers({ report }: { readonly report: Fields }): JSX.Element {
  return (
    <div class="cards">
      <Card title="Cumulative effort" about={definitions.cumulative}>
        {countAt(report, 'customers.customers') === 0 ? (
          <p class="none">No data: no closed case of a known customer.</p>
        ) : (
          <Sums report={report} />
        )}
      </Card>
      <Card
        title="Who has borne most"
        about="Customers with more than one case, by cumulative effort. Hard: cases of high effort in ninety days."
      >
        <Heaviest report={report} />
      </Card>
    </div>
  );
}

const lines = {
  'customers.customers': 'customers with a closed case',
  'customers.again': 'of them with more than one',
  'customers.bands.low': 'stand below 20',
  'customers.bands.moderate': 'stand from 20 to 60',
  'customers.bands.high': 'stand at 60 and above',
  'customers.hardTwice': 'had two or more hard cases in ninety days',
  'customers.returns': 'times somebody came back with the same issue',
} as const;

function Sums({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  return (
    <>
      <ul class="sums">
        {Object.entries(lines).map(([name, words]) => (
          <li key={name}>
            <b>
              <Count of={report} name={name} />
            </b>{' '}
            {words}
          </li>
        ))}
      </ul>
      <p class="detail">
        <a href={linkTo(address, 'cases', { set: 'reopened' })}>Cases that came back</a>
      </p>
    </>
  );
}

function Heaviest({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const heaviest = rowsAt(report, 'customers.heaviest');
  if (heaviest.length === 0) return <p class="none">Nobody came more than once.</p>;
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Customer</th>
          <th class="number">Effort</th>
          <th class="number">Cases</th>
          <th class="number">Hard</th>
        </tr>
      </thead>
      <tbody>
        {heaviest.map((one) => (
          <tr key={textAt(one, 'customer')}>
            <th scope="row">
              <a href={linkTo(address, 'journey', { customer: textAt(one, 'customer') })}>
                {textAt(one, 'customer').slice(0, 12)}
              </a>
            </th>
            <td class="number">
              <Score effort={countAt(one, 'effort')} />
            </td>
            <td class="number">{countAt(one, 'cases')}</td>
            <td class="number">{countAt(one, 'hardCases')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
