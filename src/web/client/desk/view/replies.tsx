/** Replies at hand: chosen by their name, then still the agent's to change. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadReplies, type Reply } from '../server/settings.ts';

type Props = { readonly conversation: string; onChosen(text: string): void; onClose(): void };

export function Replies({ conversation, onChosen, onClose }: Props): JSX.Element {
  const [replies, setReplies] = useState<readonly Reply[] | undefined>(undefined);
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    void loadReplies(conversation).then(setReplies);
  }, [conversation]);
  const fitting = (replies ?? []).filter(({ name, text }) =>
    `${name} ${text}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <section
      class="replies"
      aria-label="Replies at hand"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={field}
        type="search"
        aria-label="Find a reply"
        placeholder="Find a reply"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = fitting;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onChosen(first.text);
        }}
      />
      <ul>
        {fitting.map(({ name, text }) => (
          <li key={name}>
            <button type="button" class="row" onClick={() => onChosen(text)}>
              <span class="who">{name}</span>
              <span class="what">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      {replies && fitting.length === 0 && (
        <p class="none" role="status">
          {replies.length === 0
            ? 'There are none yet: they stand under desk.replies in touchpoint.yaml.'
            : 'None of that name.'}
        </p>
      )}
    </section>
  );
}
