/** What the figures rest on: the time, how many cases, and how fresh they are. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, numberAt, textAt } from '../../data/at.ts';
import { Count } from '../figures/figure.tsx';
import { duration, period } from '../figures/numbers.ts';

export function Facts({ report }: { readonly report: Fields }): JSX.Element {
  const { address } = useWay();
  const fresh = numberAt(report, 'trust.freshSeconds');
  return (
    <p class="facts">
      <b>{period(textAt(report, 'from'), textAt(report, 'to'))}</b>{' '}
      <span>{textAt(report, 'zone').replaceAll('_', ' ')}</span>
      {' · '}
      <a href={linkTo(address, 'cases', { set: 'engaged' })}>
        <Count of={report} name="cases.engaged" /> cases
      </a>
      {': '}
      <Count of={report} name="cases.open" /> open, <Count of={report} name="cases.provisional" /> provisional,{' '}
      <Count of={report} name="cases.final" /> final, <Count of={report} name="cases.outOfScope" /> out of scope
      {countAt(report, 'cases.unengaged') > 0 && (
        <>
          ; <Count of={report} name="cases.unengaged" /> where the customer never wrote
        </>
      )}
      {countAt(report, 'cases.spamTest') > 0 && (
        <>
          ; <Count of={report} name="cases.spamTest" /> spam or test
        </>
      )}
      {fresh !== undefined && <span> · newest event {duration(fresh)} old</span>}
    </p>
  );
}
