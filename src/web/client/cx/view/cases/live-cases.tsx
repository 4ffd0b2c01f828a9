/** Conversations in progress, with what they have cost their customers so far. */
import type { JSX } from 'preact';
import { asking } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt } from '../../data/at.ts';
import { cases } from '../figures/numbers.ts';
import { WithLoaded } from '../frame/with-loaded.tsx';
import { CaseTable } from './case-table.tsx';

export function LiveCases(): JSX.Element {
  const { address } = useWay();
  return (
    <WithLoaded
      path={asking(address, 'cases', { outcome: 'open', order: 'newest', limit: '100' })}
      draw={(list) => (
        <section class="card">
          <h2>In progress</h2>
          <p class="about" role="status">
            {cases(countAt(list, 'count'))} open now; effort as it stands, latest message first.
          </p>
          {countAt(list, 'count') === 0 ? (
            <p class="none">Nobody is talking with the bot.</p>
          ) : (
            <CaseTable cases={rowsAt(list, 'cases')} zone="" />
          )}
        </section>
      )}
    />
  );
}
