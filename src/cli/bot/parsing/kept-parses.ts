/**
 * What the files of dialogs were parsed into before, kept beside the bot: of a large bot in which one file was edited, one file is parsed. Kept as JSON,
 * which is read faster than V8's own form.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SourceFile } from '../../../files/source-file.ts';
import type { ParsedYaml } from '../../../files/yaml/parse-yaml.ts';
import { keepFile } from '../keep-file.ts';
import type { ParsedFiles } from './parse-beside.ts';

export type KeptParses = {
  /** Those of `files` that are known. */
  recall(files: readonly SourceFile[]): ParsedFiles;
  /** Remembers these and no others. What cannot be written only costs the time. */
  keep(parsed: ParsedFiles): void;
};

/**
 * @param file where they are kept: of each file a line, its key and what it was parsed into
 * @param build whose parses they are
 */
export function keptParses(file: string, build: string): KeptParses {
  const keyOf = ({ path, text }: SourceFile): string => {
    const hash = createHash('sha256').update(`${build}\0${path}\0`).update(text);
    return hash.digest('hex').slice(0, keyLength);
  };
  return {
    recall(files) {
      const lines = linesOf(file);
      return new Map(
        files.flatMap((one) => {
          const known = parsedIn(lines.get(keyOf(one)));
          return known ? [[one, known] as const] : [];
        }),
      );
    },
    keep(parsed) {
      const kept = [...parsed].filter(([one]) => isPlain(one));
      keepFile(file, kept.map(([one, documents]) => `${keyOf(one)}${JSON.stringify(documents)}\n`).join(''));
    },
  };
}

const keyLength = 32;

/** Numbers that JSON cannot say, and anchors, which it would write out again and again. */
function isPlain({ text }: SourceFile): boolean {
  return !/\.(?:inf|nan)\b|(?:^|[\s[{,:-])[&*]\w/i.test(text);
}

function linesOf(file: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return new Map(lines.map((line) => [line.slice(0, keyLength), line.slice(keyLength)]));
  } catch {
    return new Map();
  }
}

function parsedIn(line: string | undefined): readonly ParsedYaml[] | undefined {
  if (line === undefined) return undefined;
  try {
    const parsed: readonly ParsedYaml[] = JSON.parse(line);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
