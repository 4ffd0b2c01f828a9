import type { Candidate } from '../../events/understood.ts';
import { createTemper } from '../evidence/create-temper.ts';
import { outOfScope } from '../example.ts';
import { softmax } from '../training/softmax.ts';
import { createScorer } from './create-scorer.ts';
import type { Model } from './model.ts';

/**
 * What the classifier made of a text.
 *
 * @property candidates best first, five at most, `oos` never among them; empty for a text that shares no feature with any training phrase
 * @property accepted the best intent when its score reaches the threshold, else `null`
 * @property model id of the model
 */
export type Classified = {
  readonly model: string;
  readonly threshold: number;
  readonly accepted: string | null;
  readonly candidates: readonly Candidate[];
};

export type Classify = (text: string) => Classified;

const mostCandidates = 5;

/**
 * Makes a model ready for use. The returned function looks at the first 4,000 characters, keeps buffers of its own, and never throws.
 */
export function createClassifier(model: Model): Classify {
  const score = createScorer(model);
  const temper = model.learner === 'natural-bayes' ? undefined : createTemper(model);
  return (text) => {
    const scored = score(text);
    if (scored) {
      softmax(scored.logits, model.sharpness);
      temper?.(scored.words, scored.logits);
    }
    const candidates = scored ? rank(model.classes, scored.logits) : [];
    const best = candidates[0];
    const accepted = best && best.score >= model.threshold ? best.intent : null;
    return { model: model.id, threshold: model.threshold, accepted, candidates };
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
