/** The conversation as a text file on the customer's machine. */
import type { ChatState, Entry } from '../chat/chat-state.ts';
import { authorName } from '../words/fill.ts';
import type { Spoken } from '../words/load-words.ts';

export function saveTranscript(state: Pick<ChatState, 'entries'>, spoken: Spoken): void {
  const url = URL.createObjectURL(new Blob([transcript(state, spoken)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${spoken.words.conversation}.txt`;
  link.click();
  URL.revokeObjectURL(url);
}

/** Line by line: when, who, what; files by their names. Lines about the conversation itself are left out. */
function transcript({ entries }: Pick<ChatState, 'entries'>, { words, locale }: Spoken): string {
  return entries.flatMap((entry) => (entry.kind === 'message' ? line(entry, { words, locale }) : [])).join('\n');
}

function line(entry: Extract<Entry, { kind: 'message' }>, { words, locale }: Spoken): string {
  const { at, name, author, text, files, cards } = entry;
  const said = [text, ...files.map((file) => `[${file.name}]`), ...cards.map(({ title }) => title)].filter(Boolean);
  return `[${new Date(at).toLocaleString(locale)}] ${name || authorName(words, author)}: ${said.join(' ')}`;
}
