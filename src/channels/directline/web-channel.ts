import type { Channel } from '../../runtime/ports/delivery.ts';

/** The web channel as the runtime knows it: clients fetch by watermark, so there is nothing to push. */
export const webChannel: Channel = {
  name: 'web',
  delivery: 'fetch',
  send: () => Promise.resolve({ ok: true }),
};
