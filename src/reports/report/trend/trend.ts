/**
 * How figures go over time, with the limits within which chance alone moves them. Measurement §5.
 */

/**
 * @property bucket days, or weeks from Monday on where the span is longer than two months
 * @property deploys versions of the bot that came in within the span, each on the day of its first case
 * @property raised dialogs that came to declare more turns within the span, which hides effort
 */
export type Trend = {
  readonly bucket: 'day' | 'week';
  readonly buckets: readonly Bucket[];
  readonly charts: Readonly<Record<ChartName, Chart>>;
  readonly deploys: readonly Deploy[];
  readonly raised: readonly Raised[];
};

type ChartName = 'goodExperience' | 'resolved' | 'durable' | 'highEffort' | 'medianEffort';

/** A day or a week on which a case began. `from`: its first day. */
export type Bucket = { readonly from: string; readonly cases: number; readonly engaged: number };

/**
 * @property method Laney's p′ for shares, XmR for medians
 * @property centre over all points; `null`, and no limits, for fewer than `fewestPoints` points
 * @property spread of p′: how much more days differ than chance makes them; `null` for XmR
 * @property falseAlarms share of points outside where nothing has changed
 */
export type Chart = {
  readonly method: 'laney' | 'xmr';
  readonly centre: number | null;
  readonly spread: number | null;
  readonly falseAlarms: number;
  readonly points: readonly ChartPoint[];
};

/** Only buckets with enough cases. Shares 0–1, medians in points of effort; `low` and `high` are control limits. */
export type ChartPoint = {
  readonly from: string;
  readonly n: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isOutside: boolean;
};

export type Deploy = { readonly day: string; readonly version: string };

/** A dialog declares `to` turns since the day of its first such case, and declared `from` before. */
export type Raised = { readonly day: string; readonly dialog: string; readonly from: number; readonly to: number };

/** Limits of fewer points are uncertain themselves, and so not drawn. */
export const fewestPoints = 8;
