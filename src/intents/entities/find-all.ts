import type { Entity, Value } from '../../events/understood.ts';

/** Finds entities in a text. Offsets are those of the text. */
export type FindEntities = (text: string) => readonly Entity[];

/** entities of one type in one text; more are noise, and this bounds what is stored of a message */
const mostFound = 100;

/** What a match means: `undefined` when it is no entity after all; `text` where less than the whole match is meant. */
export type Meaning = { readonly value: Value; readonly text?: string };

/** All matches of a global expression as entities of one type. Empty matches are none. */
export function findAll(
  text: string,
  { type, expression }: { readonly type: string; readonly expression: RegExp },
  read: (match: RegExpExecArray) => Meaning | undefined,
): readonly Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(expression)) {
    const meaning = match[0] === '' ? undefined : read(match);
    const part = meaning?.text ?? match[0];
    if (meaning)
      found.push({ type, text: part, start: match.index, end: match.index + part.length, value: meaning.value });
    if (found.length === mostFound) break;
  }
  return found;
}
