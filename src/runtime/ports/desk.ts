/**
 * What the desk needs of a store: the conversations that wait for a person or are held by one, and who is there to take them.
 */
import type { Instant } from '../../events/instant.ts';

/**
 * A conversation in the queue, or with an agent. It is written in the commit that makes it so.
 *
 * @property since when the customer asked: the place in the queue, kept when they come back to it
 * @property agent id of who holds it; `null`: it waits
 * @property version rises with every change of hands
 * @property offered id of the agent it is offered to, who alone may take it for the moment; '': all were asked, whoever wants it may; `null`: to nobody yet
 * @property meantFor name of the agent it was given to, while they have not taken it; anybody may all the same
 */
export type HandoffRow = {
  readonly conversation: string;
  readonly handoff: string;
  readonly team: string | null;
  readonly reason: string;
  readonly since: Instant;
  readonly agent: string | null;
  readonly version: number;
  readonly meantFor: string | null;
  readonly offered: string | null;
};

/** Somebody at the desk. `seenAt`: their last heartbeat, in real time. */
export type PresenceRow = {
  readonly agent: string;
  readonly name: string;
  readonly team: string | null;
  readonly state: 'online' | 'away';
  readonly seenAt: Instant;
};

export type DeskStore = {
  /** all that wait or are held, oldest first */
  handoffs(): Promise<readonly HandoffRow[]>;
  setPresence(row: PresenceRow): Promise<void>;
  /**
   * The one right to take a conversation for an agent, so that several processes together do not give them more than they may have. It ends by itself at
   * `until`, which also tells whose it is.
   *
   * @returns whether it was free, and the agent is known
   */
  reach(agent: string, lease: { readonly now: Instant; readonly until: Instant }): Promise<boolean>;
  letGo(agent: string, until: Instant): Promise<void>;
  /** everybody seen since `after` */
  presences(after: Instant): Promise<readonly PresenceRow[]>;
};
