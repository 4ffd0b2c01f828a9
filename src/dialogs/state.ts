/**
 * State of a conversation: a fold of its events, plain JSON, of a size that does not grow with the length of the conversation.
 */

import type { Instant } from '../events/instant.ts';
import type { Choice } from '../events/speech/choice.ts';
import type { StepRef } from '../events/step-ref.ts';
import type { Value } from '../events/understood.ts';
import type { BurdenName } from './burdens.ts';
import type { Offering } from './offering.ts';
import type { Scope } from './program.ts';
import type { SurveyState } from './survey-state.ts';

/** Raised whenever `evolve` or the shape of `State` changes: older snapshots are then discarded and folded anew. */
export const evolveVersion = 12;

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
  /** the issue of the moment */
  readonly case: string | null;
  /** issues the customer may come back with, the one begun last at the end */
  readonly issues: readonly Issue[];
  /** goal → the issue in which it was reached last */
  readonly goals: { readonly [goal: string]: string };
  /** innermost dialog last */
  readonly stack: readonly Frame[];
  readonly shared: Scope;
  /** checks that shared values have passed, latest last */
  readonly sharedValid: readonly string[];
  /** what is known of the customer from outside: claims of a user token */
  readonly profile: Scope;
  /** values of dialogs that broke off, for the next time they are begun; latest last */
  readonly kept: { readonly [dialog: string]: Memory };
  /** values heard that no slot has taken yet; oldest first */
  readonly mentions: readonly Mention[];
  /** values nobody but the customer may read in what was said */
  readonly secrets: readonly string[];
  /** the question the customer is expected to answer; it belongs to the innermost frame */
  readonly open: OpenQuestion | null;
  readonly pending: Pending | null;
  /** intents of dialogs the customer wanted along with another, not begun yet */
  readonly wishes: readonly string[];
  readonly verifying: { readonly [request: string]: Verifying };
  readonly timers: { readonly [timer: string]: Timer };
  /** customer turns in a row of which nothing was understood */
  readonly misses: number;
  /** customer turn in which "did you mean …?" was asked last; 0 for never */
  readonly unclearTurn: number;
  /** customer turn in which the customer's silence was answered last; -1 for never */
  readonly silenceTurn: number;
  readonly humanRequests: number;
  /** the latest */
  readonly handoff: Handoff | null;
  /** promises not yet due, by their id */
  readonly promises: { readonly [promise: string]: Promised };
  readonly survey: SurveyState;
  /** what the customer has borne in the issue of the moment, and the rules that were acted on */
  readonly burdens: { readonly [name in BurdenName]?: number };
  readonly ruled: readonly string[];
  /** what the business has told by itself, latest last; `key` tells one notice from another */
  readonly notices: readonly { readonly key: string; readonly at: Instant }[];
  /** whether the business may speak first, where the customer has said so */
  readonly consent: { readonly value: boolean; readonly at: Instant } | null;
  /** what the bot said in its last turn */
  readonly lastSaid: readonly Said[];
  readonly lastSaidTurn: number;
  /** counts that make ids unique within the conversation */
  readonly counters: Counters;
  /** the last three customer turns: words, compared by observers in a later turn */
  readonly recent: readonly Recent[];
};

/**
 * An issue of the customer.
 *
 * @property root the case it began as, perhaps in another conversation (`rootConversation`)
 * @property name what it is, once that is known
 * @property keys `type:hash` of what tells it from others
 * @property customerAt the customer's last word while it was the issue of the moment
 * @property left the customer was silent about it for so long that it counts as left, and has not come back with it
 * @property continued conversations that are known to go on with it
 */
export type Issue = {
  readonly case: string;
  readonly root: string;
  readonly rootConversation: string;
  readonly name: { readonly intent: string; readonly family: string; readonly windowMs: number } | null;
  readonly keys: readonly string[];
  readonly customerAt: Instant;
  readonly left: boolean;
  readonly continued: readonly string[];
};

/**
 * A person was asked for.
 *
 * @property phase `waiting`: in a queue; `held`: a person has the conversation; `over`: the bot has it
 * @property agent id of the person who has it; `since`: when it was asked for
 * @property version rises with every change of hands
 */
export type Handoff = Offering & {
  readonly id: string;
  readonly team: string | null;
  readonly reason: string;
  readonly phase: 'waiting' | 'held' | 'over';
  readonly agent: string | null;
  readonly since: Instant;
  readonly version: number;
  /** what was promised of the wait, by its id */
  readonly promise: string | null;
  /** name of the agent it is meant for, where one was named; anybody may take it all the same */
  readonly meantFor: string | null;
  /** the desk outside that has it; `null`: the built-in one */
  readonly desk: string | null;
  /** when a person ended it */
  readonly endedAt: Instant | null;
};

export type Said = { readonly text: string; readonly choices: readonly Choice[] };

/** Slot → the check it passed and what was checked: another input of the same check makes the slot unchecked again. */
export type Checked = { readonly [slot: string]: string };

/** What a run of a dialog had learned: enough to begin it again without asking twice. */
export type Memory = { readonly slots: Scope; readonly valid: Checked; readonly past: Past };

/** What a run of a dialog has behind it, by step: dialogs it called, and choices the customer made. */
export type Past = {
  readonly calls: { readonly [step: string]: Memory };
  readonly choices: { readonly [step: string]: string };
};

/** An entity of an earlier message; overlapping ones of a turn are readings of the same words. */
export type Mention = {
  readonly type: string;
  readonly value: Value;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
};

/** @property action asks the system of record whether it was kept; `null` where nobody can tell */
export type Promised = {
  readonly what: string;
  readonly goal: string | null;
  readonly action: string | null;
  readonly input: Value;
  readonly kept: boolean;
};

export type Counters = {
  readonly request: number;
  readonly timer: number;
  readonly handoff: number;
  readonly case: number;
  readonly promise: number;
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
  /** the one filled last stands last */
  readonly slots: Scope;
  readonly valid: Checked;
  readonly goal: string | null;
  readonly by: 'intent' | 'call' | 'goto' | 'system' | 'opening' | 'notice';
  /** tries of the question at `at` */
  readonly attempt: number;
  /** visits of each step in this run of the dialog */
  readonly visits: { readonly [step: string]: number };
  readonly past: Past;
  /** what a run before this one knew: taken instead of asking, each once */
  readonly again: Past;
  /** an action that changes something was carried out */
  readonly acted: boolean;
  /** question whose attempts are used up */
  readonly exhausted: string | null;
  /** timer of the `wait` it stands at */
  readonly waitsFor: string | null;
};

export const noPast: Past = { calls: {}, choices: {} };

export type OpenQuestion = {
  readonly ref: StepRef;
  readonly kind: 'slot' | 'confirm' | 'choose' | 'offer' | 'survey';
  readonly slot: string | null;
  readonly attempt: number;
};

/** @property slot the slot whose value waits for its check */
export type Pending = {
  readonly request: string;
  readonly action: string;
  readonly at: StepRef;
  readonly slot: string | null;
  readonly input: Value;
  /** it changes nothing */
  readonly safe: boolean;
  readonly toldSlow: boolean;
};

export type Verifying = {
  readonly goal: string;
  readonly action: string;
  readonly input: Value;
  readonly since: Instant;
  /** the promise it is about, where it is about one */
  readonly promise: string | null;
};

/** @property at the step that set it; @property text what it will say */
export type Timer = {
  readonly kind: string;
  readonly request: string | null;
  readonly at: StepRef | null;
  readonly text: string | null;
};

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
    issues: [],
    goals: {},
    stack: [],
    shared: {},
    sharedValid: [],
    profile: {},
    kept: {},
    mentions: [],
    secrets: [],
    open: null,
    pending: null,
    wishes: [],
    verifying: {},
    timers: {},
    misses: 0,
    unclearTurn: 0,
    silenceTurn: -1,
    humanRequests: 0,
    handoff: null,
    promises: {},
    survey: { due: null, last: null, linked: null, askedAt: null, npsAt: null },
    burdens: {},
    ruled: [],
    notices: [],
    consent: null,
    lastSaid: [],
    lastSaidTurn: -1,
    counters: { request: 0, timer: 0, handoff: 0, case: 0, promise: 0 },
    recent: [],
  };
}
