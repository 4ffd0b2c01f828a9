/**
 * How a language speaks of days and times. Entries are phrases as written, folded later; a comma parts one entry from the next and a slash two
 * phrases for the same. Hyphens and apostrophes count as spaces. Behind `~` stand phrases that mean something else as well, and count only beside
 * what makes them clear.
 *
 * @property months, weekdays twelve and seven entries, Monday first
 * @property days phrases for days near today, by distance
 * @property units second, minute, hour, day, week, month, year, quarter of an hour, half an hour, weekend
 * @property next the one behind the coming one where `nextSkips`; `coming` the first that comes; both may stand before or behind what they count
 * @property ahead before a length of time, towards the future: "in"; `aheadAfter` behind it
 * @property ago before a length of time, towards the past; `agoAfter` behind it
 * @property parts of a day: morning, afternoon, evening, night, with what leads to them
 * @property times that have names: noon, midnight
 * @property on what stands before a day, `at` before a time
 * @property clock behind the hours: "o'clock"; empty entries where there is none
 * @property half thirty minutes after the hour, or before it where `halfBefore`
 * @property afterHour, beforeHour between minutes and an hour: "ten past six"; `past` and `to` between an hour and minutes: "las seis y diez"
 * @property bareHours whether an hour is said without a word for it: "at 3"
 * @property ordinals first, second, third …
 * @property marks behind the figures of an ordinal: "3rd"
 * @property links words between the parts of a date
 * @property from, until, between, and of ranges
 * @property one articles that count one, where they are no number words
 * @property notDates phrases that hold a word for a day and mean none: greetings, habits
 * @property halfMore "and a half" behind a number; `oneAndHalf` words for 1.5
 */
export type DateWords = {
  readonly months: string;
  readonly weekdays: string;
  readonly days: ReadonlyMap<number, string>;
  readonly units: string;
  readonly next: string;
  readonly nextSkips: boolean;
  readonly coming: string;
  readonly this: string;
  readonly last: string;
  readonly ahead: string;
  readonly aheadAfter: string;
  readonly ago: string;
  readonly agoAfter: string;
  readonly parts: string;
  readonly times: string;
  readonly on: string;
  readonly at: string;
  readonly clock: string;
  readonly half: string;
  readonly halfBefore: boolean;
  readonly bareHours: boolean;
  readonly quarter: string;
  readonly threeQuarters: string;
  readonly afterHour: string;
  readonly beforeHour: string;
  readonly past: string;
  readonly to: string;
  readonly ordinals: string;
  readonly marks: string;
  readonly links: string;
  readonly from: string;
  readonly until: string;
  readonly between: string;
  readonly and: string;
  readonly one: string;
  readonly notDates: string;
  readonly halfMore: string;
  readonly oneAndHalf: string;
};
