/** What all parts of a test are read with: the document, the names of the bot, and the problems found so far. */
import type { Problem } from '../../../errors/problem.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import type { TextWish } from '../test.ts';
import { checkName, type NameKind, type TestNames } from './test-names.ts';
import { isWish, textWish } from './text-wish.ts';

export type Reading = {
  readonly document: YamlDocument;
  /** `undefined` while the bot has errors of its own */
  readonly names: TestNames | undefined;
  readonly problems: Problem[];
};

export function lineOf({ document }: Pick<Reading, 'document'>, path: Path): number {
  return document.place(path).line;
}

export function report(reading: Reading, path: Path, advice: Pick<Problem, 'message' | 'fix'>): void {
  const where = reading.document.place(path);
  reading.problems.push({ ...where, code: 'SCHEMA_INVALID', severity: 'error', ...advice });
}

export function known(
  reading: Reading,
  kind: NameKind,
  named: { readonly name: string; readonly path: Path; readonly isKey?: boolean },
): void {
  reading.problems.push(...checkName(reading, { kind, ...named }));
}

/** What a person says, as it is written in the file: a number that YAML would write in another way must stand in quotes. */
export function saidText(reading: Reading, path: Path, value: string | number | boolean): string {
  const text = String(value);
  const { document, problems } = reading;
  const where = document.place(path);
  if (typeof value === 'number' && where.endColumn - where.column !== text.length) {
    const message = `an unquoted number is read as ${text}`;
    const fix = 'put it in "quotes" to keep it as it is written';
    problems.push({ ...where, code: 'YAML_TRAP', severity: 'error', message, fix });
  }
  return text;
}

export function wishAt(reading: Reading, path: Path, value: string | number | boolean): TextWish {
  const wish = textWish(saidText(reading, path, value));
  if (isWish(wish)) return wish;
  report(reading, path, {
    message: `this is not a valid pattern: ${wish.fault}`,
    fix: 'a text between slashes is a regular expression; put \\ before characters such as ( ? . to mean them as they are',
  });
  return { source: String(value), matches: () => false };
}
