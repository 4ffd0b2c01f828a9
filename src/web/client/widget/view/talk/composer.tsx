/** Where the customer writes. Enter sends, Shift and Enter begin a line. */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { counted } from '../../words/fill.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly expectsInput: boolean;
  readonly onSend: (text: string) => void;
};

/** In UTF-16 units: well below what Direct Line takes in one activity. */
const longest = 8_000;

export function Composer({ field, expectsInput, onSend }: Props): JSX.Element {
  const { words, locale } = useWords();
  const [text, setText] = useState('');
  useLayoutEffect(() => resize(field.current), [text]);
  const over = text.trim().length - longest;
  function send(event: Event): void {
    event.preventDefault();
    if (!text.trim() || over > 0) return;
    onSend(text.trim());
    setText('');
    field.current?.focus();
  }
  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={field}
        value={text}
        rows={1}
        dir="auto"
        aria-label={words.writeLabel}
        placeholder={expectsInput ? words.answer : words.write}
        enterkeyhint="send"
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => isSending(event) && send(event)}
      />
      {over > 0 && (
        <span class="over" role="status">
          {counted(words.tooLong, over, locale)}
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
  field.style.height = `${field.scrollHeight}px`;
}
