/** On a phone the panel is the screen: it follows the keyboard, and the page behind it stands still. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The same bounds as in the style sheet. */
export const phone = '(max-width: 480px), (max-height: 440px) and (pointer: coarse)';

/** Whether the panel covers the page. */
export function usePhone(panel: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isPhone, setPhone] = useState(matchMedia(phone).matches);
  useEffect(() => {
    const listening = new AbortController();
    matchMedia(phone).addEventListener('change', (event) => setPhone(event.matches), { signal: listening.signal });
    return () => listening.abort();
  }, []);
  useEffect(() => {
    if (!isPhone || !isOpen) return;
    const page = document.documentElement.style;
    const before = page.overflow;
    page.overflow = 'hidden';
    const stop = followKeyboard(panel.current);
    return () => {
      page.overflow = before;
      stop();
    };
  }, [isPhone, isOpen]);
  return isPhone;
}

/** Some browsers lay their keyboard over the page without telling the style sheet. */
function followKeyboard(panel: HTMLElement | null): () => void {
  const seen = window.visualViewport;
  const listening = new AbortController();
  function resize(): void {
    panel?.style.setProperty('--seen-height', `${seen?.height}px`);
    panel?.style.setProperty('--seen-top', `${seen?.offsetTop}px`);
  }
  seen?.addEventListener('resize', resize, { signal: listening.signal });
  seen?.addEventListener('scroll', resize, { signal: listening.signal });
  if (seen) resize();
  return () => listening.abort();
}
