/** Temperature and threshold from labelled texts that were not learned from, where a designer has such. */
import { type Example, outOfScope } from '../example.ts';
import { calibrate, type HeldOut } from '../model/calibrate.ts';
import { chooseThreshold } from '../model/choose-threshold.ts';
import { createScorer } from '../model/create-scorer.ts';
import type { Model } from '../model/model.ts';
import { modelId } from '../model/model-id.ts';
import { usualLoss } from '../model/train-model.ts';
import { naturalId } from '../natural/train-natural.ts';

/**
 * The model with temperature and threshold chosen on these rows instead of by cross-validation. The threshold is as high as the loss in scope allows, which
 * rejects as much out of scope as it can: rows out of scope do not move it. Rows of intents that the model does not know are left out.
 *
 * @param acceptedLoss share (0-1) of rows in scope that may be rejected although understood
 */
export function tuneOn(model: Model, rows: readonly Example[], acceptedLoss = usualLoss): Model {
  const heldOut = scored(model, rows);
  if (heldOut.rows.length === 0) return model;
  const outside = model.classes.indexOf(outOfScope);
  const inScope = { ...heldOut, rows: heldOut.rows.filter((i) => (heldOut.targets[i] ?? -1) !== outside) };
  const sharpness = calibrate(inScope);
  const threshold = chooseThreshold(heldOut, { sharpness, acceptedLoss, outOfScope: outside });
  if (model.learner === 'natural-bayes') {
    const tuned = { ...model, sharpness, threshold };
    return { ...tuned, id: naturalId(tuned) };
  }
  const tuned = { ...model, sharpness, threshold };
  return { ...tuned, id: modelId(tuned) };
}

function scored(model: Model, rows: readonly Example[]): HeldOut {
  const score = createScorer(model);
  const classes = model.classes.length;
  const place = new Map(model.classes.map((name, k) => [name, k]));
  const known = rows.filter(({ intent, counter }) => !counter && place.has(intent));
  const targets = Int32Array.from(known, ({ intent }) => place.get(intent) ?? 0);
  const logits = new Float32Array(known.length * classes);
  const sizes = new Float64Array(classes);
  for (const [i, { text }] of known.entries()) {
    const scored = score(text);
    if (scored) logits.set(scored.logits, i * classes);
    sizes[targets[i] ?? 0] = (sizes[targets[i] ?? 0] ?? 0) + 1;
  }
  return { logits, rows: [...known.keys()], targets, classes, sizes };
}
