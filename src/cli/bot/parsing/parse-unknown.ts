import type { SourceFile } from '../../../files/source-file.ts';
import type { KeptParses } from './kept-parses.ts';
import { type ParsedFiles, parseBeside } from './parse-beside.ts';

/** Parses the files that were not parsed before, and keeps what all came to. It begins at once, and goes on when its result is called for. */
export function parseUnknown(parses: KeptParses, files: readonly SourceFile[]): () => Promise<ParsedFiles> {
  const known = parses.recall(files);
  const parsing = parseBeside(files.filter((file) => !known.has(file)));
  return async () => {
    const parsed = new Map([...known, ...(await parsing())]);
    if (parsed.size > known.size) parses.keep(parsed);
    return parsed;
  };
}
