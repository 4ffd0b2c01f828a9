import { german as numbers } from '../../numbers/words/german.ts';
import type { DateWords } from './date-words.ts';

export const german: DateWords = {
  months:
    'januar/jan/jänner/januari, februar/feb/feber, märz/mrz/mär, april/apr, mai, juni/jun/juno, juli/jul/julei, august/aug, september/sept/sep, oktober/okt, november/nov, dezember/dez',
  weekdays:
    'montag/montags/~mo, dienstag/dienstags/~di, mittwoch/mittwochs/~mi, donnerstag/donnerstags/~do, freitag/freitags/~fr, samstag/samstags/sonnabend/~sa, sonntag/sonntags/~so',
  days: new Map([
    [-2, 'vorgestern'],
    [-1, 'gestern/letzte nacht'],
    [0, 'heute/heut'],
    [1, 'morgen'],
    [2, 'übermorgen'],
    [3, 'überübermorgen'],
  ]),
  units:
    'sekunde/sekunden/sek, minute/minuten/min, stunde/stunden/std/h, tag/tage/tagen, woche/wochen, monat/monate/monaten/monats, jahr/jahre/jahren, viertelstunde, halbe stunde/halben stunde, wochenende',
  next: 'nächsten/nächster/nächste/nächstes/nächstem',
  nextSkips: false,
  coming: 'kommenden/kommende/kommendes/kommender/kommendem',
  this: 'diesen/dieser/diese/dieses/diesem',
  last: 'letzten/letzter/letzte/letztes/letztem/vorigen/vorige/voriges/voriger/vergangenen/vergangene/vergangenes/vergangener',
  ahead: 'in',
  aheadAfter: 'später',
  ago: 'vor',
  agoAfter: '',
  parts:
    'morgen/morgens/früh/in der früh/am morgen/vormittags/vormittag/am vormittag/frühmorgens, nachmittags/nachmittag/am nachmittag/mittags, abends/abend/am abend, nachts/in der nacht/nacht',
  times: 'mittag/zwölf uhr mittags, mitternacht',
  on: 'am/den/vom/der/zum/bis/bis zum/ab/ab dem/seit/seit dem/für den/dem',
  at: 'um/so um/~gegen/~ab/~bis/~vor/~nach/~ca/~von',
  clock: 'uhr',
  half: 'halb',
  halfBefore: true,
  bareHours: true,
  quarter: 'viertel',
  threeQuarters: 'dreiviertel/drei viertel',
  afterHour: 'nach',
  beforeHour: 'vor',
  past: '',
  to: '',
  ordinals: ordinals(),
  marks: 'ten/ter/te/tes/sten/ster/ste',
  links: 'des/im/der/den',
  from: 'von/vom',
  until: 'bis/bis zum',
  between: 'zwischen/zwischen dem',
  and: 'und/und dem',
  one: '',
  notDates: 'guten morgen/schönen morgen/jeden morgen/gute nacht/guten abend/guten mittag/der morgen/den morgen',
  halfMore: 'einhalb/komma fünf/und eine halbe',
  oneAndHalf: 'anderthalb/eineinhalb/einundeinhalb',
};

/** From the first to the thirty-first, with every ending. */
function ordinals(): string {
  const own: Readonly<Record<number, string>> = { 1: 'erst', 3: 'dritt', 7: 'siebt', 8: 'acht' };
  const stems = Array.from({ length: 31 }, (_, n) => own[n + 1] ?? `${wordFor(n + 1)}${n < 19 ? 't' : 'st'}`);
  return stems.map((stem) => ['e', 'er', 'en', 'es', 'em'].map((ending) => stem + ending).join('/')).join(', ');
}

function wordFor(value: number): string {
  return [...numbers.small].find(([, number]) => number === value)?.[0] ?? '';
}
