/**
 * `touchpoint nlu eval`: how well customers are understood, judged on the bot's own phrases or on files of labelled texts.
 */
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { nearest } from '../../../errors/nearest.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { textsToLearn } from '../../../intents/meaning/texts-to-learn.ts';
import { type ClassifierName, classifierNames } from '../../../intents/model/model.ts';
import { createProvider, type Provider } from '../../bot/embedding/create-provider.ts';
import { trainingOf } from '../../bot/learning/learn.ts';
import { modelFolder } from '../../bot/learning/model-folder.ts';
import { embeddingsFolder } from '../../bot/learning/models.ts';
import type { Training } from '../../bot/learning/train.ts';
import { readBot } from '../../bot/read-bot.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../../command.ts';
import type { Config } from '../../config/config.ts';
import type { Environment } from '../../config/read-config.ts';
import { evalFigures } from '../../nlu/eval-figures.ts';
import { judge } from '../../nlu/judge.ts';
import { type LabelledFiles, labelledFiles } from '../../nlu/labelled-files.ts';
import { evalPage } from '../../nlu/page/eval-page.ts';
import { predictionJson } from '../../nlu/prediction-json.ts';
import { renderEval } from '../../nlu/render-eval.ts';
import { botOption, jsonOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'nlu eval',
  summary: 'Judges how well customers are understood, on phrases it did not learn from',
  arguments: '',
  options: {
    bot: botOption,
    locale: { type: 'string', takes: 'TAG', about: "language to judge (default: the bot's own; of files: en)" },
    classifier: {
      type: 'string',
      takes: 'NAME',
      about: `${classifierNames.join(' or ')} (default: the bot's; of files: touchpoint)`,
    },
    train: rows("learn from this file instead of the bot's phrases"),
    validation: rows('choose the threshold on these'),
    test: rows('judge on these; without them by cross-validation'),
    'oos-train': rows('out-of-scope texts to learn from'),
    'oos-validation': rows('out-of-scope texts for the threshold'),
    'oos-test': rows('out-of-scope texts to judge on'),
    predictions: { type: 'string', takes: 'FILE', about: 'writes a JSON line for every text judged' },
    curve: {
      type: 'boolean',
      about: 'draws the learning curve of a large set too, which takes as long as all the rest',
    },
    html: { type: 'string', takes: 'FILE', about: 'writes all of it as one page' },
    json: jsonOption,
  },
  run: evaluateNow,
};

function rows(about: string): Option {
  return { type: 'string', takes: 'FILE', about: `JSON lines of {"text","intent"}: ${about}` };
}

async function evaluateNow(called: Called): Promise<number> {
  const files = await labelledFiles(called);
  for (const problem of files.problems) called.output.err(problemText(problem));
  if (files.problems.length > 0) return 1;
  const training = await trainingFor(called, files);
  const validation = files.validation ?? [];
  const { locale, classifier, examples: train } = training;
  const texts = [...train, ...validation, ...(files.test ?? [])];
  const vectors = await training.vectorsOf?.(textsToLearn(texts, locale));
  const judged = judge(
    { locale, classifier, train, validation, test: files.test, vectors, wantsCurve: isSet(called, 'curve') },
    () => performance.now(),
  );
  const { predictions } = judged.evaluation;
  const file = textOf(called, 'predictions');
  if (file !== undefined) await writeFile(file, predictions.map((one) => `${predictionJson(one)}\n`).join(''));
  const figures = evalFigures(judged);
  const page = textOf(called, 'html');
  if (page !== undefined) await writeFile(page, evalPage(figures));
  called.output.out(isSet(called, 'json') ? JSON.stringify(figures) : renderEval(figures));
  return 0;
}

type ToJudge = Required<Pick<Training, 'locale' | 'classifier' | 'examples'>> & {
  readonly vectorsOf?: Provider['vectorsOf'] | undefined;
};

/** @throws TouchpointError USAGE when there is nothing to learn from */
async function trainingFor(called: Called, { train }: LabelledFiles): Promise<ToJudge> {
  const locale = textOf(called, 'locale');
  const classifier = classifierNamed(textOf(called, 'classifier'));
  if (textOf(called, 'train') !== undefined)
    return { locale: locale ?? 'en', classifier: classifier ?? 'touchpoint', examples: train ?? [] };
  const { intents, config, folder } = await readBot(textOf(called, 'bot') ?? '.', called.environment);
  const { locale: own, examples } = trainingOf(intents, config, locale ?? config.locale);
  if (examples.length === 0) {
    throw new TouchpointError('USAGE', `the bot has no phrases in '${own}'`, {
      fix: 'write some into intents/, or name files with --train FILE --test FILE',
    });
  }
  const used = classifier ?? config.classifier;
  const vectorsOf = used === 'touchpoint' ? vectorsBy(config, folder, called.environment) : undefined;
  return { locale: own, classifier: used, examples: [...examples, ...(train ?? [])], vectorsOf };
}

function vectorsBy({ embeddings }: Config, bot: string, environment: Environment): Provider['vectorsOf'] | undefined {
  const folder = embeddingsFolder(modelFolder(bot));
  return embeddings && createProvider(embeddings, { environment, folder }).vectorsOf;
}

/** @throws TouchpointError USAGE for a name that is none */
function classifierNamed(name: string | undefined): ClassifierName | undefined {
  if (name === undefined) return undefined;
  const known = classifierNames.find((one) => one === name);
  if (known) return known;
  const near = nearest(name, classifierNames);
  throw new TouchpointError('USAGE', `'${name}' is no classifier`, {
    fix: near === undefined ? `name one of ${classifierNames.join(', ')}` : `did you mean '${near}'?`,
  });
}
