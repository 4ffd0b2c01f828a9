/** What clients of Direct Line show, the widget first: activities of up to 256 K characters, as many choices as there are, and cards. */
import type { Capabilities } from '../contract/capabilities.ts';
import { mostFileBytes } from '../contract/files/keep-files.ts';

export const webCapabilities: Capabilities = {
  textLength: 256 * 1024,
  captionLength: 256 * 1024,
  buttons: { most: Number.POSITIVE_INFINITY, titleLength: Number.POSITIVE_INFINITY },
  list: null,
  cards: 'drawn',
  links: true,
  pictures: true,
  typing: false,
  // clients fetch: nothing is sent that could be delivered, fail, or come twice
  states: [],
  proactive: 'after contact',
  attachments: { maxBytes: mostFileBytes },
  handoff: 'events',
  survey: 'buttons',
  erase: 'everywhere',
};
