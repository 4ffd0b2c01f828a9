import { createHash } from 'node:crypto';
import type { Meaning } from '../meaning/meaning.ts';
import type { LinearModel } from './model.ts';

/** The id of a model together with what it adds for vectors. */
export function meaningId(words: string, { mean, linear, sharpness, threshold }: Omit<Meaning, 'id'>): string {
  const hash = createHash('sha256').update(JSON.stringify([words, sharpness, threshold]));
  for (const { buffer, byteOffset, byteLength } of [mean, linear.weights, linear.bias])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest('hex').slice(0, 16);
}

/** The id of a model by words alone: 16 hexadecimal digits of the SHA-256 of its content. */
export function modelId({
  learner,
  classes,
  vocabulary,
  weights,
  bias,
  evidence,
  sharpness,
  threshold,
}: Omit<LinearModel, 'id' | 'meaning'>): string {
  const { locale, recipe, stems, keys, idf, row } = vocabulary;
  const hash = createHash('sha256').update(
    JSON.stringify({ learner, classes, locale, recipe, stems, keys, sharpness, threshold }),
  );
  const { first, starts, classes: told, shares, wholes, against } = evidence;
  hash.update(JSON.stringify([first, ...wholes, ...against]));
  for (const { buffer, byteOffset, byteLength } of [...Object.values(weights), bias, idf, row, starts, told, shares])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest('hex').slice(0, 16);
}
