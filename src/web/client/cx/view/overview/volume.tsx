/** Where customers come, and how it goes there: touchpoints with more volume weigh more. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Count, Share } from '../figures/figure.tsx';

const shown = 8;

export function Volume({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const groups = rowsAt(report, 'groups');
  const most = Math.max(1, ...groups.map((group) => countAt(group, 'cases.engaged')));
  return (
    <Card title="Where customers come" about={definitions.volume}>
      {groups.length === 0 ? (
        <p class="none">No case yet.</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>Touchpoint</th>
              <th class="number">Cases</th>
              <th class="number">Good experience</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, shown).map((group, index) => (
              <tr key={textAt(group, 'key')}>
                <th scope="row">
                  <a href={linkTo(address, '', { touchpoint: textAt(group, 'key') })}>{textAt(group, 'label')}</a>
                  <svg class="bar thin" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(countAt(group, 'cases.engaged') / most) * 100} height="10" />
                  </svg>
                </th>
                <td class="number">
                  <Count of={group} name="cases.engaged" prefix={`groups.${index}.`} />
                </td>
                <td class="number">
                  <Share of={group} name="goodExperience" prefix={`groups.${index}.`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="detail">
        <a href={linkTo(address, 'touchpoints')}>Compare them</a>
      </p>
    </Card>
  );
}
