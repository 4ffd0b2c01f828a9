/**
 * Ports: what the runtime needs of the outside. Adapters in storage/, channels/ and cli/ implement them; the runtime knows no concrete one.
 */
import type { ActionResult } from '../dialogs/input.ts';
import type { Program } from '../dialogs/program.ts';
import type { State } from '../dialogs/state.ts';
import type { Draft, Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { SentFile } from '../events/speech/sent-file.ts';
import type { Understood, Value } from '../events/understood.ts';
import type { Accounts } from './ports/accounts.ts';
import type { OutboxPlace, OutboxRow } from './ports/delivery.ts';
import type { DeskStore, HandoffRow } from './ports/desk.ts';
import type { BriefRange, BriefRow, CountedFacts, FactsRange, FactsRow } from './ports/facts.ts';
import type { Identity, Persons } from './ports/persons.ts';
import type { HourCells, RollupRange } from './ports/rollup.ts';
import type { Uploads } from './ports/uploads.ts';

export type Clock = {
  now(): Instant;
  /** Runs `act` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, act: () => void): () => void;
};

export type Random = {
  /** unguessable, URL-safe, ≥ 120 bits */
  id(): string;
  /** 0 ≤ unit < 1 */
  unit(): number;
};

/** Structured log; objects never hold customers' words. */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/**
 * What is known before a message is understood.
 *
 * @property locale language of the conversation
 * @property expectsAnswer a question is open
 * @property isOffered it is one of the choices that were offered
 * @property at when it is said
 * @property zone the customer's time zone (IANA), where their channel tells it
 */
export type Hearing = { readonly locale: string; readonly expectsAnswer: boolean; readonly isOffered: boolean } & Said;
type Said = { readonly at: Instant; readonly zone?: string };

/**
 * What a bot makes of a message.
 *
 * @property vectorOf asks the provider of embeddings, where the bot has one; never rejects
 */
export type Understanding = {
  (text: string, hearing: Hearing & { readonly vector?: Float32Array | undefined }): Understood;
  readonly vectorOf?: (text: string) => Promise<Float32Array | undefined>;
};

/**
 * A bot's files, ready to run.
 *
 * @property since when it was last made the bot that new conversations begin with
 */
export type Bot = {
  readonly program: Program;
  readonly since: Instant;
  readonly understand: Understanding;
};

/** The bot that new conversations begin with, and those of older conversations. */
export type Bots = {
  /** A turn asks once and keeps what it got: the next may get another. */
  current(): Bot;
  /**
   * An older bot with its own understanding, by the hash of its program.
   *
   * @returns `undefined` when its files are gone, or cannot be read by this release
   */
  version(hash: string): Promise<Bot | undefined>;
};

export type ActionCall = {
  readonly action: string;
  readonly input: Value;
  readonly conversation: string;
  /** the same for every try of one request */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
};

/** Runs one try of an action. Never throws: what goes wrong is a result. */
export type RunAction = (call: ActionCall) => Promise<ActionResult>;

/** Computes facts from words inside the turn. Pure. `state` is the state before the turn. */
export type Observe = (context: {
  readonly state: State;
  readonly drafts: readonly Draft[];
  readonly at: Instant;
}) => readonly Draft[];

/**
 * A customer's message as a channel hands it in. (channel, account, providerId) makes it unique.
 *
 * @property providerId is kept for ever: a channel whose ids may say something of a person (an address in a mail's id) hands in a hash
 * @property place the provider's own count, where messages may arrive in another order than they were sent in
 * @property isAwaited somebody waits for the replies: it does not wait for further messages
 */
export type Inbound = {
  readonly channel: string;
  readonly account: string;
  readonly providerId: string;
  readonly conversation: string;
  readonly receivedAt: Instant;
  readonly via: 'text' | 'choice' | 'attachment';
  readonly text: string;
  readonly place?: number;
  readonly isAwaited?: boolean;
  readonly channelData?: Value;
  readonly from?: { readonly id: string; readonly name?: string };
  /** files that came along, kept by the channel */
  readonly files?: readonly SentFile[];
  /** where on the channel the customer says to come from; counts in their first message only */
  readonly entryPoint?: string;
  /** language the channel is in (BCP 47); counts in the customer's first message only */
  readonly locale?: string;
  /** the customer's time zone (IANA), where the channel tells it */
  readonly zone?: string;
};

export type InboxRow = Inbound & {
  /** conversation/channel/account/providerId */
  readonly id: string;
};

/** Where a conversation stands: the row every commit compares and sets. */
export type Head = {
  readonly conversation: string;
  /** rises by 1 with each commit */
  readonly version: number;
  /** last event */
  readonly seq: number;
  /** time of the last event */
  readonly at: Instant;
  readonly channel: string;
  readonly address: string;
  /** program hash the conversation runs on */
  readonly program: string;
  /** random id of the customer; `null` where nobody knows it any more */
  readonly customer: string | null;
};

export type Snapshot = {
  readonly seq: number;
  readonly evolveVersion: number;
  readonly state: State;
};

export type TimerRow = { readonly conversation: string; readonly timer: string; readonly dueAt: Instant };

export type ActionRow = {
  readonly conversation: string;
  readonly request: string;
  readonly action: string;
  readonly input: Value;
  readonly program: string;
  /** tries that may have reached the other side */
  readonly started: number;
  readonly requestedAt: Instant;
};

/** Everything one turn changes, in one transaction. */
export type Commit = {
  /** as it shall be; `version - 1` is what must be stored now (0: the conversation must not exist) */
  readonly head: Head;
  readonly events: readonly Event[];
  /** the state after it, now and then: what came since the last one is folded again when the conversation is loaded */
  readonly snapshot: Snapshot | undefined;
  /** messages this turn took that were not stored before; a known id makes the whole commit a duplicate */
  readonly inbox: readonly InboxRow[];
  /** ids of messages stored before by `accept` that this turn took */
  readonly handled: readonly string[];
  readonly outbox: readonly OutboxRow[];
  readonly timersSet: readonly TimerRow[];
  readonly timersCleared: readonly string[];
  readonly actionsAdded: readonly ActionRow[];
  /** requests whose result this turn takes; one that is not open makes the whole commit a duplicate */
  readonly actionsRemoved: readonly string[];
  /** the conversation's place at the desk; `null`: it has none any more; `undefined`: as before */
  readonly handoff?: HandoffRow | null;
  /** cases whose facts must be folded again */
  readonly dirtyCases: readonly string[];
};

export type Committed = 'committed' | 'conflict' | 'duplicate';

/**
 * A program whose files are kept.
 *
 * @property since when it was last made the one new conversations begin with
 * @property usedAt when new conversations are last known to have begun with it
 */
export type ProgramRow = { readonly hash: string; readonly since: Instant; readonly usedAt: Instant };

/** A conversation with a timer, and its program: one whose customer spoke within the last seven days, or whose goal is still to be verified. */
export type Unsettled = { readonly conversation: string; readonly program: string };

export type Loaded = { readonly head: Head; readonly snapshot: Snapshot | undefined };

/** A store that other processes work on too. */
export type Sharing = {
  /**
   * Calls `changed` with conversations that other processes have moved; with `undefined` where anything may have happened, and so every half second.
   * The returned function ends it.
   */
  listen(changed: (conversations: readonly string[] | undefined) => void): () => void;
  /** versions of the heads; without those that do not exist */
  versions(conversations: readonly string[]): Promise<ReadonlyMap<string, Head['version']>>;
};

/**
 * Keeps conversations. What is due, open or dirty is claimed for this process where others work too: they get it once this one has ended.
 *
 * Every method that writes resolves after the write is durable, and rejects with a TouchpointError of a STORE_… code,
 * having changed nothing, when it is not.
 */
export type Store = Persons &
  Accounts &
  DeskStore &
  Uploads & {
    /** `undefined`: this process is alone */
    readonly sharing?: Sharing;
    load(conversation: string): Promise<Loaded | undefined>;
    /** in order of seq; `words` only where they are not erased and asked for */
    events(conversation: string, range: { readonly after: number; readonly limit?: number }): Promise<readonly Event[]>;
    commit(commit: Commit): Promise<Committed>;

    /** Stores a message that cannot be handled yet. */
    accept(row: InboxRow): Promise<'stored' | 'duplicate'>;
    /** messages stored and not handled, oldest first */
    waiting(conversation: string): Promise<readonly InboxRow[]>;
    conversationsWaiting(limit: number): Promise<readonly string[]>;

    /** of each conversation and channel the oldest undelivered row that is due, at most `limit` */
    outboxDue(now: Instant, limit: number): Promise<readonly OutboxRow[]>;
    outboxDone(rows: readonly OutboxPlace[]): Promise<void>;
    outboxRetry(row: OutboxPlace, dueAt: Instant, error: string): Promise<void>;
    /** Replaces a row by what is left of it to send. */
    outboxPassed(row: OutboxRow): Promise<void>;
    outboxNextDue(): Promise<Instant | undefined>;

    timersDue(now: Instant, limit: number): Promise<readonly TimerRow[]>;
    timersNextDue(): Promise<Instant | undefined>;

    actionsOpen(limit: number): Promise<readonly ActionRow[]>;
    /** Notes that an action is begun, before it is; whether it was open, begun by nobody, and this process's to make. */
    actionStarted(conversation: string, request: string): Promise<boolean>;

    /** conversations whose facts are stale */
    dirtyConversations(limit: number): Promise<readonly { readonly conversation: string; readonly seq: number }[]>;
    /** replaces the facts of a conversation, and what they add to the rollups; clears its mark unless newer events came than `seq` */
    writeFacts(conversation: string, seq: number, rows: readonly CountedFacts[]): Promise<void>;
    /** in order of start, conversation and case */
    facts(range: FactsRange): Promise<readonly FactsRow[]>;
    briefs(range: BriefRange): Promise<readonly BriefRow[]>;
    /** The change that all of whatever is written from now on comes after; what others are just writing too. 0 where nothing was. */
    lastChange(): Promise<number>;
    /** the rollups of a range added up, an entry an hour with cases, in order */
    hours(range: RollupRange): Promise<readonly HourCells[]>;
    markAllDirty(): Promise<number>;
    /** The facts of one conversation are stale, though it has not moved. */
    markDirty(conversation: string): Promise<void>;

    /** Keeps the files of a program, which new conversations begin with from `at` on. */
    saveProgram(program: { readonly hash: string; readonly files: string; readonly at: Instant }): Promise<void>;
    /** New conversations still begin with it. */
    useProgram(hash: string, at: Instant): Promise<void>;
    programFiles(hash: string): Promise<string | undefined>;
    /** by hash */
    programs(): Promise<readonly ProgramRow[]>;
    removeProgram(hash: string): Promise<void>;
    /** conversations in which something may still happen by itself, by id, from the one after `after` on */
    unsettled(range: { readonly after: string; readonly limit: number }): Promise<readonly Unsettled[]>;

    conversationOf(identity: Identity): Promise<string | undefined>;
    /** conversations of a customer, the one that moved last first */
    conversationsOf(customer: string, limit: number): Promise<readonly string[]>;
    /** ids of conversations, in order, from the one after `after` on */
    conversations(range: { readonly after: string; readonly limit: number }): Promise<readonly string[]>;
    /**
     * What all processes on this store agree on by name.
     *
     * @returns what is stored, which is `value` where nothing was
     */
    agree(name: string, value: string): Promise<string>;
    close(): Promise<void>;
  };
