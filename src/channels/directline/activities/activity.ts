import type { Value } from '../../../events/understood.ts';

/** An activity as it goes to a client: the part of Bot Framework's schema that is used. Times are ISO 8601. */
export type Activity = {
  readonly type: 'message' | 'event';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' };
  readonly replyToId?: string;
  readonly text?: string;
  readonly inputHint?: 'expectingInput' | 'acceptingInput';
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly CardAction[] };
  readonly channelData?: Value;
  readonly name?: 'handoff.initiate' | 'handoff.status';
  readonly value?: Value;
};

/** A button; pressed, its value comes back as the customer's text. */
export type CardAction = { readonly type: 'imBack'; readonly title: string; readonly value: string };
