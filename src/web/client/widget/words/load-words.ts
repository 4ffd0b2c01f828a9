import { fieldsOf, textOf } from '../../json/fields.ts';
import { type Counted, english, type Words } from './words.ts';

/** The widget's words with the language they are in. */
export type Spoken = { readonly locale: string; readonly words: Words };

export const inEnglish: Spoken = { locale: 'en', words: english };

/** Languages the widget has words in, besides English. */
const languages = ['ar', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

/**
 * The widget's words in a language, from the server the widget came from.
 *
 * @param locale BCP 47
 * @returns English where there are none in that language, or they cannot be had
 */
export async function loadWords(
  get: (url: string) => Promise<Response>,
  home: string,
  locale: string,
): Promise<Spoken> {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  if (!languages.includes(language)) return inEnglish;
  try {
    const answer = await get(`${home}/widget/words.${language}.json`);
    return answer.ok ? { locale, words: readWords(await answer.json()) } : inEnglish;
  } catch {
    return inEnglish;
  }
}

/** What is missing or malformed stays English. */
function readWords(given: unknown): Words {
  const fields = fieldsOf(given);
  const read: Record<string, string | Counted> = {};
  for (const [name, text] of Object.entries(english))
    read[name] = typeof text === 'string' ? textOf(fields[name]) || text : readCounted(fields[name], text);
  return { ...english, ...read };
}

function readCounted(given: unknown, fallback: Counted): Counted {
  const { one, other } = fieldsOf(given);
  return textOf(other) ? { ...(textOf(one) ? { one: textOf(one) } : {}), other: textOf(other) } : fallback;
}
