import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { csvOf } from './csv-of.ts';
import { Term } from './term.tsx';

type Props = {
  readonly title: string;
  readonly about: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
};

/** A part of a view, with what it means one hover away, and its tables to be taken along. */
export function Card({ title, about, isWide = false, children }: Props): JSX.Element {
  const card = useRef<HTMLElement>(null);
  const [hasTable, setTable] = useState(false);
  useLayoutEffect(() => setTable(card.current?.querySelector('tbody > tr') != null));
  return (
    <section class={isWide ? 'card wide' : 'card'} ref={card}>
      <h2>
        <Term name={title} about={about} />
      </h2>
      {hasTable && (
        <button
          type="button"
          class="take"
          aria-label={`Download ${title} as CSV`}
          title="Download as CSV"
          onClick={() => takeAlong(card.current, title)}
        >
          CSV
        </button>
      )}
      {children}
    </section>
  );
}

/** Each table as it stands; several with an empty line between them. */
function takeAlong(card: HTMLElement | null, title: string): void {
  const tables = [...(card?.querySelectorAll('table') ?? [])].map(csvOf);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', tables.join('\r\n')], { type: 'text/csv;charset=utf-8' }));
  link.download = `${title.toLowerCase().replaceAll(/\W+/g, '-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
