const bins = 15;

/**
 * Expected calibration error: how far, on average, the scores are from the share of right answers among those with a like score (Guo et al. 2017).
 * 15 bins of equal width.
 *
 * @returns `null` without answers
 */
export function calibrationError(
  answers: readonly { readonly score: number; readonly isRight: boolean }[],
): number | null {
  if (answers.length === 0) return null;
  const gaps = new Float64Array(bins);
  for (const { score, isRight } of answers) {
    const bin = Math.min(bins - 1, Math.floor(score * bins));
    gaps[bin] = (gaps[bin] ?? 0) + score - (isRight ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / answers.length;
}
