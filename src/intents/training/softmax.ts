/** Replaces logits by probabilities: exp(logit · sharpness), scaled to sum 1. Safe for any finite logits. */
export function softmax(logits: Float64Array, sharpness = 1): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < logits.length; k++) top = Math.max(top, logits[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < logits.length; k++) {
    const part = Math.exp(((logits[k] ?? 0) - top) * sharpness);
    logits[k] = part;
    sum += part;
  }
  for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] ?? 0) / sum;
}
