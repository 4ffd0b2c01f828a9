/** The view an address names. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { asking, type Dimension } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { textAt } from '../../data/at.ts';
import { CasePage } from '../cases/case-page.tsx';
import { Cases } from '../cases/cases.tsx';
import { LiveCases } from '../cases/live-cases.tsx';
import { Customers } from '../groups/customers.tsx';
import { Dialogs } from '../groups/dialogs.tsx';
import { Escalation } from '../groups/escalation.tsx';
import { Groups } from '../groups/groups.tsx';
import { Journey } from '../groups/journey.tsx';
import { Path } from '../groups/path.tsx';
import { Satisfaction } from '../groups/satisfaction.tsx';
import { Trust } from '../groups/trust.tsx';
import { Overview } from '../overview/overview.tsx';
import { Review } from '../review/review.tsx';
import { WithLoaded } from './with-loaded.tsx';

type Props = { onZone(zone: string): void };

/** Views drawn from one report, by what its groups are. */
const reports: Readonly<Record<string, { readonly by?: Dimension; draw(report: Fields): JSX.Element }>> = {
  '': { by: 'touchpoint', draw: (report) => <Overview report={report} /> },
  touchpoints: { by: 'touchpoint', draw: (report) => <Groups report={report} by="touchpoint" /> },
  intents: { by: 'intent', draw: (report) => <Groups report={report} by="intent" /> },
  stages: { by: 'stage', draw: (report) => <Groups report={report} by="stage" /> },
  versions: { by: 'version', draw: (report) => <Groups report={report} by="version" /> },
  dialogs: { by: 'dialog', draw: (report) => <Dialogs report={report} /> },
  customers: { draw: (report) => <Customers report={report} /> },
  escalation: { by: 'team', draw: (report) => <Escalation report={report} /> },
  satisfaction: { draw: (report) => <Satisfaction report={report} /> },
  trust: { draw: (report) => <Trust report={report} /> },
};

export function View({ onZone }: Props): JSX.Element {
  const { address } = useWay();
  switch (address.view) {
    case 'live':
      return <LiveCases />;
    case 'cases':
      return <Cases />;
    case 'case':
      return <CasePage />;
    case 'review':
      return <Review />;
    case 'journey':
      return <JourneyView onZone={onZone} />;
    default: {
      const view = reports[address.view];
      if (!view) return <p class="none">There is no view of this name.</p>;
      const by = address.params.get('by') ?? view.by;
      return (
        <WithLoaded
          key={address.view}
          path={asking(address, 'report', { by })}
          draw={(report) => {
            onZone(textAt(report, 'zone'));
            return view.draw(report);
          }}
        />
      );
    }
  }
}

/** That of all, or of the customer the address names. */
function JourneyView({ onZone }: Props): JSX.Element {
  const { address } = useWay();
  const customer = address.params.get('customer') ?? undefined;
  return (
    <WithLoaded
      key={customer ?? ''}
      path={asking(address, 'journey', { customer })}
      draw={(journey) => {
        if (customer !== undefined) return <Path path={journey} />;
        onZone(textAt(journey, 'zone'));
        return <Journey journey={journey} />;
      }}
    />
  );
}
