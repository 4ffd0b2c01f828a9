import type { Staffing } from '../events/desk/staffing.ts';
import type { DraftOf } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { SentFile } from '../events/speech/sent-file.ts';
import type { SurveyItem } from '../events/speech/survey.ts';
import type { Understood, Value } from '../events/understood.ts';
import type { DeskAct } from './desk-act.ts';

/** What makes a conversation move: the customer, the result of an action, or time. */
export type Input =
  | OpenedInput
  | MessageInput
  | NoticeInput
  | ActionInput
  | SlowInput
  | TimerInput
  | DeliveryInput
  | ContinuedInput
  | JudgedInput
  | SurveyedInput
  | DeskInput;

type Given = {
  readonly at: Instant;
  /** 0 ≤ random < 1, drawn by the runtime; the same number gives the same events */
  readonly random: number;
  /** who could take over; none where it is missing */
  readonly staffing?: Staffing;
  /** the desk outside that takes who asks for a person now; none where it is missing */
  readonly outside?: string;
};

/** The conversation begins; `events` about its origin are made by the runtime. */
export type OpenedInput = Given & {
  readonly kind: 'opened';
  readonly conversation: string;
  readonly customer: string;
  readonly channel: string;
  readonly entryPoint: string;
  readonly locale: string;
  /** the customer would be known again in another conversation */
  readonly identified?: boolean;
  /** what is known of the customer from outside: claims of a user token (`name`, `email`, `locale`, `segment`) */
  readonly profile?: Profile;
};

export type Profile = { readonly [claim: string]: string };

/** One or more messages that count as one customer turn. */
export type MessageInput = Given & {
  readonly kind: 'message';
  readonly messages: readonly Message[];
  readonly understood: Understood;
};

export type Message = {
  readonly input: string;
  readonly via: 'text' | 'choice' | 'attachment';
  readonly text: string;
  readonly channelData?: Value;
  readonly from?: { readonly id: string; readonly name?: string };
  readonly files?: readonly SentFile[];
  /** where on the channel the customer says to come from; counts in their first message only */
  readonly entryPoint?: string;
  /** language their channel is in (BCP 47); counts in their first message only */
  readonly locale?: string;
};

/** The business has something to tell: `values` are those the dialog begins with. */
export type NoticeInput = Given & {
  readonly kind: 'notice';
  readonly notice: string;
  readonly values: { readonly [name: string]: Value };
  /** tells it from every other; with it the notice is an issue of its own, and counted */
  readonly key?: string;
  /** the customer's arm in the experiment of this notice, and how likely it was; absent: none is made */
  readonly arm?: { readonly arm: 'treated' | 'held_out'; readonly probability: number };
  /** it is to be told so much later */
  readonly laterMs?: number;
};

export type ActionInput = Given & {
  readonly kind: 'action';
  readonly request: string;
  readonly durationMs: number;
  readonly result: ActionResult;
};

export type ActionResult =
  | { readonly ok: true; readonly output: Value }
  | { readonly ok: false; readonly failure: 'error' | 'timeout' | 'unknown' | 'refused'; readonly message: string };

/** The pending action takes longer than a customer should wait in silence. */
export type SlowInput = Given & { readonly kind: 'slow'; readonly request: string };

/** A channel says what became of what was said up to event `said`. */
export type DeliveryInput = Given & { readonly kind: 'delivery' } & DraftOf<'delivery.stated'>['data'];

/** Another conversation goes on with an issue of this one: `case` there is `root` here. */
export type ContinuedInput = Given & {
  readonly kind: 'continued';
  readonly case: string;
  readonly root: string;
  readonly by: string;
};

/** A person looked at a case that was drawn for review. */
export type JudgedInput = Given & {
  readonly kind: 'judged';
  readonly case: string;
  readonly sample: 'assumed' | 'rejected';
  readonly value: boolean;
  readonly reviewer: string;
};

/**
 * A survey by a link, beside the talk: it was sent (`answers` is empty), or answered.
 *
 * @property case it is about; @property items that the link asks; @property comment in words of their own; empty: none
 */
export type SurveyedInput = Given & {
  readonly kind: 'surveyed';
  readonly case: string;
  readonly items: readonly SurveyItem[];
  readonly answers: readonly { readonly item: SurveyItem; readonly value: string }[];
  readonly comment: string;
};

export type TimerInput = Given & { readonly kind: 'timer'; readonly timer: string };

/** A person at the desk does something with the conversation. */
export type DeskInput = Given & { readonly kind: 'desk'; readonly act: DeskAct };
