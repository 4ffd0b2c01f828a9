/** The menu in the header. A person is always in it. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../../chat/chat.ts';
import { saveTranscript } from '../../text/save-transcript.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = {
  readonly chat: Chat;
  readonly onPerson: () => void;
  readonly privacyUrl: string | undefined;
};

export function Menu({ chat, onPerson, privacyUrl }: Props): JSX.Element {
  const spoken = useWords();
  const { words } = spoken;
  const { hasSound } = chat.get();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isOpen) items(root.current)[0]?.focus();
  }, [isOpen]);
  function leave(): void {
    setOpen(false);
    button.current?.focus();
  }
  const choose = (act: () => void) => () => {
    leave();
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what happens to the button and the menu inside
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => isOpen && steer(event, root.current, leave)}
      onFocusOut={(event) => isLeft(event) && setOpen(false)}
    >
      <button
        type="button"
        class="tool"
        ref={button}
        aria-label={words.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <div class="items" role="menu" aria-label={words.menu}>
          <Item icon="person" text={words.person} onChoose={choose(onPerson)} />
          <Item icon="restart" text={words.restart} onChoose={choose(chat.restart)} />
          <Item
            icon="bell"
            text={hasSound ? words.soundOff : words.soundOn}
            onChoose={choose(() => chat.setSound(!hasSound))}
          />
          <Item icon="save" text={words.transcript} onChoose={choose(() => saveTranscript(chat.get(), spoken))} />
          {privacyUrl && (
            <a role="menuitem" tabIndex={-1} href={privacyUrl} target="_blank" rel="noopener noreferrer">
              <Icon name="shield" />
              {words.privacy}
            </a>
          )}
        </div>
      )}
    </div>
  );
}

function Item({
  icon,
  text,
  onChoose,
}: {
  readonly icon: IconName;
  readonly text: string;
  readonly onChoose: () => void;
}): JSX.Element {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      <Icon name={icon} />
      {text}
    </button>
  );
}

function items(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** WAI-ARIA practice for menus: arrows, Home and End move, Escape and Tab leave. */
function steer(event: KeyboardEvent, root: HTMLElement | null, leave: () => void): void {
  const all = items(root);
  const at = all.findIndex((item) => item.matches(':focus'));
  const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const move = moves[event.key];
  if (move !== undefined) all.at(move % all.length)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function isLeft({ relatedTarget, currentTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && currentTarget instanceof Node && !currentTarget.contains(relatedTarget);
}
