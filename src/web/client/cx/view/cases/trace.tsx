/** Why the bot said that: turn by turn, with the places in its files. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { listOf, textOf } from '../../../json/fields.ts';
import { countAt, numberAt, rowsAt, textAt } from '../../data/at.ts';

export function Trace({ turns }: { readonly turns: readonly Fields[] }): JSX.Element {
  return (
    <section class="card">
      <h2>Why the bot said that</h2>
      <ol class="trace">
        {turns.map((turn) => (
          <li key={`${countAt(turn, 'turn')} ${countAt(turn, 'at')} ${rowsAt(turn, 'lines').length}`}>
            <details>
              <summary>
                Turn {countAt(turn, 'turn')}
                <span class="dim"> {listOf(turn['said']).map(textOf).join(' / ')}</span>
              </summary>
              <ul>
                {rowsAt(turn, 'lines').map((line) => (
                  <li key={JSON.stringify(line)}>
                    {textAt(line, 'text')}{' '}
                    {numberAt(line, 'at.line') !== undefined && (
                      <code>{`${textAt(line, 'at.file')}:${countAt(line, 'at.line')}`}</code>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
