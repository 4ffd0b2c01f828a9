/**
 * The element `<touchpoint-chat>`: a messenger in a shadow root, untouched by the page's styles and free of inline ones, so that it works under a
 * strict Content-Security-Policy. Attributes: `home` (origin of the server; default the page's), `entry-point`, `heading`, `privacy-url`,
 * `locale` (BCP 47; default the browser's; the chat follows the customer's language from then on), `theme` (`light`, `dark`; default as the system). Events: `touchpoint-open`, `touchpoint-close`.
 */
import { render } from 'preact';
import { browserPorts } from './browser-ports.ts';
import { type Chat, createChat } from './chat/chat.ts';
import { sheet } from './style/sheet.ts';
import { Messenger } from './view/messenger.tsx';
import { phone } from './view/use-phone.ts';
import { loadWords } from './words/load-words.ts';

/** The platform knows custom elements only as classes that extend its own. */
export class TouchpointChat extends HTMLElement {
  #chat: Chat | undefined;
  #root: ShadowRoot | undefined;

  connectedCallback(): void {
    this.#root ??= this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [sheet()];
    const options = optionsOf(this);
    const chat = createChat(options);
    this.#chat = chat;
    announce(this, chat);
    const props = {
      title: this.getAttribute('heading') ?? '',
      locale: options.locale,
      loadWords: (locale: string) => loadWords(fetch, options.home, locale),
      privacyUrl: this.getAttribute('privacy-url') ?? undefined,
    };
    render(<Messenger chat={chat} now={Date.now} {...props} />, this.#root);
  }

  disconnectedCallback(): void {
    this.#chat?.stop();
    if (this.#root) render(null, this.#root);
  }

  open(): void {
    this.#chat?.open();
  }

  close(): void {
    this.#chat?.close();
  }
}

function optionsOf(element: HTMLElement): Parameters<typeof createChat>[0] {
  return {
    ports: browserPorts(),
    home: new URL(element.getAttribute('home') || location.origin, location.href).origin,
    entryPoint: element.getAttribute('entry-point') || 'default',
    locale: element.getAttribute('locale') || navigator.language,
    mayReopen: !matchMedia(phone).matches,
  };
}

function announce(element: HTMLElement, chat: Chat): void {
  let { isOpen } = chat.get();
  chat.listen(() => {
    const before = isOpen;
    isOpen = chat.get().isOpen;
    if (isOpen !== before)
      element.dispatchEvent(
        new CustomEvent(isOpen ? 'touchpoint-open' : 'touchpoint-close', { bubbles: true, composed: true }),
      );
  });
}
