/** The words of the widget in the language that is spoken, for every part of it. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../chat/chat-state.ts';
import { inEnglish, type Spoken } from '../words/load-words.ts';

export const SpokenContext = createContext<Spoken>(inEnglish);

export function useWords(): Spoken {
  return useContext(SpokenContext);
}

/** The words of a language, once they are there; until then, and where they cannot be had, those before. */
export function useSpoken(locale: string, load: (locale: string) => Promise<Spoken>): Spoken {
  const [spoken, show] = useState(inEnglish);
  useEffect(() => {
    let isWanted = true;
    void load(locale).then((loaded) => isWanted && show(loaded));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return spoken;
}

/** What the bot spoke last, which follows the customer; before that the language of the page. */
export function spokenLocale({ entries }: Pick<ChatState, 'entries'>, pages: string): string {
  const last = entries.findLast((entry) => entry.kind === 'message' && entry.author === 'bot' && entry.language !== '');
  return last?.kind === 'message' ? last.language : pages;
}

/** How a language is written; `undefined`, and so as the page is, for all that go from left to right. */
export function directionOf(locale: string): 'rtl' | undefined {
  return /^(ar|fa|he|ur)\b/i.test(locale) ? 'rtl' : undefined;
}
