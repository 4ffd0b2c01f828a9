import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'zero uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  0,
);
const tens = counted('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10);

export const italian: NumberWords = {
  small: new Map([
    ...low,
    ...tens,
    ...compounds(tens, low, (ten, unit) => `${/^[uo]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`),
  ]),
  hundreds: new Map([['cento', 100]]),
  hundred: 'cento',
  thousand: setOf('mille mila'),
  and: 'e',
  vague: setOf('un uno una sei cento mille'),
  idioms: setOf(
    'domanda momento attimo secondo minuto po problema persona operatore cosa altra altro grazie per volta',
  ),
  minus: 'meno',
  fraction: /\b(?:mezz[oa]|quart[oi]|terz[oi]|virgola|dozzin[ae]|milion[ei]|miliard[oi])\b/,
  parts: /(cento|mila|mille)/,
};
