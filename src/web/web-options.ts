import type { HttpRoute } from '../channels/contract/http.ts';
import type { DirectLine } from '../channels/directline/create-direct-line.ts';
import type { Access } from '../channels/directline/options.ts';
import type { Problem } from '../errors/problem.ts';
import type { Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { TalkQuery } from '../reports/desk/search-talk.ts';
import type { Runtime } from '../runtime/door.ts';
import type { Accounts } from '../runtime/ports/accounts.ts';
import type { Clock, Log, Random, Store } from '../runtime/ports.ts';
import type { OpenId } from './access/oidc/open-id.ts';
import type { Desk } from './desk/create-desk.ts';
import type { Reach } from './serving/to-request.ts';

/** Files of the bot as they stand, and why the bot does not run on them. */
export type RejectedEdit = { readonly at: Instant; readonly problems: readonly Problem[] };

/** Figures and lists for the flags in a query; a case or a conversation by its id. */
export type ReadAsked =
  | {
      readonly name: 'report' | 'csv' | 'hours' | 'cases' | 'reviews' | 'journey' | 'staff';
      readonly query: Readonly<Record<string, string>>;
    }
  /** cases drawn to be asked how it was, and the ends of their links */
  | { readonly name: 'surveys' }
  | { readonly name: 'search'; readonly search: TalkQuery }
  /** `isVeiled`: without what was said */
  | { readonly name: 'case' | 'conversation'; readonly id: string; readonly isVeiled: boolean };

/**
 * What the server is made of.
 *
 * @property port 0 takes any free one
 * @property clock the time of the product, which a test may move; sign-in tickets live by it
 * @property wall the real time: sessions, latencies and the patience of closing
 * @property channels addresses that providers of other channels call
 * @property pagesFolder where the built pages lie; they are read once, at `listen`
 * @property read figures or cases as JSON; rejects with USAGE for wrong flags and CASE_UNKNOWN, and is broken off when `gone` ends
 * @property notReady why no messages can be taken now; empty when they can
 * @property rejectedEdit the latest edit of the bot's files, where it was not taken because of problems in it
 * @property accounts who may sign in; the sign-in link works only while there is no account
 * @property openId the provider at which people sign in besides; absent: none is configured
 * @property cardOf what an agent has to know, from the events of a conversation
 * @property surveyLinks what links to surveys are signed with, and the name their page shows; absent: there are none
 * @property testClock present only under --test-clock
 */
export type WebOptions = {
  readonly runtime: Pick<
    Runtime,
    'listen' | 'judge' | 'tell' | 'linked' | 'surveyed' | 'order' | 'watch' | 'typing' | 'onTyping'
  >;
  readonly store: Pick<Store, 'outboxNextDue' | 'load' | 'events' | 'setPresence' | 'reach' | 'letGo' | 'keepUpload'>;
  readonly directline: DirectLine;
  readonly channels: readonly HttpRoute[];
  readonly config: Reach & { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly pagesFolder: string;
  read(asked: ReadAsked, gone: AbortSignal): Promise<string>;
  /** people with the role `analyst` see dots for words */
  readonly veilsAnalysts?: boolean;
  /** calls back after facts have changed; gives what ends that */
  onFacts(changed: () => void): () => void;
  notReady(): Promise<readonly string[]>;
  rejectedEdit?(): RejectedEdit | undefined;
  readonly accounts: Accounts;
  readonly openId?: OpenId;
  readonly desk: Desk;
  cardOf(events: readonly Event[]): object;
  readonly surveyLinks?: { readonly access: Access; readonly name: string };
  readonly testClock?: { advance(ms: number): Promise<void> };
};
