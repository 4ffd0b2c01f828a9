/** A bot as botbuilder's own samples are written: an ActivityHandler that runs a waterfall of prompts, over CloudAdapter, state in memory. */
import type { Middleware } from 'botbuilder';

/** Answers one activity, the n-th, of a conversation of four turns. */
export type Answering = (n: number) => Promise<void>;

const texts = ['bla', 'refund', 'the blue one', '1234'];

export async function answeringBot(...middleware: readonly Middleware[]): Promise<Answering> {
  const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } =
    await import('botbuilder');
  const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = await import('botbuilder-dialogs');
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.use(...middleware);
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty('DialogState'));
  dialogs.add(new TextPrompt('order', async (prompt) => /^\d{4}$/.test(prompt.recognized.value ?? '')));
  dialogs.add(
    new WaterfallDialog('refund', [
      (step) => step.prompt('order', { prompt: 'Which order?', retryPrompt: 'Four digits, please.' }),
      async (step) => {
        await step.context.sendActivity(`Refunded ${step.result}.`);
        return step.endDialog();
      },
    ]),
  );
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    const turn = await dialogs.createContext(context);
    const { status } = await turn.continueDialog();
    const wants = /refund/.test(context.activity.text);
    if (status === DialogTurnStatus.empty)
      await (wants ? turn.beginDialog('refund') : context.sendActivity("Sorry, I didn't get that."));
    await state.saveChanges(context);
    await next();
  });
  return async (n) => {
    const request = { method: 'POST', headers: {}, body: activity(n) };
    await adapter.process(request, silent(), (context) => bot.run(context));
  };
}

function activity(n: number): Record<string, unknown> {
  const conversation = { id: `c${Math.floor(n / texts.length)}` };
  return {
    type: 'message',
    id: `m${process.hrtime.bigint()}`,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    from: { id: 'customer' },
    recipient: { id: 'bot' },
    conversation,
    text: texts[n % texts.length],
  };
}

/** Where answers go that nobody reads. */
function silent() {
  const nothing = () => undefined;
  return { status: nothing, send: nothing, end: nothing, header: nothing, socket: undefined };
}
