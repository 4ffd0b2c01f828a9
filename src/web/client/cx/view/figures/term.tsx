/** A name with its definition one hover, or one tab, away. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export function Term({ name, about }: { readonly name: string; readonly about: string }): JSX.Element {
  const id = useId();
  const end = name.lastIndexOf(' ') + 1;
  return (
    <span class="term">
      {name.slice(0, end)}
      <span class="last">
        {name.slice(end)}
        <button type="button" class="why" aria-label={`What is ${name.toLowerCase()}?`} aria-describedby={id}>
          ?
        </button>
      </span>
      <span role="tooltip" id={id}>
        {about}
      </span>
    </span>
  );
}
