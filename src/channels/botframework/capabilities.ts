/**
 * What is common to the channels behind the Bot Framework. Buttons are suggested actions, in Teams keys of a card; Teams is the one that cuts longest
 * messages (28 KB with everything around them).
 */
import type { Capabilities } from '../contract/capabilities.ts';
import { mostFileBytes } from '../contract/files/keep-files.ts';

export const botFrameworkCapabilities: Capabilities = {
  textLength: 8000,
  captionLength: 8000,
  buttons: { most: 10, titleLength: 100 },
  list: null,
  cards: 'drawn',
  links: true,
  pictures: true,
  typing: true,
  states: ['read', 'failed', 'uncertain'],
  proactive: 'after contact',
  attachments: { maxBytes: mostFileBytes },
  handoff: 'events',
  survey: 'buttons',
  erase: 'here',
};
