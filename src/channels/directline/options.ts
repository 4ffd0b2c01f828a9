import type { Runtime } from '../../runtime/door.ts';
import type { Clock, Log, Random, Store } from '../../runtime/ports.ts';

/**
 * Who may begin conversations.
 *
 * `secrets`: the first signs tokens, all verify them. `development`: loopback only, the caller counts as carrying the secret; `key` signs tokens and
 * is best kept beside the data, so that they outlive a restart.
 */
export type Access =
  | { readonly kind: 'secrets'; readonly secrets: readonly string[] }
  | { readonly kind: 'development'; readonly key: string };

/**
 * What Direct Line is made of.
 *
 * @property clock the time of conversations and tokens; a test may move it
 * @property wall the time of sockets and rate limits, which must be the real one even where a test moves `clock`
 * @property identitySecret verifies the widget's `userToken`; without it none is taken
 * @property widgetOrigins pages that may embed the widget; empty means the server's own origin
 * @property locale of a conversation whose client names none
 */
export type DirectLineOptions = {
  readonly runtime: Pick<Runtime, 'open' | 'receive' | 'notify' | 'typing' | 'onTyping' | 'listen' | 'watch'>;
  readonly store: Pick<Store, 'load' | 'events' | 'customerOf' | 'keepUpload' | 'upload'>;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Pick<Log, 'warn'>;
  readonly access: Access;
  readonly identitySecret?: string;
  readonly widgetOrigins: readonly string[];
  readonly bot: { readonly name: string };
  readonly locale: string;
};
