/** Puts what is meant into the widget's texts. */
import type { Author } from '../chat/chat-state.ts';
import type { Counted, Words } from './words.ts';

/** `{name}` becomes `name`. */
export function fill(text: string, name: string): string {
  return text.replace('{name}', () => name);
}

/** The text for so many, by the plural rules of `locale`. */
export function counted(text: Counted, count: number, locale: string): string {
  return (text[new Intl.PluralRules(locale).select(count)] ?? text.other).replace('{count}', String(count));
}

/** How a screen reader names who wrote, where the server gives no name. */
export function authorName(words: Words, author: Author): string {
  return { customer: words.you, bot: words.assistant, agent: words.team }[author];
}
