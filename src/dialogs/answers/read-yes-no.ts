import { foldText } from '../../languages/fold-text.ts';
import type { AnswerRules } from './rules/answer-rules.ts';
import { international } from './rules/international.ts';
import { rulesOf } from './rules/rules-of.ts';

/**
 * Reads yes or no in an answer to a question that wants one of them. Thumbs, "ok", "yes" and "no" count in every language.
 *
 * @returns `undefined` when the text says neither, both, or that the customer does not know
 */
export function readYesNo(text: string, locale: string): boolean | undefined {
  const sign = /^\s*(?:(👍|✅|☑|✔)|(👎|❌|✖))/u.exec(text);
  if (sign) return sign[1] !== undefined;
  const rules = rulesOf(locale);
  const words = wordsOf(text, locale);
  if (rules.unsure.test(words)) return undefined;
  const bare = words.replace(rules.fillers, '');
  const answer = polarity(bare, rules) ?? polarity(words, rules);
  if (!answer) return undefined;
  const rest = words.slice(words.indexOf(answer.said) + answer.said.length);
  return contradicts(rest, answer.value, rules) ? undefined : answer.value;
}

type Said = { readonly value: boolean; readonly said: string };

function polarity(words: string, rules: AnswerRules): Said | undefined {
  const accepted = longest(words, rules.yes, international.yes);
  const refused = longest(words, rules.no, international.no);
  const isYes = (accepted?.length ?? 0) > (refused?.length ?? 0);
  const said = isYes ? accepted : refused;
  return said === undefined ? undefined : { value: isYes, said };
}

function longest(words: string, own: RegExp, common: RegExp): string | undefined {
  const [one, other] = [own.exec(words)?.[0], common.exec(words)?.[0]];
  return (one?.length ?? 0) < (other?.length ?? 0) ? other : one;
}

/** "ok no thanks" is a no by its end; "yes no" is neither. */
function contradicts(rest: string, value: boolean, rules: AnswerRules): boolean {
  const bare = rest.trim().replace(rules.fillers, '').replace(rules.restarts, '').replace(rules.fillers, '');
  const other = polarity(bare, rules);
  return other !== undefined && other.value !== value && !(other.value && rules.weak.test(other.said));
}

function wordsOf(text: string, locale: string): string {
  return foldText(text.slice(0, 400), locale)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{M}\p{N}ºª]+/gu, ' ')
    .trim();
}
