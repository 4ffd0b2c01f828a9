/** The cases behind a figure. */
import type { JSX } from 'preact';
import { type Address, asking, linkHere } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, rowsAt } from '../../data/at.ts';
import { dimensionName, outcomeName, signalName } from '../../words/words.ts';
import { cases } from '../figures/numbers.ts';
import { WithLoaded } from '../frame/with-loaded.tsx';
import { CaseTable } from './case-table.tsx';

const asked = ['outcome', 'signal', 'set', 'step', 'bin', 'entered', 'stopped', 'customer', 'order', 'limit'] as const;
const more = 200;

export function Cases(): JSX.Element {
  const { address } = useWay();
  const query = Object.fromEntries(asked.map((name) => [name, address.params.get(name) ?? undefined]));
  return (
    <WithLoaded
      path={asking(address, 'cases', { order: 'newest', ...withoutEmpty(query) })}
      draw={(list) => {
        const found = rowsAt(list, 'cases');
        const count = countAt(list, 'count');
        return (
          <section class="card">
            <h2>{titleOf(address)}</h2>
            <p class="about">
              {cases(count)}
              {count > found.length && `, the first ${found.length} of them shown`} <Orders />
            </p>
            {found.length === 0 ? <p class="none">No such case.</p> : <CaseTable cases={found} zone="" />}
            {count > found.length && found.length < more && (
              <p class="detail">
                <a href={linkHere(address, { limit: String(more) })}>Show {more}</a>
              </p>
            )}
            <p class="detail">
              <a
                href={`/api/cx/${asking(address, 'cases', { ...withoutEmpty(query), limit: '500' })}`}
                download="cases.json"
              >
                Download as JSON
              </a>
            </p>
          </section>
        );
      }}
    />
  );
}

function withoutEmpty(query: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const orders = { newest: 'newest first', hardest: 'hardest first', oldest: 'oldest first' } as const;

function Orders(): JSX.Element {
  const { address } = useWay();
  const order = address.params.get('order') ?? 'newest';
  return (
    <span class="orders">
      {Object.entries(orders).map(([name, words]) => (
        <a key={name} href={linkHere(address, { order: name })} {...(name === order ? { 'aria-current': 'true' } : {})}>
          {words}
        </a>
      ))}
    </span>
  );
}

const sets: Readonly<Record<string, string>> = {
  engaged: 'All cases with a conversation',
  closed: 'Closed cases',
  good: 'Good experience',
  not_good: 'No good experience',
  resolved: 'Solved',
  not_resolved: 'Not solved',
  confirmed: 'Solved for sure',
  low_effort: 'Low effort',
  moderate_effort: 'Moderate effort',
  high_effort: 'High effort',
  censored: 'Broken off',
  asked: 'Asked for a person',
  asked_and_got: 'Asked for a person and got one',
  asked_and_not_got: 'Asked for a person in vain',
  by_bot: 'Handed over unasked',
  contained: 'No person joined',
  gap: 'No person joined, and not solved for good',
  durable: 'Solved for good',
  not_durable: 'Not solved for good',
  reopened: 'Came back with it',
};

function titleOf({ params }: Address): string {
  const part = (name: string, say: (value: string) => string) => {
    const value = params.get(name);
    return value === null ? [] : [say(value)];
  };
  const parts = [
    ...part('set', (set) => sets[set] ?? set),
    ...part('outcome', outcomeName),
    ...part('signal', signalName),
    ...part('step', (step) => `at ${step}`),
    ...part('bin', (bin) => `effort ${Number(bin) * 10} to ${Number(bin) * 10 + 10}`),
    ...part('entered', (dialog) => `through ${dimensionName('dialog').toLowerCase()} ${dialog}`),
    ...part('stopped', (slot) => `stopped at ${slot}`),
    ...part('customer', () => 'of one customer'),
  ];
  return parts.length === 0 ? 'Cases' : parts.join(', ');
}
