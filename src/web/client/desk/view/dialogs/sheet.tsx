/** A dialog over the page: the browser keeps the focus in it, and gives it back. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  readonly title: string;
  readonly done: string;
  readonly children: ComponentChildren;
  onClose(): void;
  onDone(given: FormData): void;
};

export function Sheet({ title, done, children, onClose, onDone }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={title} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={({ currentTarget, submitter }) => {
          if (!(submitter instanceof HTMLButtonElement) || submitter.value !== 'cancel')
            onDone(new FormData(currentTarget));
        }}
      >
        <h2>{title}</h2>
        {children}
        <footer>
          <button type="submit" value="cancel" formNoValidate>
            Cancel
          </button>
          <button type="submit" class="main" value="done">
            {done}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** What was typed into a field; '' where it is none. */
export function givenIn(given: FormData, name: string): string {
  const value = given.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
