/** The button that is always there, and how many messages wait behind it. */
import type { JSX, RefObject } from 'preact';
import { counted } from '../../words/fill.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly unread: number;
  readonly onToggle: () => void;
};

export function Launcher({ button, isOpen, unread, onToggle }: Props): JSX.Element {
  const { words, locale } = useWords();
  const label = isOpen ? words.close : unread > 0 ? counted(words.openUnread, unread, locale) : words.open;
  return (
    <>
      <button
        type="button"
        class="launcher"
        ref={button}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls="panel"
        onClick={onToggle}
      >
        <Icon name="chat" />
        <Icon name="down" />
        {unread > 0 && (
          <span class="badge" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
        )}
      </button>
      <span class="hidden" role="status">
        {unread > 0 ? counted(words.unreadStatus, unread, locale) : ''}
      </span>
    </>
  );
}
