/** Numbers as people read them. */
import type { Figure } from '../../data/at.ts';

/** '42%' */
export function percent(share: number): string {
  return share.toLocaleString(undefined, { style: 'percent' });
}

/** '38–46%' */
export function percentRange(low: number, high: number): string {
  return `${Math.round(low * 100)}–${percent(high)}`;
}

/** '+4 points' of a hundred, for differences of shares. */
export function difference(value: number): string {
  const points = Math.round(value * 100);
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

/** Why there is no figure, in words; '' where there is one. */
export function absence(figure: Figure): string {
  if (figure.kind === 'no_data') return 'no data';
  return figure.kind === 'too_few' ? `too few (${figure.n})` : '';
}

export function cases(n: number): string {
  return n === 1 ? '1 case' : `${n.toLocaleString()} cases`;
}

export function oneDecimal(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 1 });
}

/** '1 h 20 min' */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${oneDecimal(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

/** '22 Nov, 14:03' in a zone; '' where the time is none. */
export function moment(iso: string, zone: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const timeZone = zone === '' ? {} : { timeZone: zone };
  return at.toLocaleString(undefined, {
    ...timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** '22 Nov' */
export function day(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return at.toLocaleDateString(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** Half-open dates of the business's zone as the days they cover; '' where both are missing. */
export function period(from: string, to: string): string {
  const first = new Date(`${from}T00:00:00Z`);
  const last = new Date(new Date(`${to}T00:00:00Z`).getTime() - 86_400_000);
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return '';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(first, last);
}
