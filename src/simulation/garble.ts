import type { Dice } from './create-dice.ts';

/** A text as it is typed in a hurry: letters swapped, dropped, doubled; small letters. Digits, addresses and short words stay as they are. */
export function garble(text: string, typos: number, dice: Dice): string {
  const cased = dice.chance(0.5) ? text.toLowerCase() : text;
  const typed = cased
    .split(' ')
    .map((word) => (/[\d@]/.test(word) || word.length < 4 || !dice.chance(typos) ? word : misspelt(word, dice)))
    .join(' ');
  return dice.chance(0.4) ? typed.replace(/[.!?]$/, '') : typed;
}

function misspelt(word: string, dice: Dice): string {
  const at = 1 + Math.floor(dice.unit() * (word.length - 2));
  const [before, one, two, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  return dice.pick([before + two + one + after, before + two + after, before + one + one + two + after]);
}
