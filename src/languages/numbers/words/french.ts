import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  0,
);
const teens = new Map(
  [...low, ...counted('sept huit neuf', 17)].map(([word, value]): [string, number] => [
    value > 16 ? `dix ${word}` : word,
    value,
  ]),
);
const below20 = new Map([...low, ...teens]);
const tens = counted('vingt trente quarante cinquante soixante septante huitante/octante nonante', 20, 10);
const twenties: readonly [string, number][] = [...below20]
  .filter(([, value]) => value > 0)
  .flatMap(([word, value]): [string, number][] => [
    ...(value > 9
      ? [`soixante ${word}`, `soixante et ${word}`].map((phrase): [string, number] => [phrase, 60 + value])
      : []),
    [`quatre vingt ${word}`, 80 + value],
  ]);

export const french: NumberWords = {
  small: new Map([
    ...below20,
    ...tens,
    ...compounds(tens, low, (ten, unit) => `${ten} ${/^une?$/.test(unit) ? 'et ' : ''}${unit}`),
    ...twenties,
    ['quatre vingts', 80],
    ['quatre vingt', 80],
  ]),
  hundreds: new Map([
    ['cent', 100],
    ['cents', 100],
  ]),
  hundred: 'cent',
  thousand: setOf('mille'),
  and: '',
  vague: setOf('un une neuf cent mille'),
  idioms: setOf(
    'question moment instant seconde minute peu probleme personne conseiller chose autre fois merci mercis pour',
  ),
  minus: 'moins',
  fraction: /\b(?:demie?s?|quarts?|tiers|virgule|douzaines?|millions?|milliards?)\b/,
};
