/**
 * What `<script src="…/widget.js" data-entry-point="checkout" async></script>` runs: defines the element, puts one on the page unless the page has
 * its own, and gives the page `window.Touchpoint`. Every `data-` attribute of the script becomes one of the element.
 */
import { TouchpointChat } from './touchpoint-chat.tsx';

const elementName = 'touchpoint-chat';

/** What a page can do with the chat; see the element's methods and events. `on` returns what ends it. */
type Touchpoint = Pick<TouchpointChat, 'open' | 'close' | 'identify' | 'setContext'> & {
  on(name: 'open' | 'close' | 'message' | 'unread', act: (detail: unknown) => void): () => void;
};

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface joins the browser's own
  interface Window {
    Touchpoint?: Touchpoint;
  }
}

/** A second script of the same kind changes nothing. */
function install(script: HTMLOrSVGScriptElement | null): void {
  if (customElements.get(elementName)) return;
  customElements.define(elementName, TouchpointChat);
  window.Touchpoint = {
    open: () => onPage()?.open(),
    close: () => onPage()?.close(),
    identify: (userToken) => onPage()?.identify(userToken),
    setContext: (context) => onPage()?.setContext(context),
    on(name, act) {
      const listener = (event: Event) => act(event instanceof CustomEvent ? event.detail : undefined);
      addEventListener(`touchpoint-${name}`, listener);
      return () => removeEventListener(`touchpoint-${name}`, listener);
    },
  };
  whenParsed(() => onPage() ?? document.body.append(elementFor(script)));
}

function onPage(): TouchpointChat | undefined {
  const found = document.querySelector(elementName);
  return found instanceof TouchpointChat ? found : undefined;
}

function elementFor(script: HTMLOrSVGScriptElement | null): HTMLElement {
  const element = document.createElement(elementName);
  if (!(script instanceof HTMLScriptElement)) return element;
  element.setAttribute('home', new URL(script.src || location.href).origin);
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice('data-'.length), value);
  }
  return element;
}

function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}

install(document.currentScript);
