/** Shows on this page, and on this machine only, that the latest edit of the bot's files was not taken, and why. */
import { noticeOf } from './notice-of.ts';

const lookMs = 2_000;

export function watchEdits(): void {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)) return;
  const notice = document.createElement('aside');
  notice.setAttribute('role', 'status');
  notice.className = 'edit-notice';
  notice.hidden = true;
  document.body.prepend(notice);
  const look = (): Promise<void> =>
    fetch('/readyz')
      .then((answer) => answer.text())
      .then((text) => show(notice, noticeOf(text)))
      .catch(() => undefined);
  void look();
  setInterval(() => (document.hidden ? undefined : void look()), lookMs);
}

function show(notice: HTMLElement, lines: readonly string[]): void {
  const text = lines.join('\n');
  if (notice.textContent === text) return;
  notice.textContent = text;
  notice.hidden = lines.length === 0;
}
