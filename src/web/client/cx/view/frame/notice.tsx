/** What stands in place of a view when there is none to show. */
import type { ComponentChildren, JSX } from 'preact';
import type { Loaded } from '../../data/load.ts';

type Props = { readonly loaded: Exclude<Loaded, { kind: 'known' }>; readonly onRetry: () => void };

export function Notice({ loaded, onRetry }: Props): JSX.Element {
  switch (loaded.kind) {
    case 'loading':
      return <div class="loading" aria-busy="true" role="status" aria-label="Loading" />;
    case 'signed-out':
      return (
        <Sheet title="Sign in to see the report">
          <p>
            Open the sign-in link that <code>touchpoint serve</code> printed when it started. It works once, within ten
            minutes, and this browser stays signed in.
          </p>
          <p>
            Too late for that? Start <code>touchpoint serve</code> again for a new link, or read the same figures with{' '}
            <code>touchpoint report</code>.
          </p>
        </Sheet>
      );
    case 'forbidden':
      return (
        <Sheet title="This is not for your role">
          <p>
            The experience report is for analysts, supervisors and admins. Ask who runs Touchpoint for one of these
            roles.
          </p>
        </Sheet>
      );
    case 'failed':
      return (
        <Sheet title="The report cannot be shown">
          <p>{loaded.message || 'The server did not answer.'}</p>
          <button type="button" class="action" onClick={onRetry}>
            Try again
          </button>
        </Sheet>
      );
  }
}

function Sheet({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section class="sheet">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
