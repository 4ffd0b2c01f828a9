/** The little life of the demonstration shop: a basket that counts, and buttons that open the chat. */
import { watchEdits } from './watch-edits.ts';

let items = 0;

for (const button of document.querySelectorAll('[data-add]')) button.addEventListener('click', add);
for (const button of document.querySelectorAll('[data-chat]')) button.addEventListener('click', openChat);

watchEdits();

function add(): void {
  items += 1;
  const count = document.querySelector('[data-count]');
  if (count) count.textContent = String(items);
  document.querySelector('[data-basket]')?.classList.add('filled');
}

function openChat(): void {
  window.Touchpoint?.open();
}
