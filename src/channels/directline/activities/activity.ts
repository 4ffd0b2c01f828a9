import type { Value } from '../../../events/understood.ts';

/** An activity as it goes to a client: the part of Bot Framework's schema that is used. Times are ISO 8601. */
export type Activity = {
  readonly type: 'message' | 'event' | 'typing';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'agent' | 'user' };
  readonly replyToId?: string;
  readonly text?: string;
  /** language of the text (BCP 47), of a bot that speaks several */
  readonly locale?: string;
  readonly inputHint?: 'expectingInput' | 'acceptingInput';
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly CardAction[] };
  readonly attachments?: readonly Attachment[];
  readonly attachmentLayout?: 'list' | 'carousel';
  readonly channelData?: Value;
  readonly name?: 'handoff.initiate' | 'handoff.status';
  readonly value?: Value;
};

/** A button; pressed, its value comes back as the customer's text. */
export type CardAction = { readonly type: 'imBack'; readonly title: string; readonly value: string };

/** A picture, or a hero card of Bot Framework's schema. */
export type Attachment =
  | { readonly contentType: string; readonly contentUrl: string; readonly name: string }
  | { readonly contentType: 'application/vnd.microsoft.card.hero'; readonly content: HeroCard };

export type HeroCard = {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text?: string;
  readonly images?: readonly { readonly url: string; readonly alt: string }[];
  readonly buttons?: readonly HeroButton[];
};

/** `openUrl`: the value is an address. */
export type HeroButton = { readonly type: 'imBack' | 'openUrl'; readonly title: string; readonly value: string };
