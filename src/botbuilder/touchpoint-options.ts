import type { TurnContext } from 'botbuilder';

/** A property of ConversationState, as botbuilder-dialogs keeps its stack in. */
export type DialogState = { get(context: TurnContext): Promise<unknown> };

/**
 * How a bot is recorded.
 *
 * @property data where it is kept: a file, or `postgres://…`
 * @property dialogState of botbuilder-dialogs, as `new DialogSet(…)` is given it: then steps, repeats and dialogs are seen
 * @property noMatch what the bot says when it did not understand
 * @property humanRequest how customers ask for a person
 * @property entryPoint where customers come from; `default` where missing
 * @property version of the bot, for comparisons
 * @property locale of conversations whose channel names none; `en` where missing
 * @property zone of the business, for the hours of reports; UTC where missing
 */
export type TouchpointOptions = {
  readonly data: string;
  readonly dialogState?: DialogState;
  readonly noMatch?: RegExp;
  readonly humanRequest?: RegExp;
  readonly entryPoint?: string;
  readonly version?: string;
  readonly locale?: string;
  readonly zone?: string;
};
