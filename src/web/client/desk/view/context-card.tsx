/** What is known of the customer and their issue, so that they need not say it again. */
import type { ComponentChildren, JSX } from 'preact';
import type { Card, Effort } from '../server/card.ts';
import { customerName, dayOf, lasting, reasonName, spaced } from '../words.ts';

/** @property id of the conversation, after which a customer is called who is not known */
type Props = {
  readonly id: string;
  readonly card: Card | undefined;
  readonly now: number;
  readonly onClose: () => void;
};

export function ContextCard({ id, card, now, onClose }: Props): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <aside class="context" aria-label="What is known" aria-busy={!card} tabIndex={0}>
      <button type="button" class="link phone-only" onClick={onClose}>
        Back to the conversation
      </button>
      {card && (
        <>
          <ul class="summary">
            {card.summary.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Part title="Customer">
            <p class="strong">{customerName(card.customer.name, id)}</p>
            <Details details={card.customer.details} />
          </Part>
          <Part title="Why a person">
            <p>{reasonName(card.reason)}</p>
          </Part>
          <Part title="Asked and answered">
            {card.slots.length > 0 ? <Details details={card.slots} /> : <p class="none">Nothing was asked yet.</p>}
          </Part>
          <Part title="What the bot tried">
            {card.tried.length > 0 ? (
              <ol class="tried">
                {card.tried.map((line, n) => (
                  <li key={n}>{line}</li>
                ))}
              </ol>
            ) : (
              <p class="none">Nothing.</p>
            )}
          </Part>
          <Part title="Effort so far">
            {card.effort ? <Receipt effort={card.effort} /> : <p class="none">The customer has not written yet.</p>}
          </Part>
          <Part title="Feeling">
            {card.feeling.length > 0 ? (
              <ul class="tried">
                {card.feeling.map(({ at, value }) => (
                  <li key={at}>
                    {spaced(value)} <span class="dim">{lasting(now - at)} ago</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p class="none">Not measured.</p>
            )}
          </Part>
          <Part title="Cases">
            <ul class="tried">
              {card.cases.map(({ id, at, intent, outcome }) => (
                <li key={id}>
                  {spaced(intent) || 'No issue yet'}{' '}
                  <span class="dim">{[spaced(outcome), at > 0 ? dayOf(at) : ''].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </Part>
        </>
      )}
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Details({ details }: { readonly details: Card['slots'] }): JSX.Element {
  return (
    <dl>
      {details.map(([name, value]) => (
        <div key={name}>
          <dt>{spaced(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Receipt({ effort }: { readonly effort: Effort }): JSX.Element {
  return (
    <>
      <p class={`effort ${effort.band}`}>
        <strong>{effort.value ?? '–'}</strong> of 100 <span class="dim">{effort.band}</span>
      </p>
      <table class="receipt">
        <thead class="hidden">
          <tr>
            <th>Burden</th>
            <th>Times</th>
            <th>Points</th>
          </tr>
        </thead>
        <tbody>
          {effort.receipt.map(({ signal, count, points }) => (
            <tr key={signal}>
              <th scope="row">{spaced(signal)}</th>
              <td>{Math.round(count * 10) / 10} ×</td>
              <td>{Math.round(points * 10) / 10}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
