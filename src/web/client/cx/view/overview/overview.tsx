/** The report on one page, most important first. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { Burdens } from './burdens.tsx';
import { Effort } from './effort.tsx';
import { Facts } from './facts.tsx';
import { Latest } from './latest.tsx';
import { Outcomes } from './outcomes.tsx';
import { Tiles } from './tiles.tsx';
import { TrendCard } from './trend-card.tsx';
import { Volume } from './volume.tsx';

export function Overview({ report }: { readonly report: Fields }): JSX.Element {
  return (
    <>
      <Facts report={report} />
      <Tiles report={report} />
      <div class="cards">
        <Burdens report={report} />
        <TrendCard report={report} />
        <Volume report={report} />
        <Effort report={report} />
        <Outcomes report={report} />
        <Latest report={report} />
      </div>
    </>
  );
}
