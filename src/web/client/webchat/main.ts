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
  renderWebChat(
    { directLine, locale: navigator.language, styleOptions: styleOptions() },
    document.querySelector('#chat'),
  );
}

/** The colours of the page, light or dark, in Web Chat's own terms. */
function styleOptions(): object {
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: string): string => colours.getPropertyValue(`--${name}`).trim();
  const bubble = {
    bubbleBorderRadius: 16,
    bubbleBorderWidth: 0,
    bubbleFromUserBorderRadius: 16,
    bubbleFromUserBorderWidth: 0,
  };
  const actions = { suggestedActionBorderRadius: 20, suggestedActionBorderWidth: 1, suggestedActionLayout: 'flow' };
  return {
    ...bubble,
    ...actions,
    accent: colour('accent'),
    subtle: colour('quiet'),
    backgroundColor: colour('panel'),
    bubbleBackground: colour('bot'),
    bubbleTextColor: colour('text'),
    bubbleFromUserBackground: colour('accent'),
    bubbleFromUserTextColor: colour('on-accent'),
    suggestedActionBackgroundColor: colour('panel'),
    suggestedActionTextColor: colour('accent'),
    sendBoxBackground: colour('panel'),
    sendBoxTextColor: colour('text'),
    sendBoxButtonColor: colour('quiet'),
    sendBoxBorderTop: `1px solid ${colour('line')}`,
    cardEmphasisBackgroundColor: colour('bot'),
    paddingRegular: 16,
    rootHeight: '100%',
    hideScrollToEndButton: false,
  };
}
