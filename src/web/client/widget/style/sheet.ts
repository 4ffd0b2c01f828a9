/// <reference path="./styles.d.ts" />
/** The widget's style sheets: the launcher's is part of the script, the panel's comes on its own while nobody waits for it. */
import launcher from './launcher.css';
import tokens from './tokens.css';

/** Until the panel has its looks, it is not there. */
const unstyled = '.panel{display:none}';

export function launcherSheet(): CSSStyleSheet {
  return sheetOf(`@layer widget{${unstyled}${tokens}${launcher}}`);
}

/**
 * The panel's, from the server the widget came from. Never rejects: what cannot be had is asked for again.
 *
 * @param wait resolves after so many milliseconds
 */
export async function panelSheet(home: string, wait: (ms: number) => Promise<void>): Promise<CSSStyleSheet> {
  for (let ms = 500; ; ms = Math.min(2 * ms, 15_000)) {
    const answer = await fetch(`${home}/widget/panel.css`).catch(() => undefined);
    if (answer?.ok) return sheetOf(await answer.text());
    await wait(ms);
  }
}

function sheetOf(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
