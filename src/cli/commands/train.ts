/**
 * `touchpoint train`: learns a bot's intents and keeps the model beside it, so that the next start need not. For images and installs: everything else
 * trains by itself.
 */
import { outOfScope } from '../../intents/example.ts';
import type { Model } from '../../intents/model/model.ts';
import { modelFolder } from '../bot/model-folder.ts';
import { createModels } from '../bot/models.ts';
import { readBot } from '../bot/read-bot.ts';
import { trainingOf } from '../bot/train.ts';
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
  const bot = await readBot(textOf(called, 'bot') ?? '.', called.environment);
  const training = trainingOf(bot.intents, bot.config);
  const model = await createModels(modelFolder(bot.folder))(training);
  called.output.out(isSet(called, 'json') ? asJson(model, training.examples.length) : summary(model));
  return 0;
}

function asJson(model: Model, phrases: number): string {
  const { id, threshold } = model;
  return JSON.stringify({ schema: 'train/1', model: id, intents: intentsOf(model), phrases, threshold });
}

function summary(model: Model): string {
  return `Model ${model.id} of ${intentsOf(model)} intents is kept.`;
}

function intentsOf({ classes }: Model): number {
  return classes.filter((intent) => intent !== outOfScope).length;
}
