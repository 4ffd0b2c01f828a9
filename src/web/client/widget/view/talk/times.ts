/** Times as the customer reads them, in their zone and language. */
import type { Instant } from '../../ports.ts';
import { words } from '../../words.ts';

export function timeOf(at: Instant): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
}

export function dayName(at: Instant, now: Instant): string {
  const [day, today] = [new Date(at).setHours(0, 0, 0, 0), new Date(now).setHours(0, 0, 0, 0)];
  const days = Math.round((today - day) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return new Date(at).toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
}
