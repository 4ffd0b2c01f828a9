/** The views there are. */
import type { JSX } from 'preact';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';

/** By their addresses, in reading order. */
const views: Readonly<Record<string, string>> = {
  '': 'Overview',
  live: 'Live',
  cases: 'Cases',
  journey: 'Journey',
  touchpoints: 'Touchpoints',
  dialogs: 'Dialogs',
  intents: 'Intents',
  stages: 'Stages',
  customers: 'Customers',
  escalation: 'Escalation',
  satisfaction: 'Satisfaction',
  versions: 'Versions',
  trust: 'Trust',
  review: 'Review',
};

export function Nav(): JSX.Element {
  const { address } = useWay();
  return (
    <nav aria-label="Views">
      <ul>
        {Object.entries(views).map(([view, name]) => (
          <li key={view}>
            <a href={linkTo(address, view)} {...(address.view === view ? { 'aria-current': 'page' } : {})}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
