import type { DeskAct, DeskRefusal } from '../dialogs/desk-act.ts';
import type { NoticeInput, Profile, SurveyedInput } from '../dialogs/input.ts';
import type { SurveyQuestion } from '../dialogs/step/survey/survey-questions.ts';
import type { Event, EventOf } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { SurveyItem } from '../events/speech/survey.ts';
import type { Value } from '../events/understood.ts';
import type { Inbound } from './ports.ts';

/**
 * A conversation to begin. `address` is where the channel delivers to (a chat id, a phone number; the conversation's id on the web).
 */
export type Opening = {
  readonly conversation: string;
  readonly channel: string;
  readonly address: string;
  readonly entryPoint: string;
  readonly customer: string;
  readonly locale: string;
  /** the customer would be known again in another conversation; absent: no */
  readonly identified?: boolean;
  /** what is known of the customer from outside: claims of a user token */
  readonly profile?: Profile;
};

/** Something the business has to tell in a conversation. `values` are those the dialog begins with; the same `id` is told once. */
export type Notice = {
  readonly conversation: string;
  readonly id: string;
  readonly notice: string;
  readonly values: Readonly<Record<string, Value>>;
} & Pick<NoticeInput, 'key' | 'arm' | 'laterMs'>;

/** Somebody is writing. `name`: of the agent, as the customer reads it; empty for the customer. */
export type Typing = { readonly conversation: string; readonly who: 'customer' | 'agent'; readonly name: string };

/** What an agent does. Of the same `id` only the first counts. */
export type DeskOrder = { readonly conversation: string; readonly id: string; readonly act: DeskAct };

/** What became of it, and how the conversation stands at the desk. */
export type Ordered =
  | { readonly status: 'done' | 'duplicate'; readonly version: number; readonly seq: number }
  | { readonly status: 'refused'; readonly why: DeskRefusal }
  | { readonly status: 'unknown' };

/**
 * Something the business has to tell a customer, wherever they are.
 *
 * @property customer their id, or a channel and who they are there, such as `web:user-42`
 * @property topic notice that a dialog begins with; @property data values it begins with
 * @property dedupeKey the same is told once
 */
export type Telling = {
  readonly customer: string;
  readonly topic: string;
  readonly data: Readonly<Record<string, Value>>;
  readonly dedupeKey: string;
};

/**
 * What became of it. `told`; `later`: at `at`, when it is no longer night; `held_out`: by lot, so that it can be told what telling brings; `duplicate`; the
 * others were not told for the reason they name.
 */
export type Told =
  | { readonly status: 'told' | 'held_out' | 'duplicate'; readonly conversation: string }
  | { readonly status: 'later'; readonly conversation: string; readonly at: string }
  | { readonly status: 'unknown_customer' | 'erased' | 'no_consent' | 'capped' }
  | { readonly status: 'out_of_window'; readonly channel: string }
  | { readonly status: 'unknown_topic'; readonly topics: readonly string[] };

/**
 * What a channel says became of what the bot said: up to event `said`, or all of it so far. The same `id` counts once.
 */
export type Delivery = {
  readonly conversation: string;
  readonly id: string;
  readonly state: EventOf<'delivery.stated'>['data']['state'];
  readonly said?: number;
};

/**
 * What became of a message.
 *
 * `deferred`: stored durably, handled after the pending action. `replies` are those of this turn, without what an action will bring later.
 */
export type Received =
  | { readonly status: 'handled'; readonly replies: readonly EventOf<'bot.said'>[] }
  | { readonly status: 'deferred' }
  | { readonly status: 'duplicate' }
  | { readonly status: 'unknown' };

/** What a person found who looked at a case drawn for review. `reviewer`: their account. */
export type Judgement = {
  readonly conversation: string;
  readonly case: string;
  readonly sample: 'assumed' | 'rejected';
  readonly value: boolean;
  readonly reviewer: string;
};

/**
 * How the customer of a conversation can be asked by a link.
 *
 * @property language of the bot in which they talk; @property lastAt when they last wrote
 * @property profile what is known of them from outside
 * @property due what was drawn and still is to be asked by a link, as they have gone; `null`: nothing
 */
export type LinkedSurvey = {
  readonly customer: string;
  readonly channel: string;
  readonly language: string;
  readonly lastAt: Instant;
  readonly profile: Readonly<Record<string, Value>>;
  readonly due: { readonly case: string; readonly items: readonly SurveyItem[] } | null;
  questions(items: readonly SurveyItem[]): readonly SurveyQuestion[];
};

/** A survey that was sent by a link (no answers, no comment), or answered that way. `comment`: empty for none. */
export type Surveyed = { readonly conversation: string } & Pick<
  SurveyedInput,
  'case' | 'items' | 'answers' | 'comment'
>;

/** The running bot, as channels and pages see it. */
export type Runtime = {
  /** Begins a conversation and greets; resolves after the commit. */
  open(opening: Opening): Promise<'opened' | 'exists'>;
  /** Takes a message; resolves after the commit that holds it. Rejects (STORE_…) when it could not be stored: nothing was taken. */
  receive(inbound: Inbound): Promise<Received>;
  /** Tells a notice of the business; resolves after the commit. Rejects (STORE_…) when it could not be stored. */
  notify(notice: Notice): Promise<'handled' | 'unknown'>;
  /** Tells a customer something, where they may be told it; resolves after the commit. Rejects (STORE_…) when it could not be stored. */
  tell(telling: Telling): Promise<Told>;
  /** Notes what a channel says of a delivery; resolves after the commit. Rejects (STORE_…) when it could not be stored. */
  state(delivery: Delivery): Promise<'handled' | 'unknown'>;
  /** Records what a reviewer found, in the conversation the case began in; resolves after the commit. The last word on a case counts. */
  judge(judgement: Judgement): Promise<'handled' | 'unknown'>;
  /** How a customer can be asked by a link; `undefined` for who is not known, or was erased. */
  linked(conversation: string): Promise<LinkedSurvey | undefined>;
  /** Notes that a survey was sent by a link, or its answers; resolves after the commit. Rejects (STORE_…) when it could not be stored. */
  surveyed(surveyed: Surveyed): Promise<'handled' | 'unknown'>;
  /** Does what an agent orders; resolves after the commit. Rejects (STORE_…) when it could not be stored. */
  order(order: DeskOrder): Promise<Ordered>;
  /** Tells who listens in this process that somebody is writing; it is kept nowhere. */
  typing(sign: Typing): void;
  /** The returned function ends it. */
  onTyping(listener: (sign: Typing) => void): () => void;
  /** Called after each commit with its events, in order of `seq` within a conversation. The returned function ends it. */
  listen(listener: (conversation: string, events: readonly Event[]) => void): () => void;
  /** Calls `moved` when another process may have moved the conversation. The returned function ends it. */
  watch(conversation: string, moved: () => void): () => void;
  /** Resolves when every due timer, action, delivery and queued message has been handled. */
  settle(): Promise<void>;
  /** Takes nothing new, finishes running turns, and resolves. */
  stop(): Promise<void>;
};
