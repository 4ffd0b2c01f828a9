/** The button that is always there, and how many messages wait behind it. */
import type { JSX, RefObject } from 'preact';
import { words } from '../../words.ts';
import { Icon } from '../icons.tsx';

type Props = {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly unread: number;
  readonly onToggle: () => void;
};

export function Launcher({ button, isOpen, unread, onToggle }: Props): JSX.Element {
  const label = isOpen ? words.close : unread > 0 ? words.openUnread(unread) : words.open;
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
        {words.unreadStatus(unread)}
      </span>
    </>
  );
}
