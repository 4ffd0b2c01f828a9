import type { DateWords } from './date-words.ts';

export const dutch: DateWords = {
  months:
    'januari/jan, februari/feb, maart/mrt/mar, april/apr, mei, juni/jun, juli/jul, augustus/aug, september/sept/sep, oktober/okt, november/nov, december/dec',
  weekdays:
    'maandag/maandags/~ma, dinsdag/dinsdags/~di, woensdag/woensdags/~wo, donderdag/donderdags/~do, vrijdag/vrijdags/~vr, zaterdag/zaterdags/~za, zondag/zondags/~zo',
  days: new Map([
    [-2, 'eergisteren'],
    [-1, 'gisteren/gisteravond'],
    [0, 'vandaag/vanavond/vanmiddag/vanochtend/vanmorgen/vannacht'],
    [1, 'morgen/morgenochtend/morgenmiddag/morgenavond'],
    [2, 'overmorgen'],
  ]),
  units:
    'seconde/seconden/sec, minuut/minuten/min, uur/uren/u, dag/dagen, week/weken, maand/maanden, jaar/jaren, kwartier/kwartiertje, half uur/halfuur/halfuurtje, weekend',
  next: 'volgende/volgend',
  nextSkips: true,
  coming: 'komende/komend/aanstaande/aankomende/eerstvolgende',
  this: 'deze/dit',
  last: 'vorige/vorig/afgelopen/laatste/laatst',
  ahead: 'over',
  aheadAfter: 'later/vanaf nu',
  ago: '',
  agoAfter: 'geleden/terug',
  parts:
    "'s ochtends/'s morgens/ochtend/in de ochtend/vroeg/vanochtend/vanmorgen/morgenochtend, 's middags/middag/in de middag/vanmiddag/morgenmiddag, 's avonds/avond/in de avond/vanavond/morgenavond/gisteravond, 's nachts/nacht",
  times: 'twaalf uur s middags, middernacht',
  on: 'op/de/voor/vanaf/tot/sinds/op de/tegen/van',
  at: 'om/~rond/~tegen/~vanaf/~tot/~voor/~na/~omstreeks',
  clock: 'uur/u',
  half: 'half',
  halfBefore: true,
  bareHours: true,
  quarter: 'kwart',
  threeQuarters: '',
  afterHour: 'over',
  beforeHour: 'voor',
  past: '',
  to: '',
  ordinals:
    'eerste, tweede, derde, vierde, vijfde, zesde, zevende, achtste, negende, tiende, elfde, twaalfde, dertiende, veertiende, vijftiende, zestiende, zeventiende, achttiende, negentiende, twintigste',
  marks: 'e/ste/de',
  links: 'van/de/op',
  from: 'van/vanaf',
  until: 'tot/t m/tot en met/tot aan',
  between: 'tussen',
  and: 'en',
  one: '',
  notDates: 'goede morgen/elke morgen/iedere morgen/de morgen',
  halfMore: 'enhalf/en een half/en een halve',
  oneAndHalf: 'anderhalf/anderhalve',
};
