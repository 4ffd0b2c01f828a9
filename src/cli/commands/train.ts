/**
 * `touchpoint train`: learns a bot's intents and keeps the model beside it, so that the next start need not. For images and installs: everything else
 * trains by itself.
 */
import { outOfScope } from '../../intents/example.ts';
import type { Model } from '../../intents/model/model.ts';
import { trainingsOf } from '../bot/learning/learn.ts';
import { modelFolder } from '../bot/learning/model-folder.ts';
import { createModels } from '../bot/learning/models.ts';
import type { Training } from '../bot/learning/train.ts';
import { createBotReader } from '../bot/read-bot.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { botOption, jsonOption } from '../options.ts';

export const command: Command = {
  name: 'train',
  summary: "Learns the bot's intents now, so that the next start is quick",
  arguments: '',
  options: { bot: botOption, json: jsonOption },
  run: trainNow,
};

async function trainNow(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const bot = await createBotReader(folder, called.environment).read();
  const models = createModels(modelFolder(bot.folder), called.environment);
  const [own, ...others] = trainingsOf(bot.intents, bot.config);
  const learned = [{ training: own, model: await models.model(own) }];
  for (const training of others) learned.push({ training, model: await models.model(training) });
  for (const text of isSet(called, 'json') ? [asJson(learned)] : learned.map(summary)) called.output.out(text);
  return 0;
}

type Learned = { readonly training: Training; readonly model: Model };

/** The figures of the bot's own language, and beside them those of each. */
function asJson(learned: readonly Learned[]): string {
  const languages = learned.map(({ training: { locale, examples }, model }) => ({
    locale,
    model: model.id,
    intents: intentsOf(model),
    phrases: examples.length,
    threshold: model.threshold,
  }));
  return JSON.stringify({ schema: 'train/1', ...languages[0], languages });
}

function summary({ training: { locale }, model }: Learned): string {
  return `Model ${model.id} of ${intentsOf(model)} intents in '${locale}' is kept.`;
}

function intentsOf({ classes }: Model): number {
  return classes.filter((intent) => intent !== outOfScope).length;
}
