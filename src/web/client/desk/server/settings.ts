/** What the desk is set to, and replies at hand. What is missing is empty. */
import { fieldsOf, listOf, textOf } from '../../json/fields.ts';
import { ask, isGood } from './requests.ts';

export type Settings = { readonly teams: readonly string[]; readonly dispositions: readonly string[] };

export const noSettings: Settings = { teams: [], dispositions: [] };

export async function loadSettings(): Promise<Settings> {
  const answer = await ask('GET', '/api/desk/settings');
  if (!isGood(answer)) return noSettings;
  const { teams, dispositions } = answer.body;
  return {
    teams: listOf(teams)
      .map((team) => textOf(fieldsOf(team)['name']))
      .filter(Boolean),
    dispositions: listOf(dispositions).map(textOf).filter(Boolean),
  };
}

/** Written beforehand; what it says of this customer is filled in. */
export type Reply = { readonly name: string; readonly text: string };

export async function loadReplies(conversation: string): Promise<readonly Reply[]> {
  const answer = await ask('GET', `/api/desk/conversations/${encodeURIComponent(conversation)}/replies`);
  return listOf(answer.body['replies'])
    .map(fieldsOf)
    .map(({ name, text }) => ({ name: textOf(name), text: textOf(text) }));
}

/** A conversation of the past in which something was said. @property line of it with what was looked for */
export type Found = { readonly id: string; readonly at: number; readonly line: string };

/** Newest first. */
export async function searchPast(words: string): Promise<readonly Found[]> {
  const answer = await ask('GET', `/api/desk/search?q=${encodeURIComponent(words)}`);
  return listOf(answer.body['conversations'])
    .map(fieldsOf)
    .map(({ id, startedAt, lines }) => ({
      id: textOf(id),
      at: Date.parse(textOf(startedAt)) || 0,
      line: textOf(fieldsOf(listOf(lines)[0])['text']),
    }));
}
