/**
 * Models that were trained before, kept beside the bot: the same phrases need not be learned again at every start.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Model } from '../../../intents/model/model.ts';
import { type Training, train } from './train.ts';

/** Raised whenever training or the form of a model changes: models kept before are then trained anew. */
const trainingVersion = 9;
/** some versions of a bot that speaks some languages */
const mostKept = 12;

/**
 * The model for these phrases: the one that was kept, or a new one, which is kept. A file that cannot be read or written only costs the training.
 *
 * @param folder where models are kept; `undefined`: nowhere
 * @param learn trains, where it must be
 */
export async function keptModel(training: Training, folder: string | undefined, learn = train): Promise<Model> {
  if (folder === undefined) return learn(training);
  const file = fileOf(training, folder);
  const kept = readModel(file);
  if (kept) return kept;
  const model = await learn(training);
  if (isComplete(training, model)) await keep(folder, file, model).catch(() => {});
  return model;
}

/**
 * As `keptModel`, but the model is read from its file when it is needed first: a language nobody speaks costs no memory.
 *
 * @returns gives `undefined` when the file has become unreadable since
 */
export async function lazyModel(
  training: Training,
  folder: string | undefined,
  learn = train,
): Promise<() => Model | undefined> {
  const file = folder === undefined ? undefined : fileOf(training, folder);
  const model = file !== undefined && existsSync(file) ? undefined : await keptModel(training, folder, learn);
  return file === undefined || !existsSync(file) ? () => model : () => readModel(file);
}

/** A model that lacks what a provider of embeddings did not give is good for now only. */
export function isComplete({ embeddings }: Training, model: Model): boolean {
  return !embeddings || model.learner === 'natural-bayes' || model.meaning !== undefined;
}

/** Whether any model is kept in a folder: without one the first training is certain. */
export function keepsAny(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

/** How long a message waits for a provider changes nothing of what is learned. */
function keyOf({ embeddings, ...phrases }: Training): string {
  const provider = embeddings && [embeddings.url, embeddings.model];
  const content = JSON.stringify([trainingVersion, process.versions.v8, phrases, provider]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

function fileOf(training: Training, folder: string): string {
  return join(folder, `${keyOf(training)}.model`);
}

function readModel(file: string): Model | undefined {
  try {
    const model: Model = deserialize(readFileSync(file));
    return typeof model.id === 'string' && isWhole(model) ? model : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(model: Model): boolean {
  return model.learner === 'natural-bayes' ? model.state !== '' : model.weights.values instanceof Int8Array;
}

async function keep(folder: string, file: string, model: Model): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, serialize(model));
  await rename(part, file);
  await prune(folder);
}

async function prune(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const surplus = dated.sort((a, b) => b.at - a.at).slice(mostKept);
  await Promise.all(surplus.map(({ file }) => rm(file, { force: true })));
}
