/** What tells how a case ended, and where its witnesses disagree. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { moment, percent } from '../figures/numbers.ts';

export function Ledger({ ledger, outcome }: { readonly ledger: Fields; readonly outcome: Fields }): JSX.Element {
  const evidence = rowsAt(ledger, 'evidence');
  return (
    <section class="card">
      <h2>Evidence</h2>
      <p class="about">
        Solved with a probability of {percent(countAt(outcome, 'resolved'))}; decided by{' '}
        {textAt(outcome, 'by').replaceAll('_', ' ') || 'nothing'}.
      </p>
      {evidence.length === 0 ? (
        <p class="dim">There is none.</p>
      ) : (
        <ul class="ledger">
          {evidence.map((one) => (
            <li key={JSON.stringify(one)}>
              <b>{one['value'] === true ? 'yes' : 'no'}</b> {textAt(one, 'source').replaceAll('_', ' ')}
              <span class="dim">
                {' '}
                {moment(textAt(one, 'at'), '')} · {textAt(one, 'rule')} · {textAt(one, 'version')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rowsAt(ledger, 'conflicts').map((conflict) => (
        <p class="mark" key={JSON.stringify(conflict)}>
          {textAt(conflict, 'stronger').replaceAll('_', ' ')} overruled{' '}
          {textAt(conflict, 'overruled').replaceAll('_', ' ')}
        </p>
      ))}
    </section>
  );
}
