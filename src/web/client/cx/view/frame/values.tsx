/** The values of a dimension there are, with how many cases each has. */
import type { JSX } from 'preact';
import { asking, type Dimension, linkHere } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt, textAt } from '../../data/at.ts';
import { valueName } from '../../words/words.ts';
import { WithLoaded } from './with-loaded.tsx';

const most = 30;

export function Values({ dimension }: { readonly dimension: Dimension }): JSX.Element {
  const { address } = useWay();
  return (
    <WithLoaded
      path={asking(address, 'report', { by: dimension, [dimension]: undefined })}
      draw={(report) => (
        <ul class="values">
          {rowsAt(report, 'groups')
            .slice(0, most)
            .map((group) => (
              <li key={textAt(group, 'key')}>
                <a href={linkHere(address, { [dimension]: textAt(group, 'key') })}>
                  {valueName(dimension, textAt(group, 'key'))}{' '}
                  <span class="dim">{countAt(group, 'cases.all').toLocaleString()}</span>
                </a>
              </li>
            ))}
        </ul>
      )}
    />
  );
}
