import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  0,
);
const tens = counted('twenty thirty forty/fourty fifty sixty seventy eighty ninety/ninty', 20, 10);

export const english: NumberWords = {
  small: new Map([...low, ...tens, ...compounds(tens, low, (ten, unit) => `${ten} ${unit}`)]),
  hundreds: new Map([['hundred', 100]]),
  hundred: 'hundred',
  thousand: setOf('thousand'),
  and: 'and',
  vague: setOf('one hundred thousand'),
  idioms: setOf(
    'the this that which other another any no every each moment second sec minute question thing more day of thanks is i problem issue percent times',
  ),
  minus: 'minus',
  fraction: /\b(?:half|halves|quarters?|thirds?|point|dozens?|[mb]illions?)\b/,
};
