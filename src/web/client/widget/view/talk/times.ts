/** Times as the customer reads them, in their zone and language. */
import type { Instant } from '../../ports.ts';
import type { Spoken } from '../../words/load-words.ts';

export function timeOf(at: Instant, locale: string): string {
  return new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
}

export function dayName(at: Instant, now: Instant, { words, locale }: Spoken): string {
  const [day, today] = [new Date(at).setHours(0, 0, 0, 0), new Date(now).setHours(0, 0, 0, 0)];
  const days = Math.round((today - day) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return new Date(at).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long' });
}
