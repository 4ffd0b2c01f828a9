/** Everything the widget shows, as one value. Views read it; only `reduce` makes a new one. */
import type { Card, SentFile, SuggestedAction } from '../directline/card.ts';
import type { Session } from '../directline/direct-line.ts';
import type { Instant } from '../ports.ts';

export type Author = 'customer' | 'bot' | 'agent';

/** What is told about the conversation itself: the server's own words, or one of ours, said in the language of the moment. `name` may be ''. */
export type Notice =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'finding' | 'nobody' }
  | { readonly kind: 'joined' | 'left'; readonly name: string };

/**
 * A message the server has, or a line about the conversation itself.
 *
 * @property name who wrote it, where the server says so; '' elsewhere
 */
export type Entry =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly author: Author;
      readonly name: string;
      readonly at: Instant;
      readonly text: string;
      readonly isPlain: boolean;
      /** BCP 47; '' where it is not said */
      readonly language: string;
      readonly actions: readonly SuggestedAction[];
      readonly cards: readonly Card[];
      readonly isCarousel: boolean;
      readonly expectsInput: boolean;
      /** what the customer sent along */
      readonly files: readonly SentFile[];
      /** of a survey of numbers: what can be answered, worst first */
      readonly scale: readonly string[];
    }
  | { readonly kind: 'notice'; readonly id: string; readonly at: Instant; readonly notice: Notice };

/**
 * A message the server has not yet sent back. `waiting` to be sent, `sending`, `sent` (stored by the server, its echo is on the way), or `failed`
 * (the customer decides).
 */
export type Outgoing = {
  readonly clientId: string;
  readonly text: string;
  readonly label: string;
  readonly at: Instant;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** to be sent along; it does not outlive the page */
  readonly file?: File;
  /** of the file: 0 to 1 */
  readonly progress?: number;
};

/** `starting` until the first answer of the server; `failed` when that does not come. */
export type Link = 'idle' | 'starting' | 'live' | 'lost' | 'failed';

/** Who answers: `queue` while a person is being found. `position` 1 is next; what is not known is `undefined`. */
export type Peer =
  | { readonly kind: 'bot' }
  | { readonly kind: 'queue'; readonly position?: number | undefined; readonly waitSeconds?: number | undefined }
  | { readonly kind: 'agent'; readonly name: string };

/**
 * @property entries in the server's order
 * @property watermark how far `entries` reach
 * @property seenId the newest entry of the other side that was on screen
 * @property hasSound the customer wants to hear when something is said
 * @property isReplying the other side writes, or its answer is awaited
 */
export type ChatState = {
  readonly isOpen: boolean;
  readonly isOnline: boolean;
  readonly link: Link;
  readonly session: Session | undefined;
  readonly watermark: string;
  readonly entries: readonly Entry[];
  readonly outbox: readonly Outgoing[];
  readonly seenId: string;
  readonly peer: Peer;
  readonly isReplying: boolean;
  readonly hasSound: boolean;
};

export const emptyChat: ChatState = {
  isOpen: false,
  isOnline: true,
  link: 'idle',
  session: undefined,
  watermark: '',
  entries: [],
  outbox: [],
  seenId: '',
  peer: { kind: 'bot' },
  isReplying: false,
  hasSound: false,
};
