/** What is said of an edit in the terminal. */
import type { Problem } from '../../../errors/problem.ts';
import type { Instant } from '../../../events/instant.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { Config } from '../../config/config.ts';
import { problemText } from '../../process/output.ts';

const mostNamed = 4;

/** Paths of the files that were added, removed or changed. */
export function changesOf(before: readonly SourceFile[], after: readonly SourceFile[]): readonly string[] {
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  const changed = after.filter(({ path, text }) => texts.get(path) !== text).map(({ path }) => path);
  const kept = new Set(after.map(({ path }) => path));
  return [...changed, ...[...texts.keys()].filter((path) => !kept.has(path))].sort();
}

type Live = {
  readonly files: readonly string[];
  readonly milliseconds: number;
  readonly before: Config;
  readonly after: Config;
};

export function liveText({ files, milliseconds, before, after }: Live): string {
  const named = files.slice(0, mostNamed).join(', ');
  const others = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : '';
  const live = `Live after ${Math.round(milliseconds)} ms: ${named}${others}`;
  const waiting = startingKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return waiting.length === 0
    ? live
    : `${live}\n  touchpoint.yaml: ${waiting.join(', ')} as at the start; restart to change it`;
}

/** Settings that are read once, when the server starts. */
const startingKeys = ['name', 'zone', 'services', 'widget'] as const;

export function rejectedText(problems: readonly Problem[], since: Instant): string {
  const time = new Date(since).toLocaleTimeString('en-GB');
  return [...problems.map(problemText), `Not taken: the bot goes on with its files of ${time}.`].join('\n');
}
