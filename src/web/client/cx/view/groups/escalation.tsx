/** The way to a person: who asked, who got one, how long it took, and how teams compare. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Amount, Count } from '../figures/figure.tsx';
import { duration } from '../figures/numbers.ts';
import { Groups } from './groups.tsx';
import { Staff } from './staff.tsx';

export function Escalation({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const to = (set: string) => linkTo(address, 'cases', { set, order: 'hardest' });
  return (
    <div class="stack">
      <Card title="The way to a person" about={definitions.escalation} isWide>
        <ul class="sums">
          <li>
            <a href={to('asked')}>
              <Count of={report} name="escalation.asked" /> asked for a person
            </a>
          </li>
          <li>
            <a href={to('asked_and_got')}>
              <Count of={report} name="escalation.askedAndGot" /> got one
            </a>
          </li>
          <li>
            <a href={to('asked_and_not_got')}>
              <Count of={report} name="escalation.askedAndNotGot" /> did not
            </a>
          </li>
          <li>
            <a href={to('by_bot')}>
              <Count of={report} name="escalation.byBot" /> were handed over unasked
            </a>
          </li>
          <li>
            Median time to a person: <Amount of={report} name="escalation.secondsToPerson" say={duration} />
          </li>
        </ul>
      </Card>
      <Staff />
      <Groups report={report} by="team" />
    </div>
  );
}
