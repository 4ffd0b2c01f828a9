/**
 * `touchpoint nlu suggest`: what customers said that nobody understood, put together by what it says, and written into the intents files on approval.
 */
import { createClassifier } from '../../../intents/model/create-classifier.ts';
import { type Suggestion, suggestPhrases } from '../../../intents/suggesting/suggest-phrases.ts';
import { trainingOf } from '../../bot/learning/learn.ts';
import { modelFolder } from '../../bot/learning/model-folder.ts';
import { createModels } from '../../bot/learning/models.ts';
import { readBot } from '../../bot/read-bot.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readApproved, writeApproved } from '../../nlu/suggesting/approve.ts';
import { unmatchedMessages } from '../../nlu/suggesting/unmatched-messages.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';

export const command: Command = {
  name: 'nlu suggest',
  summary: 'What customers said that was not understood, as phrases for the intents files',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    locale: { type: 'string', takes: 'TAG', about: "language (default: the bot's own)" },
    accept: { type: 'string', takes: 'N[=INTENT],…', about: 'writes these suggestions into the intents files' },
    json: jsonOption,
  },
  run: suggest,
};

const mostShown = 20;
const mostPhrases = 5;

async function suggest(called: Called): Promise<number> {
  const bot = await readBot(textOf(called, 'bot') ?? '.', called.environment);
  const locale = textOf(called, 'locale') ?? bot.config.locale;
  const model = await createModels(modelFolder(bot.folder), called.environment).model(
    trainingOf(bot.intents, bot.config, locale),
  );
  const messages = await stored(called, bot.folder, locale);
  const suggestions = suggestPhrases(messages, { classify: createClassifier(model), locale });
  const accepted = textOf(called, 'accept');
  if (accepted !== undefined) {
    const approved = readApproved(accepted, suggestions);
    const written = await writeApproved(approved, { ...bot, locale });
    const count = approved.reduce((sum, { phrases }) => sum + phrases.length, 0);
    called.output.out(`${count} phrases were written into ${written.join(', ')}.`);
  } else if (isSet(called, 'json')) {
    called.output.out(JSON.stringify({ schema: 'nlu-suggest/1', locale, messages: messages.length, suggestions }));
  } else called.output.out(render(suggestions, messages.length));
  return 0;
}

async function stored(called: Called, folder: string, locale: string): Promise<readonly string[]> {
  const store = await openData('nlu suggest', dataLocation(textOf(called, 'data'), folder));
  try {
    return await unmatchedMessages(store, locale);
  } finally {
    await store.close();
  }
}

function render(suggestions: readonly Suggestion[], messages: number): string {
  if (messages === 0) return 'Everything that was said was understood, or its words were erased.';
  return [
    `${messages} messages were not understood; ${suggestions.length} different things were said in them.`,
    ...suggestions.slice(0, mostShown).flatMap(entry),
    '',
    'Write some into the intents files: touchpoint nlu suggest --accept 1,2=INTENT (oos: nothing the bot is for)',
  ].join('\n');
}

function entry({ phrases, messages, nearest }: Suggestion, index: number): readonly string[] {
  const near = nearest ? `nearest: ${nearest.intent} (${Math.round(100 * nearest.score)} %)` : 'near no intent';
  const shown = phrases.slice(0, mostPhrases).map((phrase) => `      ${phrase}`);
  const more = phrases.length - shown.length;
  return ['', `  ${index + 1}  ${messages} × ${near}`, ...shown, ...(more > 0 ? [`      and ${more} more`] : [])];
}
