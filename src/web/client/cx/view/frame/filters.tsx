/** Which cases: the time, and what they are narrowed to. All of it stands in the address. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Dimension, dimensions, linkHere, linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { dimensionName, valueName } from '../../words/words.ts';
import { Values } from './values.tsx';

export function Filters({ zone }: { readonly zone: string }): JSX.Element {
  const { address } = useWay();
  const active = dimensions.flatMap((name) => {
    const value = address.params.get(name);
    return value === null ? [] : [{ name, value }];
  });
  return (
    <section class="filters" aria-label="Which cases">
      <Times zone={zone} />
      {active.map(({ name, value }) => (
        <a class="chip" key={name} href={linkHere(address, { [name]: undefined })}>
          {dimensionName(name)}: <b>{valueName(name, value)}</b>
          <span aria-hidden="true"> ×</span>
          <span class="hidden">, remove</span>
        </a>
      ))}
      <More />
      {active.length > 1 && (
        <a class="clear" href={linkTo({ view: address.view, params: new URLSearchParams() }, address.view)}>
          Clear all
        </a>
      )}
    </section>
  );
}

const spans = { Today: 1, '7 days': 7, '28 days': 28, '90 days': 90 } as const;

/** Days of the business, in its zone. */
function Times({ zone }: { readonly zone: string }): JSX.Element {
  const { address, go } = useWay();
  const [from, to] = [address.params.get('from') ?? '', address.params.get('to') ?? ''];
  const today = dateIn(zone, Date.now());
  const set = (name: 'from' | 'to') => (event: Event) => {
    if (event.currentTarget instanceof HTMLInputElement)
      go(linkHere(address, { [name]: event.currentTarget.value || undefined }));
  };
  return (
    <>
      <ul class="spans">
        {Object.entries(spans).map(([name, days]) => {
          const span = { from: daysBefore(today, days - 1), to: daysBefore(today, -1) };
          const isThis = span.from === from && (to === span.to || to === '');
          return (
            <li key={name}>
              <a href={linkHere(address, { ...span, to: undefined })} {...(isThis ? { 'aria-current': 'true' } : {})}>
                {name}
              </a>
            </li>
          );
        })}
        <li>
          <a
            href={linkHere(address, { from: undefined, to: undefined })}
            {...(from === '' && to === '' ? { 'aria-current': 'true' } : {})}
          >
            All time
          </a>
        </li>
      </ul>
      <details class="menu">
        <summary>Dates</summary>
        <div class="sheet-menu">
          <label>
            First day <input type="date" value={from} onChange={set('from')} />
          </label>
          <label>
            Day after the last <input type="date" value={to} onChange={set('to')} />
          </label>
        </div>
      </details>
    </>
  );
}

function More(): JSX.Element {
  const [dimension, choose] = useState<Dimension | ''>('');
  return (
    <details class="menu">
      <summary>Filter</summary>
      <div class="sheet-menu">
        <label>
          Narrow by{' '}
          <select
            value={dimension}
            onChange={({ currentTarget }) => choose(dimensions.find((name) => name === currentTarget.value) ?? '')}
          >
            <option value="">choose…</option>
            {dimensions.map((name) => (
              <option key={name} value={name}>
                {dimensionName(name)}
              </option>
            ))}
          </select>
        </label>
        {dimension !== '' && <Values dimension={dimension} />}
      </div>
    </details>
  );
}

/** The date in a zone, as `2026-03-29`; Swedish writes dates so. */
function dateIn(zone: string, at: number): string {
  const timeZone = zone === '' ? {} : { timeZone: zone };
  return new Intl.DateTimeFormat('sv-SE', { ...timeZone, dateStyle: 'short' }).format(at);
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
