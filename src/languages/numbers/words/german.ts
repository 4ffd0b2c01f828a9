import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'null ein/eins/eine/einen/einem/einer/eines zwei/zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  0,
);
const tens = counted('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig', 20, 10);

export const german: NumberWords = {
  small: new Map([...low, ...tens, ...compounds(tens, low, (ten, unit) => `${unit}und${ten}`)]),
  hundreds: new Map([['hundert', 100]]),
  hundred: 'hundert',
  thousand: setOf('tausend'),
  and: 'und',
  vague: setOf('ein eine einen einem einer eines hundert tausend'),
  idioms: setOf(
    'frage moment augenblick sekunde minute bisschen wenig paar mensch mitarbeiter mitarbeiterin problem andere anderen anderer anderes weitere sache dank mal prozent',
  ),
  minus: 'minus',
  fraction: /\b(?:halb\w*|\w*einhalb|anderthalb\w*|viertel|drittel|komma|dutzend|million(?:en)?|milliarden?|mio|mrd)\b/,
  parts: /(tausend|hundert)(?:und(?!zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig))?/,
};
