/** What Telegram's Bot API takes (core.telegram.org/bots/api): 4096 letters a message, 1024 beside a picture, inline keyboards of any height. */
import type { Capabilities } from '../contract/capabilities.ts';
import { mostFileBytes } from '../contract/files/keep-files.ts';

export const telegramCapabilities: Capabilities = {
  textLength: 4096,
  captionLength: 1024,
  // a keyboard may have 100 keys; more than a screen's height nobody reads, and a longer title is cut off on a phone
  buttons: { most: 20, titleLength: 64 },
  list: null,
  cards: 'text',
  links: true,
  pictures: true,
  typing: true,
  states: ['failed', 'uncertain'],
  proactive: 'after contact',
  attachments: { maxBytes: mostFileBytes },
  handoff: 'text',
  survey: 'buttons',
  erase: 'here',
};
