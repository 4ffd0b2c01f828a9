/** How the desk says things. */

const reasons: Readonly<Record<string, string>> = {
  'asked-for': 'Asked for a person',
  not_understood: 'Not understood again and again',
};

/** Other reasons are words of the bot's designers, such as `order-not-found`. */
export function reasonName(reason: string): string {
  return reasons[reason] ?? (spaced(reason) || 'No reason given');
}

/** `order.cancel` as “Order cancel”. */
export function spaced(key: string): string {
  const text = key.replaceAll(/[._-]/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a customer is called in a list. */
export function customerName(name: string, id: string): string {
  return name || `Customer ${id.slice(0, 6)}`;
}

/** How long something has lasted, in at most two words. */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d`;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

export function timeOfDay(at: number): string {
  return clock.format(at);
}

export function dayOf(at: number): string {
  return day.format(at);
}
