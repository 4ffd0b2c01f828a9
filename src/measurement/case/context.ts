/**
 * What is known of a case at one moment of its fold: the ground on which burdens and evidence are recognised. Facts only, no words.
 */
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { StepRef } from '../../events/step-ref.ts';

export type Context = {
  readonly origin: Origin | null;
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
  /** the case has fallen silent or its conversation was ended */
  readonly left: boolean;
  readonly silent: boolean;
  readonly matured: boolean;
  readonly promises: number;
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
  readonly asks: readonly { readonly turn: number; readonly step: StepRef | null }[];
  readonly firstAsk: number | null;
  readonly firstServed: boolean | null;
  /** the latest one */
  readonly handoff: Pick<EventOf<'handoff.requested'>['data'], 'by' | 'at'> | null;
  /** an agent spoke */
  readonly joinedAt: Instant | null;
  readonly askedAt: Instant | null;
};

/** Before the first event of a case. */
export const startContext: Context = {
  origin: null,
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
  person: { asks: [], firstAsk: null, firstServed: null, handoff: null, joinedAt: null, askedAt: null },
  left: false,
  silent: false,
  matured: false,
  promises: 0,
};
