/** Puts Microsoft's Web Chat on the page, with a token as the widget gets it. */
import { fieldsOf, textOf } from '../json/fields.ts';

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface joins the browser's own
  interface Window {
    /** the official bundle's; absent where it is not installed */
    WebChat?: {
      createDirectLine(options: { readonly token: string; readonly domain: string }): object;
      renderWebChat(options: object, element: HTMLElement | null): void;
    };
  }
}

if (window.WebChat) void start(window.WebChat);
else document.querySelector('#missing')?.removeAttribute('hidden');

async function start({ createDirectLine, renderWebChat }: NonNullable<Window['WebChat']>): Promise<void> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"entryPoint":"webchat"}' };
  const answer: unknown = await (await fetch('/widget/token', asked)).json();
  const token = textOf(fieldsOf(answer)['token']);
  const directLine = createDirectLine({ token, domain: `${location.origin}/v3/directline` });
  const styleOptions = { bubbleBorderRadius: 14, bubbleFromUserBorderRadius: 14, bubbleFromUserBackground: '#dfe9f6' };
  renderWebChat({ directLine, locale: navigator.language, styleOptions }, document.querySelector('#chat'));
}
