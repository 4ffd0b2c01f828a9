/** What the middleware sees of one turn of a botbuilder bot: plain data, so that it can be handed to the thread that keeps it. */
import type { Instant } from '../events/instant.ts';
import type { SurveyItem } from '../events/speech/survey.ts';

/** @property via `choice`: a button was pressed */
export type SeenMessage = {
  readonly id: string;
  readonly text: string;
  readonly via: 'text' | 'choice' | 'attachment';
};

/** @property handoff the bot asks for a person, instead of saying something */
export type SeenReply = {
  readonly text: string;
  readonly choices: readonly string[];
  readonly expectsInput: boolean;
  readonly handoff?: { readonly reason: string };
};

/** What the bot's own code says of a turn. */
export type Note =
  | { readonly kind: 'no_match' }
  | { readonly kind: 'human_request' }
  | { readonly kind: 'intent'; readonly intent: string; readonly score: number }
  | { readonly kind: 'goal'; readonly goal: string; readonly reached: boolean }
  | { readonly kind: 'solved'; readonly value: 'yes' | 'partly' | 'no' }
  | { readonly kind: 'survey'; readonly item: SurveyItem; readonly value: string };

/** Where a bot of botbuilder-dialogs stands. `attempt`: how often its prompt was put, from 1; 0 where none is open. */
export type SeenDialog = { readonly dialog: string; readonly step: string; readonly attempt: number };

/**
 * @property conversation of the channel; `person` is who speaks, on that channel
 * @property failed the bot's code threw
 * @property stack running dialogs, outermost first; `undefined` where nobody can tell
 * @property ended the conversation is over (`endOfConversation`)
 */
export type SeenTurn = {
  readonly at: Instant;
  readonly channel: string;
  readonly conversation: string;
  readonly person: string;
  readonly entryPoint: string;
  readonly locale: string;
  readonly version: string;
  readonly message?: SeenMessage;
  readonly replies: readonly SeenReply[];
  readonly notes: readonly Note[];
  readonly failed: boolean;
  readonly stack?: readonly SeenDialog[];
  readonly ended: boolean;
};
