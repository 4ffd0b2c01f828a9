import { createHash } from 'node:crypto';
import type { LinearModel } from './model.ts';

/** The id of a model: 16 hexadecimal digits of the SHA-256 of its content. */
export function modelId({
  learner,
  classes,
  vocabulary,
  weights,
  bias,
  evidence,
  sharpness,
  threshold,
}: Omit<LinearModel, 'id'>): string {
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
