/** Where the customer writes. Enter sends, Shift and Enter begin a line. */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { counted } from '../../words/fill.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** what the field says while it is empty */
  readonly hint: string;
  /** what stands there: it is the chat's, which forgets it where somebody else signs in */
  readonly draft: () => string;
  readonly onWriting: (text: string) => void;
  readonly onAttach: (files: readonly File[]) => void;
  readonly onSend: (text: string) => void;
};

/** In UTF-16 units: well below what Direct Line takes in one activity. */
const longest = 8_000;

/** What the server takes. */
const mostBytes = 5 * 1024 * 1024;
const kinds = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'];

export function Composer({ field, hint, draft, onWriting, onAttach, onSend }: Props): JSX.Element {
  const { words, locale } = useWords();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const text = draft();
  const [fault, setFault] = useState('');
  useLayoutEffect(() => resize(field.current), [text]);
  const over = text.trim().length - longest;
  function write(written: string): void {
    onWriting(written);
    redraw(undefined);
  }
  function send(event: Event): void {
    event.preventDefault();
    if (!text.trim() || over > 0) return;
    onSend(text.trim());
    write('');
    field.current?.focus();
  }
  /** @returns whether there were any */
  function attach(list: FileList | null | undefined): boolean {
    const files = [...(list ?? [])];
    const isLarge = files.some(({ size }) => size > mostBytes);
    const isOther = files.some(({ type }) => !kinds.includes(type));
    setFault(isLarge ? words.fileTooLarge : isOther ? words.fileKind : '');
    if (!isLarge && !isOther) onAttach(files);
    return files.length > 0;
  }
  return (
    <form
      class="composer"
      onSubmit={send}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => attach(event.dataTransfer?.files) && event.preventDefault()}
    >
      <label class="clip" title={words.attach}>
        <Icon name="clip" />
        <input
          type="file"
          class="hidden"
          multiple
          accept={kinds.join()}
          aria-label={words.attach}
          onChange={({ currentTarget }) => {
            attach(currentTarget.files);
            currentTarget.value = '';
            field.current?.focus();
          }}
        />
      </label>
      <textarea
        ref={field}
        value={text}
        rows={1}
        dir="auto"
        aria-label={words.writeLabel}
        placeholder={hint}
        onPaste={(event) => attach(event.clipboardData?.files) && event.preventDefault()}
        enterkeyhint="send"
        autocomplete="off"
        onInput={(event) => {
          write(event.currentTarget.value);
          setFault('');
        }}
        onKeyDown={(event) => isSending(event) && send(event)}
      />
      {(over > 0 || fault) && (
        <span class="over" role="status">
          {over > 0 ? counted(words.tooLong, over, locale) : fault}
        </span>
      )}
      <button type="submit" class="send" aria-label={words.send} disabled={!text.trim() || over > 0}>
        <Icon name="send" />
      </button>
    </form>
  );
}

/** Enter that ends the composing of a character is not meant for us. */
function isSending(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing;
}

function resize(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  // before the panel is shown it has no height
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
}
