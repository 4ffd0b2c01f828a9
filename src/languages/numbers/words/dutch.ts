import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'nul een/eentje twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  0,
);
const tens = counted('twintig dertig veertig vijftig zestig zeventig tachtig negentig', 20, 10);

export const dutch: NumberWords = {
  small: new Map([...low, ...tens, ...compounds(tens, low, (ten, unit) => `${unit}en${ten}`)]),
  hundreds: new Map([['honderd', 100]]),
  hundred: 'honderd',
  thousand: setOf('duizend'),
  and: 'en',
  vague: setOf('een honderd duizend'),
  idioms: setOf(
    'vraag moment momentje seconde minuut beetje paar probleem medewerker mens ding andere ander keer procent',
  ),
  minus: 'min',
  fraction: /\b(?:hal(?:f|ve)|\w*enhalf|kwart|derde|komma|dozijn|anderhalf|anderhalve|miljoen|miljard)\b/,
  parts: /(duizend|honderd)(?:en(?!twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))?/,
};
