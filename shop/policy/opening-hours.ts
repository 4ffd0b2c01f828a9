/** When people are there to talk to: Monday to Friday 8 to 20, Saturday 9 to 16, Berlin time. */

const zone = 'Europe/Berlin';
const hours: Readonly<Record<string, { readonly from: number; readonly to: number }>> = {
  Monday: { from: 8, to: 20 },
  Tuesday: { from: 8, to: 20 },
  Wednesday: { from: 8, to: 20 },
  Thursday: { from: 8, to: 20 },
  Friday: { from: 8, to: 20 },
  Saturday: { from: 9, to: 16 },
};

export type OpeningHours = {
  readonly zone: string;
  readonly isOpen: boolean;
  /** whole hours of the day, 0–24; a day that is missing is closed */
  readonly days: readonly { readonly day: string; readonly from: number; readonly to: number }[];
};

/** @param instant epoch milliseconds */
export function openingHours(instant: number): OpeningHours {
  const { day, hour } = local(instant);
  const now = hours[day];
  const isOpen = now !== undefined && hour >= now.from && hour < now.to;
  return { zone, isOpen, days: Object.entries(hours).map(([name, { from, to }]) => ({ day: name, from, to })) };
}

function local(instant: number): { readonly day: string; readonly hour: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const parts = format.formatToParts(instant);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return { day: part('weekday'), hour: Number(part('hour')) };
}
