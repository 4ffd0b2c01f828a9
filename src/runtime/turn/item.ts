import type { ActionResult, ContinuedInput, JudgedInput, SurveyedInput } from '../../dialogs/input.ts';
import type { Value } from '../../events/understood.ts';
import type { Delivery, DeskOrder, Notice, Opening, Ordered, Received } from '../door.ts';
import type { Inbound, InboxRow } from '../ports.ts';

/** What waits in a conversation's mailbox. */
export type Item =
  | OpenItem
  | MessageItem
  | NoticeItem
  | DeskItem
  | DeliveryItem
  | ActionItem
  | SlowItem
  | TimerItem
  | ContinuedItem
  | BesideItem;

export type OpenItem = {
  readonly kind: 'open';
  readonly opening: Opening;
  readonly settle: Settle<'opened' | 'exists'>;
};

/** @property isStored it stands in the inbox already and was acknowledged */
export type MessageItem = {
  readonly kind: 'message';
  readonly row: InboxRow;
  readonly isStored: boolean;
  readonly settle: Settle<Received>;
};

export type NoticeItem = Omit<Notice, 'conversation'> & {
  readonly kind: 'notice';
  readonly settle: Settle<'handled' | 'unknown'>;
};

/** @property said the last event it is about; `undefined`: everything so far */
export type DeliveryItem = Omit<Delivery, 'conversation'> & {
  readonly kind: 'delivery';
  readonly settle: Settle<'handled' | 'unknown'>;
};

export type DeskItem = Omit<DeskOrder, 'conversation'> & {
  readonly kind: 'desk';
  readonly settle: Settle<Ordered>;
};

/** @property given what the action was given */
export type ActionItem = {
  readonly kind: 'action';
  readonly request: string;
  readonly given: Value;
  readonly durationMs: number;
  readonly result: ActionResult;
};

export type SlowItem = { readonly kind: 'slow'; readonly request: string };
export type TimerItem = { readonly kind: 'timer'; readonly timer: string };
/** Another conversation goes on with an issue of this one. */
export type ContinuedItem = Omit<ContinuedInput, 'at' | 'random'>;
/** What is noted beside the talk: what a reviewer found, and what a link was sent or answered. */
export type BesideItem = (Omit<JudgedInput, 'at' | 'random'> | Omit<SurveyedInput, 'at' | 'random'>) & {
  readonly settle: Settle<'handled' | 'unknown'>;
};

export type Settle<T> = { readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void };

/** The inbox row of a message. A channel's ids need only be unique within the conversation. */
export function inboxRow(inbound: Inbound): InboxRow {
  return { ...inbound, id: [inbound.conversation, inbound.channel, inbound.account, inbound.providerId].join('/') };
}
