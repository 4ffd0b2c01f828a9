import type { SourceFile } from '../../../src/files/source-file.ts';

/** One file as a slip leaves it. @property line where the slip is */
export type Slip = SourceFile & { readonly line: number; readonly what: string };

/** Tokens that an edit can hit: words, and signs that mean something to YAML or to texts. */
const tokenForm = /[^\s:{}[\],"'#-]+|[:{}[\],"'#-]/g;

/** Each token lost, and each misspelt; those of comments left out. */
export function* slipsIn({ path, text }: SourceFile): Iterable<Slip> {
  const lines = text.split('\n');
  for (const { 0: token, index } of text.matchAll(tokenForm)) {
    const [before, after] = [text.slice(0, index), text.slice(index + token.length)];
    const line = before.split('\n').length;
    if (/^\s*#/.test(lines[line - 1] ?? '')) continue;
    yield { path, line, text: before + after, what: `lost ${token}` };
    yield { path, line, text: before + misspell(token) + after, what: `misspelt ${token}` };
  }
}

function misspell(token: string): string {
  return /\w{2}/.test(token) ? `${token.slice(0, -2)}${token.at(-1)}${token.at(-2)}x` : token + token;
}
