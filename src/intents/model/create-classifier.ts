import type { Candidate } from '../../events/understood.ts';
import { createTemper } from '../evidence/create-temper.ts';
import { outOfScope } from '../example.ts';
import { createAddMeaning } from '../meaning/create-add-meaning.ts';
import type { Vector } from '../meaning/meaning.ts';
import { softmax } from '../training/softmax.ts';
import { createScorer } from './create-scorer.ts';
import type { Model } from './model.ts';

/**
 * What the classifier made of a text.
 *
 * @property candidates best first, five at most, `oos` never among them; empty for a text that shares no feature with any training phrase
 * @property accepted the best intent when its score reaches the threshold, else `null`
 * @property model id of the model; where a vector was looked at, of that which is made of both
 */
export type Classified = {
  readonly model: string;
  readonly threshold: number;
  readonly accepted: string | null;
  readonly candidates: readonly Candidate[];
};

/** @param vector what the text means to the provider of embeddings, where the bot has one and it answered */
export type Classify = (text: string, vector?: Vector) => Classified;

const mostCandidates = 5;

/**
 * Makes a model ready for use. The returned function looks at the first 4,000 characters, keeps buffers of its own, and never throws.
 */
export function createClassifier(model: Model): Classify {
  const score = createScorer(model);
  const temper = model.learner === 'natural-bayes' ? undefined : createTemper(model);
  const withMeaning = createWithMeaning(model);
  return (text, vector) => {
    const byWords = score(text);
    const byBoth = vector && withMeaning?.(byWords?.logits, vector);
    const { id, sharpness, threshold } = byBoth ?? model;
    const logits = byBoth ? byBoth.logits : byWords?.logits;
    if (logits) {
      softmax(logits, sharpness);
      temper?.(byWords?.words ?? [], logits);
    }
    const candidates = logits ? rank(model.classes, logits) : [];
    const best = candidates[0];
    const accepted = best && best.score >= threshold ? best.intent : null;
    return { model: id, threshold, accepted, candidates };
  };
}

/** A text none of whose words is known may still mean something. */
function createWithMeaning(model: Model) {
  if (model.learner === 'natural-bayes' || !model.meaning) return undefined;
  const { id, sharpness, threshold } = model.meaning;
  const add = createAddMeaning(model.meaning);
  const unheard = Float64Array.from(model.bias);
  return (logits: Float64Array | undefined, vector: Vector) => {
    const both = add(logits ?? unheard, vector);
    return both && { id, sharpness, threshold, logits: both };
  };
}

function rank(classes: readonly string[], scores: Float64Array): readonly Candidate[] {
  const best: Candidate[] = [];
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k] ?? 0;
    const last = best.length < mostCandidates ? 0 : (best[mostCandidates - 1]?.score ?? 0);
    const intent = classes[k] ?? '';
    if (score <= last || intent === outOfScope) continue;
    const place = best.findIndex((candidate) => candidate.score < score);
    best.splice(place < 0 ? best.length : place, 0, { intent, score });
    if (best.length > mostCandidates) best.pop();
  }
  return best.map(({ intent, score }) => ({ intent, score: rounded(score) }));
}

/** Scores are kept with every message: six digits tell all there is to tell. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
