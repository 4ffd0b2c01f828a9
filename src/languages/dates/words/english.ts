import type { DateWords } from './date-words.ts';

export const english: DateWords = {
  months:
    'january/jan, february/feb, march/~mar, april/apr, ~may, june/jun, july/jul, august/aug, september/sept/~sep, october/oct, november/nov, december/dec',
  weekdays:
    'monday/mondays/~mon, tuesday/tuesdays/tue/tues, wednesday/wednesdays/~wed, thursday/thursdays/thu/thur/thurs, friday/~fridays/fri, saturday/saturdays/~sat, sunday/sundays/~sun',
  days: new Map([
    [-2, 'day before yesterday/the day before yesterday'],
    [-1, 'yesterday/last night'],
    [0, 'today/tonight/this morning/this afternoon/this evening'],
    [1, 'tomorrow/tmrw/tmr/tomorow/tommorow/tommorrow'],
    [2, 'day after tomorrow/the day after tomorrow/overmorrow'],
  ]),
  units:
    'second/seconds/sec/secs, minute/minutes/min/mins, hour/hours/hr/hrs/h, day/days, week/weeks/wk/wks, month/months, year/years/yr/yrs, quarter of an hour, half an hour/half hour, weekend',
  next: 'next',
  nextSkips: true,
  coming: 'coming/upcoming/this coming',
  this: 'this',
  last: 'last/past/previous',
  ahead: 'in',
  aheadAfter: 'from now/from today/later/hence',
  ago: '',
  agoAfter: 'ago/back/earlier',
  parts:
    'in the morning/morning/this morning, in the afternoon/afternoon/this afternoon, in the evening/evening/tonight/this evening, at night/night',
  times: 'noon/midday, midnight',
  on: 'on/on the/by/by the/since/from/until/till/for/before/after',
  at: 'at/~around/~about/~by/~before/~after/~until/~till/~from/~since',
  clock: 'o clock/oclock',
  half: 'half',
  halfBefore: false,
  bareHours: true,
  quarter: 'quarter/a quarter',
  threeQuarters: '',
  afterHour: 'past/after',
  beforeHour: 'to/before/till',
  past: '',
  to: '',
  ordinals:
    'first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty first, twenty second, twenty third, twenty fourth, twenty fifth, twenty sixth, twenty seventh, twenty eighth, twenty ninth, thirtieth, thirty first',
  marks: 'st/nd/rd/th',
  links: 'of/the/on/day',
  from: 'from',
  until: 'to/until/till/through',
  between: 'between',
  and: 'and',
  one: 'a/an',
  notDates: 'good morning/good afternoon/good evening/good night/every morning',
  halfMore: 'and a half',
  oneAndHalf: '',
};
