/** The latest cases: what there is to read while there are too few for figures. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { rowsAt, textAt } from '../../data/at.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { Card } from '../figures/card.tsx';

export function Latest({ report }: { readonly report: Fields }): JSX.Element | null {
  const { address } = useWay();
  const latest = rowsAt(report, 'latest');
  if (latest.length === 0) return null;
  return (
    <Card title="Latest cases" about="The five that began last." isWide>
      <CaseTable cases={latest} zone={textAt(report, 'zone')} />
      <p class="detail">
        <a href={linkTo(address, 'cases', { order: 'newest' })}>All cases</a>
      </p>
    </Card>
  );
}
