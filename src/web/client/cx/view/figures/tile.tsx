/** One figure with its interval, or the reason why there is none. */
import type { ComponentChildren, JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { type Figure, figureAt } from '../../data/at.ts';
import { Share } from './figure.tsx';
import { absence, cases } from './numbers.ts';
import { Term } from './term.tsx';

type Props = { readonly name: string; readonly about: string; readonly children: ComponentChildren };

export function Tile({ name, about, children }: Props): JSX.Element {
  return (
    <section class="tile">
      <h2>
        <Term name={name} about={about} />
      </h2>
      {children}
    </section>
  );
}

export type ShareTileProps = {
  readonly name: string;
  readonly about: string;
  readonly of: Fields;
  /** dotted, of the figure */
  readonly at: string;
  /** cases behind it, and those of the rest */
  readonly href: string;
};

export function ShareTile({ name, about, of, at, href }: ShareTileProps): JSX.Element {
  const figure = figureAt(of, at);
  return (
    <Tile name={name} about={about}>
      {figure.kind === 'known' ? (
        <>
          <p class="big">
            <a href={href}>
              <Share of={of} name={at} isBare />
            </a>
          </p>
          <Interval low={figure.low} high={figure.high} value={figure.value} />
          <Range figure={figure} />
        </>
      ) : (
        <p class="none">
          <Share of={of} name={at} />
        </p>
      )}
    </Tile>
  );
}

function Range({ figure }: { readonly figure: Figure }): JSX.Element {
  if (figure.kind !== 'known') return <p class="detail">{absence(figure)}</p>;
  return (
    <p class="detail">
      {Math.round(figure.low * 100)}–{Math.round(figure.high * 100)}% of {cases(figure.n)}
    </p>
  );
}

/** A line from 0 to 1 with the interval on it. The words beside it say the same. */
export function Interval({
  low,
  high,
  value,
}: {
  readonly low: number;
  readonly high: number;
  readonly value?: number;
}): JSX.Element {
  return (
    <svg class="interval" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="6" rx="3" />
      <rect class="span" x={low * 100} width={Math.max(1, (high - low) * 100)} height="6" rx="3" />
      {value !== undefined && <rect class="point" x={Math.min(98.6, value * 100 - 0.7)} width="1.4" height="6" />}
    </svg>
  );
}
