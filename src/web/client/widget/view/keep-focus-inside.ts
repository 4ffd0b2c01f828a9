/** Where the panel covers the page, Tab goes round inside it. */
export function keepFocusInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== 'Tab' || !panel) return;
  const stops = [...panel.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], textarea, [tabindex="0"]')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (!edge?.matches(':focus')) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
