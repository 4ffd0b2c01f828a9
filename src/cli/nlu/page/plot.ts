/** A square field of shares that charts are drawn on: y from `low` to 1, x from 0 to 1. */
export const plot = { width: 460, height: 260, left: 46, right: 24, top: 12, bottom: 40 };

export type Field = { x(share: number): number; y(share: number): number };

/** @param low share (0-1) at the bottom */
export function fieldFrom(low: number): Field {
  const { width, height, left, right, top, bottom } = plot;
  return {
    x: (share) => round(left + share * (width - left - right)),
    y: (share) => round(top + ((1 - share) / (1 - low)) * (height - top - bottom)),
  };
}

/** Lines across, each with its share. */
export function gridOf({ x, y }: Field, shares: readonly number[]): string {
  return shares
    .map(
      (share) =>
        `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(share)}" y2="${y(share)}"/><text class="tick end" x="${x(0) - 8}" y="${y(share) + 4}">${Math.round(100 * share)} %</text>`,
    )
    .join('');
}

/** A dot with its interval. */
export function dot(
  field: Field,
  at: { readonly x: number; readonly y: number; readonly interval: readonly [number, number] },
): string {
  const x = field.x(at.x);
  return `<line class="whisker" x1="${x}" x2="${x}" y1="${field.y(at.interval[0])}" y2="${field.y(at.interval[1])}"/><circle class="dot" cx="${x}" cy="${field.y(at.y)}" r="4.5"/>`;
}

/** @param label all that the drawing says, in words */
export function svg(label: string, inside: string): string {
  return `<svg class="chart" viewBox="0 0 ${plot.width} ${plot.height}" role="img" aria-label="${label}">${inside}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
