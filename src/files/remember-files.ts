import type { SourceFile } from './source-file.ts';

/** Versions of a bot that are compiled by turns share what they have in common. */
const callsRemembered = 4;

/**
 * Makes a function of one file one of many files, which works on a file anew only when its text has changed. What the last four calls did not need is
 * forgotten.
 */
export function rememberFiles<T>(work: (file: SourceFile) => T): (files: readonly SourceFile[]) => readonly T[] {
  const known = new Map<string, { readonly result: T; readonly call: number }>();
  let call = 0;
  return (files) => {
    call += 1;
    const results = files.map((file) => {
      const key = `${file.path}\0${file.text}`;
      const { result } = known.get(key) ?? { result: work(file) };
      known.set(key, { result, call });
      return result;
    });
    for (const [key, entry] of known) if (entry.call <= call - callsRemembered) known.delete(key);
    return results;
  };
}
