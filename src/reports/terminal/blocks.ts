/**
 * Bars of block characters, to an eighth of a cell.
 */
const lying = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const standing = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A lying bar `share` (0–1) of `width` cells long; never empty for a share above 0. */
export function bar(share: number, width: number): string {
  const eighths = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, Math.max(0, share)) * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (lying[eighths % 8] ?? '');
}

/** Standing columns, top row first; the largest value fills `height` rows. All zero: blank rows. */
export function columns(values: readonly number[], height: number): readonly (readonly string[])[] {
  const most = Math.max(1, ...values);
  const eighths = values.map((value) => Math.max(value > 0 ? 1 : 0, Math.round((value / most) * height * 8)));
  return Array.from({ length: height }, (_, row) =>
    eighths.map((part) => standing[Math.min(8, Math.max(0, part - (height - 1 - row) * 8))] ?? ' '),
  );
}
