/**
 * Adjusted p-values of several comparisons shown together, in the same order: those at most q may be believed with a false discovery rate of q.
 *
 * Source: Benjamini & Hochberg, JRSS B 57 (1995) 289. Checked against its example (fifteen p-values of a trial, §4: four are believed at 0.05).
 *
 * @param values p-values 0–1; none gives none
 */
export function benjaminiHochberg(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const adjusted = values.map(() => 1);
  let least = 1;
  for (const [fromTop, index] of order.entries()) {
    least = Math.min(least, ((values[index] ?? 1) * values.length) / (values.length - fromTop));
    adjusted[index] = least;
  }
  return adjusted;
}
