/** What the effort of a case is made of. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { countAt, numberAt, rowsAt, textAt } from '../../data/at.ts';
import { signalName } from '../../words/words.ts';
import { oneDecimal } from '../figures/numbers.ts';
import { Score } from './case-table.tsx';

type Props = { readonly receipt: Fields; readonly isCensored: boolean };

export function Receipt({ receipt, isCensored }: Props): JSX.Element {
  const effort = numberAt(receipt, 'effort');
  const burdens = rowsAt(receipt, 'burdens');
  return (
    <section class="card">
      <h2>
        Effort <Score effort={effort} isCensored={isCensored} />
      </h2>
      {effort === undefined ? (
        <p class="none">The customer never wrote.</p>
      ) : (
        <p class="about">
          From {oneDecimal(countAt(receipt, 'low'))}, counting only what is certain, to{' '}
          {oneDecimal(countAt(receipt, 'high'))}, with all that is probable.
        </p>
      )}
      {burdens.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th>Burden</th>
              <th class="number">Counted</th>
              <th class="number">Weight</th>
              <th class="number">Points</th>
            </tr>
          </thead>
          <tbody>
            {burdens.map((burden) => (
              <tr key={JSON.stringify(burden)}>
                <th scope="row">
                  {signalName(textAt(burden, 'signal'))}
                  <span class="under">{placeOf(burden)}</span>
                </th>
                <td class="number">{oneDecimal(countAt(burden, 'counted'))}</td>
                <td class="number">{oneDecimal(countAt(burden, 'weight'))}</td>
                <td class="number">{oneDecimal(countAt(burden, 'points'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function placeOf(burden: Fields): string {
  const line = numberAt(burden, 'step.line');
  const place = line === undefined ? '' : `${textAt(burden, 'step.file')}:${line}`;
  return [place, textAt(burden, 'owner')].filter(Boolean).join(' · ');
}
