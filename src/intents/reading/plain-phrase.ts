/** An entity marked in a training phrase as `[text](entity)`; offsets are those of the phrase as written. */
export type Mark = { readonly entity: string; readonly start: number; readonly end: number };

const mark = /\[([^\]\n]*)\]\(([^()\s]+)\)/g;

/** A training phrase as a customer would type it, and the entities marked in it. */
export function plainPhrase(written: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks = Array.from(written.matchAll(mark), ({ 1: text = '', 2: entity = '', index }): Mark => {
    const start = index + text.length + 3;
    return { entity, start, end: start + entity.length };
  });
  return { text: written.replace(mark, '$1').trim(), marks };
}
