/** A bot as its documentation teaches to write one: an ActivityHandler that runs a waterfall of prompts. Nothing in it knows of Touchpoint. */
import {
  ActivityHandler,
  ConversationState,
  EventFactory,
  MemoryStorage,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import { DialogSet, type DialogState, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';

export type WaterfallBot = {
  readonly dialogState: StatePropertyAccessor<DialogState>;
  run(context: TurnContext): Promise<void>;
};

export function waterfallBot(noteGoal: (context: TurnContext) => void = () => {}): WaterfallBot {
  const state = new ConversationState(new MemoryStorage());
  const dialogState = state.createProperty<DialogState>('DialogState');
  const dialogs = new DialogSet(dialogState);
  dialogs.add(new TextPrompt('order', async (prompt) => /^\d{4}$/.test(prompt.recognized.value ?? '')));
  dialogs.add(
    new WaterfallDialog('refund', [
      (step) => step.prompt('order', { prompt: 'Which order?', retryPrompt: 'Four digits, please.' }),
      async (step) => {
        await step.context.sendActivity(`Refunded ${step.result}.`);
        noteGoal(step.context);
        return step.endDialog();
      },
    ]),
  );
  const handler = new ActivityHandler();
  handler.onMessage(async (context, next) => {
    const turn = await dialogs.createContext(context);
    const { text } = context.activity;
    if (text === 'crash') throw new Error('the backend is gone');
    const { status } = await turn.continueDialog();
    if (status === DialogTurnStatus.empty) await answer(context, text, () => turn.beginDialog('refund'));
    await next();
  });
  return {
    dialogState,
    async run(context) {
      await handler.run(context);
      await state.saveChanges(context);
    },
  };
}

async function answer(context: TurnContext, text: string, refund: () => Promise<unknown>): Promise<void> {
  if (/refund/i.test(text)) return void (await refund());
  if (/agent/i.test(text)) {
    await context.sendActivity(EventFactory.createHandoffInitiation(context, { why: 'asked' }, { activities: [] }));
    return void (await context.sendActivity('I get you somebody.'));
  }
  await context.sendActivity("Sorry, I didn't get that.");
}
