/** One figure with its interval, or the reason why there is none. */
import type { ComponentChildren, JSX } from 'preact';
import type { Figure } from '../report/report.ts';
import { absence, cases, percent, percentRange } from './numbers.ts';

type Props = { readonly name: string; readonly about: string; readonly children: ComponentChildren };

export function Tile({ name, about, children }: Props): JSX.Element {
  return (
    <section class="tile">
      <h2>{name}</h2>
      {children}
      <p class="about">{about}</p>
    </section>
  );
}

export function ShareTile({
  name,
  about,
  figure,
}: {
  readonly name: string;
  readonly about: string;
  readonly figure: Figure;
}): JSX.Element {
  return (
    <Tile name={name} about={about}>
      {figure.kind === 'known' ? (
        <>
          <p class="big">{percent(figure.value)}</p>
          <Interval low={figure.low} high={figure.high} value={figure.value} />
          <p class="detail">
            {percentRange(figure.low, figure.high)} of {cases(figure.n)}
          </p>
        </>
      ) : (
        <p class="none">{absence(figure)}</p>
      )}
    </Tile>
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
      <rect class="range" x={low * 100} width={Math.max(1, (high - low) * 100)} height="6" rx="3" />
      {value !== undefined && <rect class="point" x={Math.min(98.6, value * 100 - 0.7)} width="1.4" height="6" />}
    </svg>
  );
}
