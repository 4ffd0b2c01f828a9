/** One case laid open: what was said, what it cost, what tells how it ended, and why the bot did what it did. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, fieldsAt, rowsAt, textAt } from '../../data/at.ts';
import { intentName, outcomeName } from '../../words/words.ts';
import { moment } from '../figures/numbers.ts';
import { WithLoaded } from '../frame/with-loaded.tsx';
import { CaseTable } from './case-table.tsx';
import { Ledger } from './ledger.tsx';
import { Receipt } from './receipt.tsx';
import { Trace } from './trace.tsx';
import { Transcript } from './transcript.tsx';

export function CasePage(): JSX.Element {
  const { address } = useWay();
  const [id, conversation] = [address.params.get('id'), address.params.get('conversation')];
  if (id !== null) return <WithLoaded path={`cases/${id}`} draw={(one) => <Case one={one} />} />;
  if (conversation === null) return <p class="none">The address names no case.</p>;
  return (
    <WithLoaded
      path={`conversations/${conversation}`}
      draw={(found) => (
        <>
          {rowsAt(found, 'cases').map((one) => (
            <Case one={one} key={textAt(one, 'case')} />
          ))}
        </>
      )}
    />
  );
}

function Case({ one }: { readonly one: Fields }): JSX.Element {
  return (
    <article class="case">
      <Head one={one} />
      <div class="cards">
        <section class="card">
          <h2>What was said</h2>
          <Transcript lines={rowsAt(one, 'transcript')} />
        </section>
        <div class="stack">
          <Receipt receipt={fieldsAt(one, 'receipt')} isCensored={fieldsAt(one, 'about')['censored'] === true} />
          <Ledger ledger={fieldsAt(one, 'ledger')} outcome={fieldsAt(one, 'outcome')} />
          <Trace turns={rowsAt(one, 'trace')} />
        </div>
      </div>
      <Earlier one={one} />
    </article>
  );
}

function Head({ one }: { readonly one: Fields }): JSX.Element {
  const about = fieldsAt(one, 'about');
  const parts = ['touchpoint', 'language', 'dialog', 'stage', 'owner']
    .map((name) => textAt(about, name))
    .filter(Boolean);
  return (
    <header class="case-head">
      <h2>
        {intentName(textAt(about, 'intent'))}: {outcomeName(textAt(one, 'outcome.state')).toLowerCase()}
        {fieldsAt(one, 'outcome')['final'] !== true && <span class="dim"> so far</span>}
      </h2>
      <p class="dim">
        {[moment(textAt(about, 'startedAt'), ''), `${countAt(about, 'customerTurns')} turns`, ...parts].join(' · ')} ·{' '}
        <code>{textAt(one, 'case')}</code>
      </p>
    </header>
  );
}

/** Other cases of the same customer. */
function Earlier({ one }: { readonly one: Fields }): JSX.Element | null {
  const customer = textAt(one, 'about.customer');
  if (customer === '') return null;
  return (
    <WithLoaded
      path={`cases?${new URLSearchParams({ customer, order: 'newest', limit: '20' })}`}
      draw={(list) => (
        <Others
          cases={rowsAt(list, 'cases').filter((other) => textAt(other, 'case') !== textAt(one, 'case'))}
          customer={customer}
        />
      )}
    />
  );
}

function Others({ cases, customer }: { readonly cases: readonly Fields[]; readonly customer: string }): JSX.Element {
  const { address } = useWay();
  return (
    <section class="card">
      <h2>The customer’s other cases</h2>
      {cases.length === 0 ? (
        <p class="dim">None is known.</p>
      ) : (
        <>
          <CaseTable cases={cases} zone="" />
          <p class="detail">
            <a href={linkTo(address, 'cases', { customer })}>All of them</a>
          </p>
        </>
      )}
    </section>
  );
}
