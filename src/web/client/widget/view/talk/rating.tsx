/** A survey of numbers in the conversation: stars for up to five, a row of numbers for more. What the customer writes instead is their comment. */
import type { JSX } from 'preact';
import type { ChatState } from '../../chat/chat-state.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = { readonly scale: readonly string[]; readonly onRate: (value: string) => void };

export function Rating({ scale, onRate }: Props): JSX.Element {
  const { words } = useWords();
  const isStars = scale.length <= 5;
  return (
    <fieldset class={isStars ? 'rating stars' : 'rating'} aria-label={words.rating}>
      <div>
        {scale.map((value) => (
          <button
            type="button"
            aria-label={`${value} / ${scale.at(-1)}`}
            title={value}
            onClick={() => onRate(value)}
            key={value}
          >
            {isStars ? <Icon name="star" /> : value}
          </button>
        ))}
      </div>
      <p aria-hidden="true">
        <span>{words.least}</span>
        <span>{words.most}</span>
      </p>
    </fieldset>
  );
}

/** The scale of the newest message, where nothing of the customer came after it. */
export function openScale({ entries, outbox }: ChatState): readonly string[] {
  const last = entries.at(-1);
  return outbox.length === 0 && last?.kind === 'message' ? last.scale : [];
}
