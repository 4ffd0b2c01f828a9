/** How far the report itself can be trusted. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { numberAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Share } from '../figures/figure.tsx';
import { duration, moment, oneDecimal, percent } from '../figures/numbers.ts';

export function Trust({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const coverage = numberAt(report, 'durable.coverage');
  const fresh = numberAt(report, 'trust.freshSeconds');
  return (
    <div class="cards">
      <Card title="Assumed cases" about={definitions.audit}>
        <p class="big">
          <Share of={report} name="resolution.audit" isBare />
        </p>
        <p class="detail">
          of those reviewed were solved. <a href={linkTo(address, 'review')}>Review more</a>
        </p>
      </Card>
      <Card title="False rejections" about={definitions.falseRejections}>
        <p class="big">
          <Share of={report} name="resolution.falseRejections" isBare />
        </p>
        <p class="detail">
          of those reviewed were wrong. <a href={linkTo(address, 'review')}>Review more</a>
        </p>
      </Card>
      <Card title="Coming back" about={definitions.durable}>
        <p class="big">{coverage === undefined ? 'no data' : percent(coverage)}</p>
        <p class="detail">of final cases are of customers who would be recognised.</p>
      </Card>
      <Card
        title="Effort against CES"
        about="Rank correlation of observed effort with what customers answer: effort should fall where ease rises."
      >
        <Correlation report={report} />
      </Card>
      <Card title="Freshness and versions" about={definitions.fresh}>
        <p class="big">{fresh === undefined ? 'no data' : duration(fresh)}</p>
        <p class="detail">
          Made {moment(textAt(report, 'asOf'), textAt(report, 'zone'))} with {textAt(report, 'versions.effort')},{' '}
          {textAt(report, 'versions.outcome')}, measures number {numberAt(report, 'versions.measures')}.
        </p>
        {rowsAt(report, 'breaks').map((one) => (
          <p class="detail" key={textAt(one, 'at')}>
            Measures {numberAt(one, 'measures')} were published {textAt(one, 'at').slice(0, 10)}.
          </p>
        ))}
      </Card>
    </div>
  );
}

function Correlation({ report }: { readonly report: Fields }): JSX.Element {
  const [rho, low, high] = ['rho', 'low', 'high'].map((name) => numberAt(report, `trust.effortAgainstCes.${name}`));
  if (rho === undefined || low === undefined || high === undefined) return <p class="none">no data: too few answers</p>;
  return (
    <>
      <p class="big">{oneDecimal(rho)}</p>
      <p class="detail">
        {oneDecimal(low)} to {oneDecimal(high)}, {numberAt(report, 'trust.effortAgainstCes.n')} answers
      </p>
    </>
  );
}
