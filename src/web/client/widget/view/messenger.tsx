/** The whole widget: launcher and panel. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/chat-state.ts';
import { unread } from '../chat/unread.ts';
import type { SuggestedAction } from '../directline/card.ts';
import type { Instant } from '../ports.ts';
import type { Spoken } from '../words/load-words.ts';
import { Banner } from './frame/banner.tsx';
import { Header } from './frame/header.tsx';
import { Launcher } from './frame/launcher.tsx';
import { Menu } from './frame/menu.tsx';
import { keepFocusInside } from './keep-focus-inside.ts';
import { Choices, openChoices } from './talk/choices.tsx';
import { Composer } from './talk/composer.tsx';
import { openScale, Rating } from './talk/rating.tsx';
import { Transcript } from './talk/transcript.tsx';
import { useChat } from './use-chat.ts';
import { useChime } from './use-chime.ts';
import { usePhone } from './use-phone.ts';
import { useStyled } from './use-styled.ts';
import { directionOf, SpokenContext, spokenLocale, useSpoken } from './use-words.ts';

type Props = {
  readonly chat: Chat;
  /** '' for the words of the language */
  readonly title: string;
  readonly locale: string;
  loadWords(locale: string): Promise<Spoken>;
  readonly privacyUrl: string | undefined;
  /** resolves when the panel can be shown */
  readonly styled: Promise<unknown>;
  now(): Instant;
};

export function Messenger({ chat, title, locale, loadWords, privacyUrl, styled, now }: Props): JSX.Element {
  const state = useChat(chat);
  const spoken = useSpoken(spokenLocale(state, locale), loadWords);
  const { words } = spoken;
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const launcher = useRef<HTMLButtonElement>(null);
  const isPhone = usePhone(panel, state.isOpen);
  const isStyled = useStyled(styled);
  const isOpen = state.isOpen && isStyled;
  useChime(state);
  useFocus({ isOpen, field, launcher });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) chat.close();
    else if (isPhone) keepFocusInside(event, panel.current);
  }
  const scale = openScale(state);
  const onPerson = () => chat.send(words.personMessage, words.person);
  function onChoose({ title, value }: SuggestedAction): void {
    chat.send(value, value === title ? '' : title);
    field.current?.focus();
  }
  return (
    <SpokenContext.Provider value={spoken}>
      <div class="root" lang={spoken.locale} dir={directionOf(spoken.locale)}>
        <div
          id="panel"
          class={isOpen ? 'panel open' : 'panel'}
          ref={panel}
          role="dialog"
          aria-modal={isPhone ? 'true' : undefined}
          aria-labelledby="title"
          inert={!isOpen}
          onKeyDown={onKeyDown}
        >
          <Header
            title={title || words.title}
            peer={state.peer}
            isReachable={state.isOnline && state.link === 'live'}
            menu={<Menu chat={chat} onPerson={onPerson} privacyUrl={privacyUrl} />}
            onPerson={onPerson}
            onClose={chat.close}
          />
          <Banner {...state} />
          <Transcript
            state={state}
            now={now()}
            privacyUrl={privacyUrl}
            onRetry={chat.retry}
            onChoose={onChoose}
            onReconnect={chat.reconnect}
          />
          {scale.length > 0 ? (
            <Rating scale={scale} onRate={(value) => onChoose({ type: '', title: value, value })} />
          ) : (
            <Choices actions={openChoices(state)} onChoose={onChoose} />
          )}
          <Composer
            field={field}
            hint={scale.length > 0 ? words.comment : expectsInput(state) ? words.answer : words.write}
            draft={chat.draft}
            onWriting={chat.writing}
            onAttach={chat.attach}
            onSend={(text) => chat.send(text, '')}
          />
        </div>
        <Launcher button={launcher} isOpen={isOpen} unread={unread(state)} onToggle={isOpen ? chat.close : chat.open} />
      </div>
    </SpokenContext.Provider>
  );
}

function expectsInput({ entries }: ChatState): boolean {
  const last = entries.at(-1);
  return last?.kind === 'message' && last.expectsInput;
}

type Places = {
  readonly isOpen: boolean;
  readonly field: { readonly current: HTMLElement | null };
  readonly launcher: { readonly current: HTMLElement | null };
};

/** Opening leads to the field, closing back to the launcher; a chat that opens with the page takes no focus. */
function useFocus({ isOpen, field, launcher }: Places): void {
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (isOpen !== wasOpen.current) (isOpen ? field : launcher).current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
}
