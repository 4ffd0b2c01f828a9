/** A chart by Observable Plot, as wide as its place. What it shows stands in the table below it too, which a keyboard and a reader of screens reach. */
import { type PlotOptions, plot } from '@observablehq/plot';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  readonly label: string;
  /** the same numbers; `null` where they stand beside the chart already */
  readonly table: ComponentChildren;
  /** CSS pixels */
  draw(width: number): PlotOptions;
};

export function Chart({ label, table, draw }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    return current ? keepDrawn(current, draw) : undefined;
  });
  return (
    <figure class="chart" aria-label={label}>
      <div ref={place} class="plot" aria-hidden="true" />
      {table !== null && (
        <details>
          <summary>The same as a table</summary>
          <div class="scroll">{table}</div>
        </details>
      )}
    </figure>
  );
}

function keepDrawn(place: HTMLElement, draw: Props['draw']): () => void {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (place.clientWidth === width || place.clientWidth === 0) return;
    width = place.clientWidth;
    const drawn = plot({ ...draw(width), width, style: { background: 'none', color: 'var(--ink)', fontSize: '12px' } });
    // its rules stand in our own style sheet, as a page's policy may forbid any other
    for (const style of drawn.querySelectorAll('style')) style.remove();
    place.replaceChildren(drawn);
  });
  observer.observe(place);
  return () => observer.disconnect();
}
