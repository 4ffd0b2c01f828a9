/**
 * A watermark as a client sends it back: the decimal number of the last event it has seen.
 *
 * @returns the number; 0 for an empty one (a client that has seen nothing yet); `undefined` for anything else
 */
export function readWatermark(raw: string): number | undefined {
  if (raw === '') return 0;
  return /^\d{1,15}$/.test(raw) ? Number(raw) : undefined;
}
