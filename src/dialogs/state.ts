/**
 * State of a conversation: a fold of its events, plain JSON, of a size that does not grow with the length of the conversation.
 */
import type { Choice } from '../events/conversation-events.ts';
import type { Instant } from '../events/instant.ts';
import type { StepRef } from '../events/step-ref.ts';
import type { Value } from '../events/understood.ts';
import type { Scope } from './program.ts';

/** Raised whenever `evolve` or the shape of `State` changes: older snapshots are then discarded and folded anew. */
export const evolveVersion = 2;

export type State = {
  readonly conversation: string;
  readonly started: boolean;
  readonly customer: string;
  readonly channel: string;
  readonly entryPoint: string;
  readonly locale: string;
  readonly program: string;
  /** customer turns so far */
  readonly turn: number;
  readonly customerAt: Instant;
  readonly case: string | null;
  /** innermost dialog last */
  readonly stack: readonly Frame[];
  readonly shared: Scope;
  /** the question the customer is expected to answer; it belongs to the innermost frame */
  readonly open: OpenQuestion | null;
  readonly pending: Pending | null;
  readonly verifying: { readonly [request: string]: Verifying };
  readonly timers: { readonly [timer: string]: Timer };
  /** customer turns in a row of which nothing was understood */
  readonly misses: number;
  readonly humanRequests: number;
  readonly handoff: { readonly id: string; readonly team: string | null; readonly reason: string } | null;
  /** what the bot said in its last turn */
  readonly lastSaid: readonly Said[];
  readonly lastSaidTurn: number;
  /** counts that make ids unique within the conversation */
  readonly counters: Counters;
  /** the last three customer turns: words, compared by observers in a later turn */
  readonly recent: readonly Recent[];
};

export type Said = { readonly text: string; readonly choices: readonly Choice[] };

export type Counters = {
  readonly request: number;
  readonly timer: number;
  readonly handoff: number;
  readonly case: number;
};

/**
 * @property settled a step succeeded after it: a slot filled, an action done, a goal reached
 * @property repaired a no-match or a reprompt answered it
 */
export type Recent = {
  readonly turn: number;
  readonly text: string;
  readonly intent: string | null;
  readonly score: number;
  readonly settled: boolean;
  readonly repaired: boolean;
};

export type Frame = {
  readonly dialog: string;
  /** key of the node the frame stands at; `null` before the first */
  readonly at: string | null;
  readonly slots: Scope;
  /** slots whose check is done */
  readonly valid: readonly string[];
  readonly goal: string | null;
  readonly by: 'intent' | 'call' | 'goto' | 'system' | 'opening';
  /** tries of the question at `at` */
  readonly attempt: number;
  /** visits of each step in this run of the dialog */
  readonly visits: { readonly [step: string]: number };
};

export type OpenQuestion = {
  readonly ref: StepRef;
  readonly kind: 'slot' | 'confirm' | 'choose' | 'offer';
  readonly slot: string | null;
  readonly attempt: number;
};

/** @property slot the slot whose value waits for its check */
export type Pending = {
  readonly request: string;
  readonly action: string;
  readonly at: StepRef;
  readonly slot: string | null;
  readonly toldSlow: boolean;
};

export type Verifying = {
  readonly goal: string;
  readonly action: string;
  readonly input: Value;
  readonly since: Instant;
};

export type Timer = { readonly kind: string; readonly request: string | null };

/** State before the first event. */
export function initialState(conversation: string): State {
  return {
    conversation,
    started: false,
    customer: '',
    channel: '',
    entryPoint: '',
    locale: '',
    program: '',
    turn: 0,
    customerAt: 0,
    case: null,
    stack: [],
    shared: {},
    open: null,
    pending: null,
    verifying: {},
    timers: {},
    misses: 0,
    humanRequests: 0,
    handoff: null,
    lastSaid: [],
    lastSaidTurn: -1,
    counters: { request: 0, timer: 0, handoff: 0, case: 0 },
    recent: [],
  };
}
