import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  0,
);
const tens = counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10);
const all = counted('diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa', 10, 10);

export const spanish: NumberWords = {
  small: new Map([...low, ...tens, ...compounds(all, low, (ten, unit) => `${ten} y ${unit}`)]),
  hundreds: new Map([
    ...counted(
      'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      100,
      100,
    ),
    ...counted(
      'cien doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
      100,
      100,
    ),
  ]),
  hundred: '',
  thousand: setOf('mil'),
  and: '',
  vague: setOf('un uno una mil cien'),
  idioms: setOf(
    'pregunta duda momento momentito segundo segundito minuto poco problema persona agente cosa otra otro gracias mas por vez',
  ),
  minus: 'menos',
  fraction: /\b(?:medi[oa]s?|cuartos?|tercios?|coma|punto|docenas?|mill(?:on|ones))\b/,
};
