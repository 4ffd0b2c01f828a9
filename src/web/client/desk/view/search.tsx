/** Finds what was said in conversations of the past. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Found, searchPast } from '../server/settings.ts';
import { dayOf } from '../words.ts';

type Props = { readonly open: string; onShow(id: string): void };

export function Search({ open, onShow }: Props): JSX.Element {
  const [found, setFound] = useState<readonly Found[] | undefined>(undefined);
  return (
    <section>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const words = new FormData(event.currentTarget).get('words');
            if (typeof words === 'string' && words.trim() !== '') void searchPast(words.trim()).then(setFound);
          }}
        >
          <input
            type="search"
            name="words"
            aria-label="Search past conversations"
            placeholder="Search past conversations"
            onInput={({ currentTarget }) => currentTarget.value === '' && setFound(undefined)}
          />
        </form>
      </search>
      {found && (
        <p class="none" role="status">
          {found.length === 0 ? 'Nobody said that.' : `${found.length} found, newest first`}
        </p>
      )}
      <ul>
        {found?.map(({ id, at, line }) => (
          <li key={id}>
            <button type="button" class="row" aria-current={id === open} onClick={() => onShow(id)}>
              <span class="what">{line}</span>
              <span class="since">{dayOf(at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
