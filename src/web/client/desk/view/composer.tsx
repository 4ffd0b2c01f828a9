/** Where an agent writes: to the customer, or a note for colleagues. What was written stays while one looks elsewhere. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Replies } from './replies.tsx';

type Props = {
  readonly conversation: string;
  /** of the customer; '' where it is not known */
  readonly name: string;
  /** the agent has just taken the conversation */
  readonly isNew: boolean;
  onWriting(): void;
  onSend(text: string, isNote: boolean): void;
  onFile(file: File): void;
};

export function Composer({ conversation, name, isNew, onWriting, onSend, onFile }: Props): JSX.Element {
  const [text, setText] = useState('');
  const [isNote, setNote] = useState(false);
  const [hasReplies, setReplies] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => void (isNew && field.current?.focus()), []);
  const send = (): void => {
    if (text.trim() === '') return;
    onSend(text.trim(), isNote);
    setText('');
    field.current?.focus();
  };
  const closeReplies = (): void => {
    setReplies(false);
    field.current?.focus();
  };
  const label = isNote ? 'Note for colleagues, the customer never sees it' : `Message to ${name || 'the customer'}`;
  return (
    <form
      class={`composer ${isNote ? 'is-note' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hasReplies && (
        <Replies
          conversation={conversation}
          onClose={closeReplies}
          onChosen={(reply) => {
            setText(text + reply);
            closeReplies();
          }}
        />
      )}
      <textarea
        ref={field}
        rows={2}
        maxLength={10_000}
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          if (!isNote) onWriting();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') return event.currentTarget.blur();
          if (event.key === '/' && text === '') {
            event.preventDefault();
            return setReplies(true);
          }
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return undefined;
          event.preventDefault();
          return send();
        }}
      />
      <div class="tools">
        <button type="button" class="quiet" aria-pressed={isNote} onClick={() => setNote(!isNote)}>
          <Icon name="note" /> Note
        </button>
        <button type="button" class="quiet" aria-expanded={hasReplies} onClick={() => setReplies(!hasReplies)}>
          <Icon name="reply" /> Replies
        </button>
        <FileButton onFile={onFile} />
        <span class="hint wide-only">
          <kbd>Enter</kbd> sends, <kbd>/</kbd> opens replies
        </span>
        <button type="submit" class="main" disabled={text.trim() === ''}>
          {isNote ? 'Keep note' : 'Send'} <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** The button stands for the field, which no style sheet makes look like one. */
function FileButton({ onFile }: Pick<Props, 'onFile'>): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="quiet" onClick={() => field.current?.click()}>
        <Icon name="file" /> File
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label="File for the customer"
        accept="image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
