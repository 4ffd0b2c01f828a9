/** The numbers of each group; they are to be taken along as CSV. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { asking, type Dimension, linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { at, figureAt, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { dimensionName, valueName } from '../../words/words.ts';
import { Amount, Change, Count, Share } from '../figures/figure.tsx';
import { absence, percent } from '../figures/numbers.ts';
import { Scroll } from '../figures/scroll.tsx';
import { Term } from '../figures/term.tsx';

type Props = { readonly report: Fields; readonly by: Dimension };

export function GroupTable({ report, by }: Props): JSX.Element {
  const { address } = useWay();
  return (
    <>
      <Scroll label={`By ${by}`}>
        <table class="list">
          <thead>
            <tr>
              <th>{dimensionName(by)}</th>
              <th class="number">Cases</th>
              <th class="number">Good experience</th>
              <th class="number">
                <Term name="Against the rest" about={definitions.difference} />
              </th>
              <th class="number">
                <Term name="Same mix" about={definitions.standardised} />
              </th>
              <th class="number">
                <Term name="Could see" about={definitions.smallest} />
              </th>
              <th class="number">High effort</th>
              <th class="number">Median effort</th>
              <th class="number">Solved for good</th>
            </tr>
          </thead>
          <tbody>
            {rowsAt(report, 'groups').map((group, index) => (
              <Row group={group} index={index} by={by} key={textAt(group, 'key')} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="detail">
        <a href={`/api/cx/${asking(address, 'report.csv', { by })}`} download={`experience-by-${by}.csv`}>
          Download as CSV
        </a>
      </p>
    </>
  );
}

type RowProps = { readonly group: Fields; readonly index: number; readonly by: Dimension };

function Row({ group, index, by }: RowProps): JSX.Element {
  const { address } = useWay();
  const key = textAt(group, 'key');
  const prefix = `groups.${index}.`;
  const smallest = numberAt(group, 'against.goodExperience.smallest');
  const share = figureAt(group, 'goodExperience');
  const standardised = numberAt(group, 'against.standardised.goodExperience');
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(address, '', { [by]: key })}>{valueName(by, key)}</a>
      </th>
      <td class="number">
        <a href={linkTo(address, 'cases', { [by]: key, set: 'engaged', order: 'hardest' })}>
          <Count of={group} name="cases.engaged" prefix={prefix} />
        </a>
      </td>
      <td class="number">
        <Share of={group} name="goodExperience" prefix={prefix} />
      </td>
      <td class="number">
        <Change of={group} name="against.goodExperience.difference" prefix={prefix} />
        {at(group, 'against.goodExperience.isBelieved') === true && <b class="believed"> differs</b>}
      </td>
      <td class="number">
        {/* of as few cases as the share beside it */}
        {share.kind !== 'known' ? (
          <span class="dim">{absence(share)}</span>
        ) : standardised === undefined ? (
          <span class="dim">no data</span>
        ) : (
          percent(standardised)
        )}
      </td>
      <td class="number">
        {smallest === undefined ? <span class="dim">no data</span> : `± ${Math.round(100 * smallest)}`}
      </td>
      <td class="number">
        <Share of={group} name="effort.highShare" prefix={prefix} isBare />
      </td>
      <td class="number">
        <Amount of={group} name="effort.median" prefix={prefix} />
      </td>
      <td class="number">
        <Share of={group} name="durable.rate" prefix={prefix} isBare />
      </td>
    </tr>
  );
}
