/** What people did with the cases handed to them: how fast, how often on, what became of it; by team, by day of the week and by agent. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { asking } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Card } from '../figures/card.tsx';
import { Amount, Count, Share } from '../figures/figure.tsx';
import { duration } from '../figures/numbers.ts';
import { Scroll } from '../figures/scroll.tsx';
import { WithLoaded } from '../frame/with-loaded.tsx';

export function Staff(): JSX.Element {
  const { address } = useWay();
  return <WithLoaded path={asking(address, 'staff')} draw={(staff) => <Figures staff={staff} />} />;
}

const columns = [
  'Taken',
  'Time to accept',
  'First reply',
  'Handle time',
  'Passed on',
  'Told again',
  'Gave up waiting',
  'Solved',
];

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

function Figures({ staff }: { readonly staff: Fields }): JSX.Element {
  return (
    <Card title="What people did" about={definitions.staff} isWide>
      <Scroll label="What people did">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Who</th>
              {columns.map((name) => (
                <th scope="col" class="number" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row of={staff} prefix="staff." who="Everybody" />
            {rowsAt(staff, 'teams').map((team, index) => (
              <Row
                of={team}
                prefix={`staff.teams.${index}.`}
                who={`Team ${textAt(team, 'team') || 'of anybody'}`}
                key={textAt(team, 'team')}
              />
            ))}
            {rowsAt(staff, 'weekdays').map((day, index) => (
              <Row
                of={day}
                prefix={`staff.weekdays.${index}.`}
                who={weekdays[countAt(day, 'weekday') - 1] ?? ''}
                key={countAt(day, 'weekday')}
              />
            ))}
            {rowsAt(staff, 'agents').map((agent, index) => (
              <Row
                of={agent}
                prefix={`staff.agents.${index}.`}
                who={textAt(agent, 'name') || 'Somebody whose words were erased'}
                key={textAt(agent, 'agent')}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

type RowProps = { readonly of: Fields; readonly prefix: string; readonly who: string };

function Row({ of, prefix, who }: RowProps): JSX.Element {
  const seconds = ['acceptSeconds', 'firstReplySeconds', 'handleSeconds'];
  const shares = ['transferred', 'toldAgain', 'abandoned', 'solved'];
  return (
    <tr>
      <th scope="row">{who}</th>
      <td class="number">
        <Count of={of} name="taken" prefix={prefix} />
      </td>
      {seconds.map((name) => (
        <td class="number" key={name}>
          <Amount of={of} name={name} prefix={prefix} say={duration} />
        </td>
      ))}
      {shares.map((name) => (
        <td class="number" key={name}>
          <Share of={of} name={name} prefix={prefix} />
        </td>
      ))}
    </tr>
  );
}
