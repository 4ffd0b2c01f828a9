/**
 * The element `<touchpoint-chat>`: a messenger in a shadow root, untouched by the page's styles and free of inline ones, so that it works under a
 * strict Content-Security-Policy. Attributes: `home` (origin of the server; default the page's), `entry-point`, `heading`, `privacy-url`,
 * `locale` (BCP 47; default the browser's; the chat follows the customer's language from then on), `theme` (`light`, `dark`; default as the system), `user-token`.
 * Methods: `open`, `close`, `identify`, `setContext`. Events: `touchpoint-open`, `touchpoint-close`, `touchpoint-message` (`{from, text}`), `touchpoint-unread`
 * (`{count}`).
 */
import { render } from 'preact';
import { browserPorts } from './browser-ports.ts';
import { type Chat, createChat } from './chat/chat.ts';
import { unread } from './chat/unread.ts';
import { launcherSheet, panelSheet } from './style/sheet.ts';
import { Messenger } from './view/messenger.tsx';
import { phone } from './view/use-phone.ts';
import { loadWords } from './words/load-words.ts';

/** The platform knows custom elements only as classes that extend its own. */
export class TouchpointChat extends HTMLElement {
  #chat: Chat | undefined;
  #root: ShadowRoot | undefined;

  connectedCallback(): void {
    this.#root ??= this.attachShadow({ mode: 'open' });
    const root = this.#root;
    root.adoptedStyleSheets = [launcherSheet()];
    const options = optionsOf(this);
    const chat = createChat(options);
    this.#chat = chat;
    announce(this, chat);
    const props = {
      title: this.getAttribute('heading') ?? '',
      locale: options.locale,
      loadWords: (locale: string) => loadWords(fetch, options.home, locale),
      styled: panelSheet(options.home, pause).then((sheet) => root.adoptedStyleSheets.push(sheet)),
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

  /** Says who the customer is, by a token signed by the page's own server; without one, that nobody is signed in any more. */
  identify(userToken = ''): void {
    this.#chat?.identify(userToken);
  }

  /** What the page wants told with each message, such as what is in the basket: JSON. */
  setContext(context: unknown): void {
    this.#chat?.setContext(context);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function optionsOf(element: HTMLElement): Parameters<typeof createChat>[0] {
  return {
    ports: browserPorts(),
    home: new URL(element.getAttribute('home') || location.origin, location.href).origin,
    entryPoint: element.getAttribute('entry-point') || 'default',
    locale: element.getAttribute('locale') || navigator.language,
    userToken: element.getAttribute('user-token') ?? '',
    mayReopen: !matchMedia(phone).matches,
  };
}

function announce(element: HTMLElement, chat: Chat): void {
  let before = chat.get();
  function tell(name: string, detail?: object): void {
    element.dispatchEvent(new CustomEvent(`touchpoint-${name}`, { bubbles: true, composed: true, detail }));
  }
  chat.listen(() => {
    const old = before;
    const now = chat.get();
    before = now;
    if (now.isOpen !== old.isOpen) tell(now.isOpen ? 'open' : 'close');
    if (unread(now) !== unread(old)) tell('unread', { count: unread(now) });
    const known = new Set(old.entries.map(({ id }) => id));
    for (const entry of now.entries)
      if (entry.kind === 'message' && !known.has(entry.id)) tell('message', { from: entry.author, text: entry.text });
  });
}
