import { languageOf } from '../../languages/language-of.ts';
import { expandContraction } from './expand-contraction.ts';

/** What is written in a chat for a word, where it can mean nothing else. Folded. */
const abbreviations: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  es: new Map([
    ['q', 'que'],
    ['k', 'que'],
    ['xq', 'porque'],
    ['pq', 'porque'],
    ['xk', 'porque'],
    ['tb', 'tambien'],
    ['tmb', 'tambien'],
    ['x', 'por'],
    ['xfa', 'porfavor'],
    ['porfa', 'porfavor'],
    ['dnd', 'donde'],
  ]),
  de: new Map([
    ['n', 'ein'],
    ['ne', 'eine'],
    ['nen', 'einen'],
    ['nem', 'einem'],
    ['nix', 'nichts'],
    ['nich', 'nicht'],
    ['ned', 'nicht'],
    ['hab', 'habe'],
    ['is', 'ist'],
    ['vllt', 'vielleicht'],
    ['evtl', 'eventuell'],
  ]),
};

/** Appends the words that a folded word stands for in a language to `out`: English contractions, elided articles, abbreviations of chats. */
export function expandShort(word: string, locale: string, out: string[]): void {
  const language = languageOf(locale);
  if (language === 'en') expandContraction(word, out);
  else if (word.includes("'")) expandElision(word, language, out);
  else out.push(abbreviations[language]?.get(word) ?? word);
}

/** `l'ordine` is two words; German `geht's` is "geht es"; elsewhere the mark says nothing. */
function expandElision(word: string, language: string, out: string[]): void {
  if (language === 'de' && word.endsWith("'s")) out.push(word.slice(0, -2), 'es');
  else if (language === 'fr' || language === 'it') out.push(...word.split("'").filter(Boolean));
  else out.push(word.replaceAll("'", ''));
}
