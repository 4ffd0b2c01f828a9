import type { DateWords } from './date-words.ts';

export const portuguese: DateWords = {
  months:
    'janeiro/jan, fevereiro/fev, março/mar, abril/abr, maio/mai, junho/jun, julho/jul, agosto/ago, setembro/set, outubro/out, novembro/nov, dezembro/dez',
  weekdays:
    'segunda feira/~segunda, terça feira/~terça, quarta feira/~quarta, quinta feira/~quinta, sexta feira/~sexta, sábado/sábados, domingo/domingos',
  days: new Map([
    [-2, 'anteontem/antes de ontem'],
    [-1, 'ontem/ontem à noite'],
    [0, 'hoje/esta noite/hoje à noite'],
    [1, 'amanhã'],
    [2, 'depois de amanhã'],
  ]),
  units:
    'segundo/segundos/seg, minuto/minutos/min, hora/horas/h, dia/dias, semana/semanas, mês/meses, ano/anos, quarto de hora/um quarto de hora, meia hora, fim de semana/final de semana',
  next: '',
  nextSkips: false,
  coming: 'próximo/próxima/próximos/próximas/que vem/seguinte',
  this: 'este/esta/neste/nesta/deste/desta',
  last: 'passado/passada/último/última/anterior',
  ahead: 'em/daqui a/dentro de',
  aheadAfter: 'depois/mais tarde',
  ago: 'há/faz',
  agoAfter: 'atrás',
  parts:
    'da manhã/de manhã/pela manhã/da madrugada, da tarde/de tarde/à tarde/pela tarde, da noite/de noite/à noite/pela noite/esta noite, de madrugada',
  times: 'meio dia, meia noite',
  on: 'o/no/em/no dia/dia/ao/do/para/até/desde/na/para o',
  at: 'às/à/~as/~a/pelas/até as/até às/das/desde as/antes das/depois das/por volta das',
  clock: 'horas/hora/h/em ponto',
  half: 'e meia/e meio',
  halfBefore: false,
  bareHours: true,
  quarter: 'e um quarto/e quarto',
  threeQuarters: 'menos um quarto',
  afterHour: '',
  beforeHour: 'para as/para a/pras/pra',
  past: 'e',
  to: 'menos',
  ordinals:
    'primeiro/primeira, segundo/segunda, terceiro/terceira, quarto/quarta, quinto/quinta, sexto/sexta, sétimo/sétima, oitavo/oitava, nono/nona, décimo/décima',
  marks: 'º/ª/o/a',
  links: 'de/do/o/dia',
  from: 'de/do/desde/das/da/a partir de',
  until: 'a/ao/até/às/até às/até o/até ao',
  between: 'entre/entre o/entre as',
  and: 'e/e o/e as',
  one: '',
  notDates: '',
  halfMore: 'e meia/e meio',
  oneAndHalf: '',
};
