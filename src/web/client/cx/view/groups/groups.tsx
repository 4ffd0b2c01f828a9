/** Groups of cases side by side: how each differs from the rest, and whether to believe it. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { type Dimension, dimensions, linkHere } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { IntervalChart } from '../../charts/interval-chart.tsx';
import { at, figureAt, rowsAt, textAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { dimensionName, valueName } from '../../words/words.ts';
import { Card } from '../figures/card.tsx';
import { GroupTable } from './group-table.tsx';

type Props = { readonly report: Fields; readonly by: Dimension };

const measures = {
  goodExperience: 'Good experience',
  'effort.highShare': 'High effort',
  'resolution.confirmed': 'Solved for sure',
} as const;

/** Enough to see at once; all stand in the table. */
const charted = 20;

export function Groups({ report, by: usual }: Props): JSX.Element {
  const { address } = useWay();
  const by = dimensions.find((name) => name === address.params.get('by')) ?? usual;
  const asked = address.params.get('measure') ?? '';
  const measure = Object.keys(measures).find((name) => name === asked) ?? 'goodExperience';
  const groups = rowsAt(report, 'groups');
  const all = figureAt(report, measure);
  return (
    <Card title={`By ${dimensionName(by).toLowerCase()}`} about={definitions.difference} isWide>
      <ul class="spans">
        {Object.entries(measures).map(([name, words]) => (
          <li key={name}>
            <a href={linkHere(address, { measure: name })} {...(name === measure ? { 'aria-current': 'true' } : {})}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      {usual === 'touchpoint' && <OtherSides by={by} />}
      {groups.length === 0 ? (
        <p class="none">No case yet.</p>
      ) : (
        <IntervalChart
          key={`${by} ${measure}`}
          name={`${measure} by ${by}`}
          rows={groups.slice(0, charted).flatMap((group) => rowOf(group, by, measure))}
          all={all.kind === 'known' ? all.value : undefined}
        />
      )}
      <GroupTable report={report} by={by} />
    </Card>
  );
}

function OtherSides({ by }: { readonly by: Dimension }): JSX.Element {
  const { address } = useWay();
  return (
    <ul class="spans">
      {(['touchpoint', 'channel', 'entry', 'language'] as const).map((name) => (
        <li key={name}>
          <a href={linkHere(address, { by: name })} {...(name === by ? { 'aria-current': 'true' } : {})}>
            {dimensionName(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}

const comparisons: Readonly<Record<string, string>> = {
  goodExperience: 'goodExperience',
  'effort.highShare': 'highEffort',
  'resolution.confirmed': 'resolved',
};

function rowOf(group: Fields, by: Dimension, measure: string) {
  const figure = figureAt(group, measure);
  if (figure.kind !== 'known') return [];
  const isBelieved = at(group, `against.${comparisons[measure] ?? measure}.isBelieved`) === true;
  const { value, low, high } = figure;
  return [{ label: valueName(by, textAt(group, 'key')), value, low, high, isBelieved }];
}
