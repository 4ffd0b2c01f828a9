/**
 * What a channel can do. Everything a bot says is brought into a form that the channel has; what it cannot do at all is said here, and refused.
 */

/** @property most of them under one message; @property titleLength in UTF-16 units */
export type ChoiceForm = { readonly most: number; readonly titleLength: number };

/**
 * @property textLength longest message, in UTF-16 units
 * @property captionLength longest text beside a picture
 * @property buttons choices to press under a message; `null`: there are none
 * @property list choices to open and choose from
 * @property cards `drawn`: as cards; `text`: as text, picture and link
 * @property links buttons that open a page
 * @property pictures shown by their address; without, the address is written
 * @property typing the customer can be shown that the bot is at it
 * @property states what the channel says of a delivery
 * @property proactive when the business may speak first
 * @property attachments what customers may send: named in the message, and kept with it where it is of a kind that is taken
 * @property handoff `events`: a desk behind the channel is told, and tells; `text`: the customer is
 * @property survey how items are answered
 * @property erase what erasing a person leaves with the provider
 */
export type Capabilities = {
  readonly textLength: number;
  readonly captionLength: number;
  readonly buttons: ChoiceForm | null;
  readonly list: ChoiceForm | null;
  readonly cards: 'drawn' | 'text';
  readonly links: boolean;
  readonly pictures: boolean;
  readonly typing: boolean;
  readonly states: readonly ('delivered' | 'read' | 'failed' | 'uncertain')[];
  readonly proactive: 'always' | 'after contact';
  readonly attachments: { readonly maxBytes: number } | null;
  readonly handoff: 'events' | 'text';
  readonly survey: 'buttons' | 'numbers';
  readonly erase: 'here' | 'everywhere';
};
