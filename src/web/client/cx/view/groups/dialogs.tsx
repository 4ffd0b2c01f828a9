/** Dialogs: how far customers come in each, and how each compares. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { Card } from '../figures/card.tsx';
import { cases, percent } from '../figures/numbers.ts';
import { Groups } from './groups.tsx';

const about =
  'Of the cases that entered the dialog, how many came to each question it asks, and for how many it was the last. Reached: a goal of the dialog. Below ten cases only counts are shown.';
const fewest = 10;

export function Dialogs({ report }: { readonly report: Fields }): JSX.Element {
  const dialogs = rowsAt(report, 'dialogs');
  return (
    <div class="stack">
      <Card title="How far customers come" about={about} isWide>
        {dialogs.length === 0 && <p class="none">No dialog was entered.</p>}
        {dialogs.map((dialog) => (
          <Funnel dialog={dialog} key={textAt(dialog, 'dialog')} />
        ))}
      </Card>
      <Groups report={report} by="dialog" />
    </div>
  );
}

function Funnel({ dialog }: { readonly dialog: Fields }): JSX.Element {
  const { address } = useWay();
  const name = textAt(dialog, 'dialog');
  const all = countAt(dialog, 'cases');
  const to = (more: Readonly<Record<string, string>> = {}) =>
    linkTo(address, 'cases', { entered: name, order: 'hardest', ...more });
  return (
    <table class="funnel">
      <caption>
        <a href={to()}>{name}</a> <span class="dim">{cases(all)}</span>
      </caption>
      <thead class="hidden">
        <tr>
          <th>Step</th>
          <th>Cases that came there</th>
          <th>Stopped there</th>
        </tr>
      </thead>
      <tbody>
        <Bar name="entered" count={all} all={all} />
        {rowsAt(dialog, 'steps').map((step) => (
          <Bar
            key={textAt(step, 'slot')}
            name={`asked ${textAt(step, 'slot')}`}
            count={countAt(step, 'asked')}
            all={all}
            stopped={{ count: countAt(step, 'stopped'), href: to({ stopped: textAt(step, 'slot') }) }}
          />
        ))}
        <Bar name="goal reached" count={countAt(dialog, 'reached')} all={all} />
        <Bar name="case solved" count={countAt(dialog, 'resolved')} all={all} />
      </tbody>
    </table>
  );
}

type BarProps = {
  readonly name: string;
  readonly count: number;
  readonly all: number;
  readonly stopped?: { readonly count: number; readonly href: string };
};

function Bar({ name, count, all, stopped }: BarProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <svg class="bar good" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={all === 0 ? 0 : (100 * count) / all} height="10" />
        </svg>
        <span>
          {count.toLocaleString()}
          {all >= fewest && <span class="dim"> {percent(count / all)}</span>}
        </span>
      </td>
      <td>
        {stopped && stopped.count > 0 && (
          <a href={stopped.href} class="stopped">
            {stopped.count.toLocaleString()} stopped here
          </a>
        )}
      </td>
    </tr>
  );
}
