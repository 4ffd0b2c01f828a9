/**
 * What is known of a case at one moment of its fold: the ground on which burdens and evidence are recognised. Facts only, no words.
 */
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { StepRef } from '../../events/step-ref.ts';

export type Context = {
  /** how and where the case began */
  readonly origin: Origin | null;
  /** what each of its conversations runs on, by conversation */
  readonly hosts: { readonly [conversation: string]: Host };
  /** the customer would be known again in another conversation */
  readonly identified: boolean;
  readonly conversations: readonly string[];
  /** customer turns of the case so far, over all its conversations */
  readonly customerTurns: number;
  /** conversation and turn that `customerTurns` counted last */
  readonly counted: { readonly conversation: string; readonly turn: number } | null;
  /** the bot took part: a conversation no bot touched belongs to no rate */
  readonly botTookPart: boolean;
  /** words of the customer; `null` where nobody counted them */
  readonly words: number | null;
  /** accepted intents, each once, in order */
  readonly intents: readonly string[];
  /** intents that were answered by a short answer, each once; courtesy is none */
  readonly answered: readonly string[];
  /** running dialogs, innermost last */
  readonly stack: readonly string[];
  /** dialogs entered, each once, in order */
  readonly dialogs: readonly DialogSeen[];
  readonly open: { readonly kind: Question['kind']; readonly dialog: string } | null;
  readonly acting: readonly Acting[];
  /** requests and timers by which a system of record is still to be asked */
  readonly verifying: readonly string[];
  readonly waiting: Waiting | null;
  readonly lastSaid: StepRef | null;
  /** customer turns of the case in which nothing was understood or a question was put again: the latest, and the one before it */
  readonly repairs: { readonly last: number; readonly before: number };
  readonly person: Person;
  /** the customer had been away and speaks again; whether they came back with this is not decided yet */
  readonly returning: Returning | null;
  /** times they came back with it */
  readonly returns: number;
  readonly reopened: boolean;
  /** other channels they were sent to, and how many times they were seen to go */
  readonly redirects: {
    readonly sent: readonly { readonly turn: number; readonly step: StepRef | null }[];
    readonly followed: number;
  };
  readonly told: Told;
  /** promises whose time is over and that were not kept */
  readonly overdue: readonly string[];
  readonly review: Review;
  /** the case has fallen silent or its conversation was ended */
  readonly left: boolean;
  /** when it was last left, `null` while it is not */
  readonly leftAt: Instant | null;
  /** when anybody spoke last */
  readonly at: Instant;
  readonly silent: boolean;
  readonly matured: boolean;
};

type Question = EventOf<'question.asked'>['data'];
type Entered = EventOf<'dialog.entered'>['data'];

export type Origin = {
  readonly customer: string;
  readonly channel: string;
  readonly entryPoint: string;
  readonly touchpoint: string;
  readonly locale: string;
  /** hash of the program the conversation runs on */
  readonly version: string;
  /** held with another bot, of whose dialogs nothing is known */
  readonly foreign: boolean;
};

export type DialogSeen = Pick<
  Entered,
  'dialog' | 'file' | 'line' | 'stage' | 'owner' | 'by' | 'intent' | 'authenticates'
> & {
  readonly expectTurns: number | null;
  /** the calling dialog, where it was called */
  readonly caller: string | null;
  /** slots it has asked for, each once */
  readonly asked: readonly string[];
  /** questions it has put, repetitions not counted */
  readonly questions: number;
  readonly left: EventOf<'dialog.left'>['data']['how'] | null;
};

export type Acting = { readonly request: string; readonly at: StepRef | null };

/**
 * A customer's message the bot has not answered yet.
 *
 * @property toldSlow the next thing said is the notice that it takes a moment, which is no answer
 * @property acted the last action that finished in the meantime
 */
export type Waiting = {
  readonly since: Instant;
  readonly toldSlow: boolean;
  readonly acted: { readonly at: StepRef | null } | null;
};

/**
 * The customer's way to a person.
 *
 * @property firstAsk customer turn of the case in which a person was first asked for
 * @property firstServed a handoff followed in the same or the next turn; `null` while it still may
 */
export type Person = {
  /** wishes for a person; those beyond the first dozen are counted with the last */
  readonly asks: readonly { readonly turn: number; readonly step: StepRef | null; readonly count: number }[];
  readonly firstAsk: number | null;
  readonly firstServed: boolean | null;
  /** the latest one */
  readonly handoff: Pick<EventOf<'handoff.requested'>['data'], 'by' | 'at' | 'team'> | null;
  /** since when the customer waits for a person who was promised; `null` when they do not */
  readonly queuedAt: Instant | null;
  /** the wait they were told of first, since they wait */
  readonly promisedSeconds: number | null;
  /** who took over last */
  readonly agent: string | null;
  /** handed on from one person, and not yet taken by the next */
  readonly isTransferred: boolean;
  /** an agent spoke */
  readonly joinedAt: Instant | null;
  readonly askedAt: Instant | null;
};

/** @property version hash of the program, as it is now */
export type Host = { readonly channel: string; readonly version: string };

/**
 * Where things stood when the customer spoke again.
 *
 * @property next whose move it was: `ours` (an unanswered message, a handoff nobody took, a promise overdue), `theirs` (a question stood open and they were
 *   not away for long: a pause of their own), `nobody's` (all was said)
 * @property missed the last thing they said there was not understood, or not what the bot is for
 */
export type Returning = {
  readonly next: 'ours' | 'theirs' | "nobody's";
  readonly channel: string;
  readonly missed: boolean;
  readonly at: StepRef | null;
};

/**
 * What the case holds already.
 *
 * @property slots names of slots filled; `keys` of values heard
 * @property again those held when the customer was given to a person or changed the channel: asking for one, or hearing it, is telling it again
 */
export type Told = { readonly held: readonly string[]; readonly again: readonly string[] };

/** What people found who looked at the case. @property draw its lot, `null` before it has matured */
export type Review = {
  readonly draw: number | null;
  readonly judged: readonly {
    readonly sample: 'assumed' | 'rejected';
    readonly value: boolean;
    readonly at: Instant;
  }[];
};

/** Before the first event of a case. */
export const startContext: Context = {
  origin: null,
  hosts: {},
  identified: false,
  conversations: [],
  customerTurns: 0,
  counted: null,
  botTookPart: false,
  words: null,
  intents: [],
  answered: [],
  stack: [],
  dialogs: [],
  open: null,
  acting: [],
  verifying: [],
  waiting: null,
  lastSaid: null,
  repairs: { last: 0, before: 0 },
  person: {
    asks: [],
    firstAsk: null,
    firstServed: null,
    handoff: null,
    joinedAt: null,
    askedAt: null,
    queuedAt: null,
    promisedSeconds: null,
    agent: null,
    isTransferred: false,
  },
  returning: null,
  returns: 0,
  reopened: false,
  redirects: { sent: [], followed: 0 },
  told: { held: [], again: [] },
  overdue: [],
  review: { draw: null, judged: [] },
  left: false,
  leftAt: null,
  at: 0,
  silent: false,
  matured: false,
};
