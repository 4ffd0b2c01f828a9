/** Prints what knip found as one line of JSON, with the number of files it really read: its own reporters do not say. */
import type { Reporter, ReporterOptions } from 'knip';

const report: Reporter = ({ issues, counters, cwd }) => {
  const problems = Object.entries(issues).flatMap(([kind, found]) =>
    kind === '_files' ? [] : describe(kind, found, cwd),
  );
  console.log(JSON.stringify({ files: counters.processed, problems }));
};

function describe(
  kind: string,
  found: ReporterOptions['issues'][keyof ReporterOptions['issues']],
  root: string,
): string[] {
  if (found instanceof Set) return [...found].map((file) => `${relative(file, root)} is used by nothing`);
  return Object.values(found).flatMap((byName) =>
    Object.values(byName).map(
      ({ filePath, symbol, line }) => `${relative(filePath, root)}:${line ?? 1} ${kind}: ${symbol}`,
    ),
  );
}

function relative(file: string, root: string): string {
  return file.startsWith(root) ? file.slice(root.length + 1) : file;
}

export default report;
