/** A name with its definition one hover, or one tab, away. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export function Term({ name, about }: { readonly name: string; readonly about: string }): JSX.Element {
  const id = useId();
  return (
    <span class="term">
      {name}
      <button type="button" class="why" aria-label={`What is ${name.toLowerCase()}?`} aria-describedby={id}>
        ?
      </button>
      <span role="tooltip" id={id}>
        {about}
      </span>
    </span>
  );
}
