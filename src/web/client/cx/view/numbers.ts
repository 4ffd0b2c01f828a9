/** Numbers as people read them. */
import type { Figure } from '../report/report.ts';

/** '42 %' */
export function percent(share: number): string {
  return share.toLocaleString(undefined, { style: 'percent' });
}

export function percentRange(low: number, high: number): string {
  return `${Math.round(low * 100)}–${percent(high)}`;
}

/** Why there is no figure, in words; '' where there is one. */
export function absence(figure: Figure): string {
  if (figure.kind === 'no_data') return 'no data yet';
  return figure.kind === 'too_few' ? `too few to say (${figure.n})` : '';
}

export function cases(n: number): string {
  return n === 1 ? '1 case' : `${n.toLocaleString()} cases`;
}

export function oneDecimal(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 1 });
}

/** '22 Nov, 14:03' in the reader's zone; '' where the time is none. */
export function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** Half-open dates of the business's zone as the days they cover; '' where both are missing. */
export function period(from: string, to: string): string {
  const first = new Date(`${from}T00:00:00Z`);
  const last = new Date(new Date(`${to}T00:00:00Z`).getTime() - 86_400_000);
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return '';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(first, last);
}
