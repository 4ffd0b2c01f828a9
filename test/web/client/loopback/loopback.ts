/** What a test sees of the loopback server, and may turn while it runs. */
import type { Conversation, Fields, Reply } from './conversation.ts';

/** How the next posts go wrong: a status without storing, or the line cut before or after the message was stored. */
export type Fault = {
  readonly times: number;
  readonly kind: number | 'cut' | 'cut-after';
  readonly retryAfter?: number;
};

/** What the routes of the server read and write. */
export type Situation = {
  readonly folder: string;
  readonly conversations: Map<string, Conversation>;
  /** posts that arrived, stored or not */
  posts: number;
  fault: Fault;
  /** the bot stores messages and stays silent */
  isMute: boolean;
  acceptsSockets: boolean;
  /** every request is refused with this status; 0 for none */
  status: number;
  /** tokens carry the epoch they were given out in; older ones have expired */
  epoch: number;
  readonly url: string;
  /** bodies of requests for a token, oldest first */
  readonly tokensAsked: Fields[];
  /** addresses of files that were sent, by their names */
  readonly pictures: Map<string, string>;
  /** what is sent in place of built files, by path */
  readonly pages: Map<string, string>;
};

export type Loopback = Situation & {
  dropSockets(): void;
  /** The bot speaks up in every conversation. */
  say(reply: Reply): void;
  /** Stops listening, as a server that restarts; `listenAgain` comes back on the same port with everything it knew. */
  pause(): Promise<void>;
  listenAgain(): Promise<void>;
};
