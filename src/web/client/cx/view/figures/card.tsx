import type { ComponentChildren, JSX } from 'preact';
import { Term } from './term.tsx';

type Props = {
  readonly title: string;
  readonly about: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
};

/** A part of a view, with what it means one hover away. */
export function Card({ title, about, isWide = false, children }: Props): JSX.Element {
  return (
    <section class={isWide ? 'card wide' : 'card'}>
      <h2>
        <Term name={title} about={about} />
      </h2>
      {children}
    </section>
  );
}
