import type { DateWords } from './date-words.ts';

export const french: DateWords = {
  months:
    'janvier/janv/jan, février/févr/fév, mars/~mar, avril/avr, mai, juin, juillet/juil, août, septembre/sept/sep, octobre/oct, novembre/nov, décembre/déc',
  weekdays:
    'lundi/lundis, mardi/mardis, mercredi/mercredis, jeudi/jeudis, vendredi/vendredis, samedi/samedis, dimanche/dimanches',
  days: new Map([
    [-2, 'avant hier'],
    [-1, 'hier/hier soir'],
    [0, "aujourd'hui/ce soir/ce matin/cet après midi/cette nuit"],
    [1, 'demain'],
    [2, 'après demain'],
  ]),
  units:
    "seconde/secondes/sec, minute/minutes/min/mn, heure/heures/h, jour/jours/j, semaine/semaines, mois, an/ans/année/années, quart d'heure/un quart d'heure, demi heure/une demi heure, week end/weekend/fin de semaine",
  next: '',
  nextSkips: false,
  coming: 'prochain/prochaine/prochains/prochaines/qui vient/suivant/suivante',
  this: 'ce/cet/cette',
  last: 'dernier/dernière/passé/passée',
  ahead: "dans/d'ici",
  aheadAfter: 'plus tard',
  ago: 'il y a/y a/voilà',
  agoAfter: 'auparavant',
  parts:
    "du matin/le matin/matin/au matin/ce matin, de l'après midi/l'après midi/après midi/cet après midi, du soir/le soir/soir/ce soir/hier soir, de la nuit/la nuit/nuit",
  times: 'midi, minuit',
  on: 'le/au/du/pour le/avant le/depuis le/dès le/à partir du',
  at: 'à/vers/~dès/~avant/~après/~depuis/~autour de',
  clock: 'heures/heure/h',
  half: 'et demie/et demi',
  halfBefore: false,
  bareHours: false,
  quarter: 'et quart/et un quart',
  threeQuarters: 'moins le quart/moins quart',
  afterHour: '',
  beforeHour: '',
  past: 'et',
  to: 'moins',
  ordinals:
    'premier/première, deuxième/second/seconde, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième, dixième, onzième, douzième',
  marks: 'er/ère/re/e/ème/eme/nd/nde',
  links: 'de/du/le',
  from: 'de/du/depuis/depuis le',
  until: "à/au/jusqu'à/jusqu'au",
  between: 'entre/entre le',
  and: 'et/et le',
  one: '',
  notDates: 'au mois',
  halfMore: 'et demi/et demie',
  oneAndHalf: '',
};
